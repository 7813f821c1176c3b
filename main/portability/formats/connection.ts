import type { ClientId, TenantId } from '../../../preload/contract/words/ids.ts';
import type {
  ComingCredential,
  ConnectionGap,
  ImportFormat,
} from '../../../preload/contract/words/portability.ts';

/** A connection as another tool's file tells it, before anything of ours is asked about it. */
export type FoundConnection = {
  readonly name: string;
  readonly clientId: ClientId | null;
  readonly tenantId: TenantId | null;
  /** Whatever stands for the environment's address; empty for none. */
  readonly address: string;
  /** The client secret in plain text; it goes into the vault and nowhere else. */
  readonly secret: string | null;
  readonly credential: ComingCredential;
  /** Upper-case hex of a certificate that stays in a certificate store. */
  readonly thumbprint: string | null;
  readonly gaps: readonly ConnectionGap[];
};

/** What a text was recognised as. */
export type FoundConnections = {
  readonly format: ImportFormat;
  readonly connections: readonly FoundConnection[];
  /** Entries that hold nothing that can be used. */
  readonly unreadable: number;
};

/** A connection of which nothing is known yet. */
export const NOTHING_FOUND: FoundConnection = {
  name: '',
  clientId: null,
  tenantId: null,
  address: '',
  secret: null,
  credential: 'none',
  thumbprint: null,
  gaps: [],
};

/** A thumbprint without separators in upper case; null for what is none. */
export const readThumbprint = (text: string | undefined): string | null => {
  const hex = (text ?? '').replaceAll(/[^0-9a-f]/gi, '').toUpperCase();
  return hex.length === 40 || hex.length === 64 ? hex : null;
};

/** The id in a text, when it is one and not the empty one that .NET writes for "none". */
export const realGuid = <Id extends string>(
  parse: (text: string) => Id | null,
  text: string | undefined,
): Id | null => {
  const id = parse(text ?? '');
  return id === '00000000-0000-0000-0000-000000000000' ? null : id;
};
