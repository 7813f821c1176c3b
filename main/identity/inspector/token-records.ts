import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { TokenSource } from '../token-source.ts';
import { readToken } from './read-token.ts';
import type { TokenContent } from './read-token.ts';

/** What became of the last request for a token of an app in an environment. */
export type TokenRecord = {
  readonly workspaceId: WorkspaceId;
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
  readonly resource: string;
  /** When it came or was refused; milliseconds since the epoch. */
  readonly at: number;
  readonly expiresAt: number | null;
  /** Null for a refusal, and for a token that is no JSON Web Token. */
  readonly content: TokenContent | null;
  readonly refusal: AppError | null;
};

/** The last record per workspace, credential and environment, for this session, in memory. */
export type TokenRecords = {
  readonly of: (workspaceId: WorkspaceId, appProfileId: AppProfileId) => readonly TokenRecord[];
  /** Drops those of a workspace or a credential. */
  readonly forget: (id: WorkspaceId | CredentialId) => void;
  /** The same source; what it gives and refuses is recorded, the tokens themselves are not kept. */
  readonly watch: (forApp: TokenSource['forApp']) => TokenSource['forApp'];
};

/** Most records that are kept; the oldest go first. */
const MOST = 2000;

/** Makes an empty memory; `now` is in milliseconds since the epoch. */
export const createTokenRecords = (now: () => number): TokenRecords => {
  const records = new Map<string, TokenRecord>();

  const keep = (key: string, record: TokenRecord): void => {
    records.delete(key);
    records.set(key, record);
    const [oldest] = records.keys();
    if (records.size > MOST && oldest !== undefined) records.delete(oldest);
  };

  return {
    of: (workspaceId, appProfileId) =>
      [...records.values()].filter(
        (one) => one.workspaceId === workspaceId && one.appProfileId === appProfileId,
      ),
    forget: (id) => {
      for (const [key, { workspaceId, credentialId }] of records)
        if (workspaceId === id || credentialId === id) records.delete(key);
    },
    watch: (forApp) => async (request, signal) => {
      const { workspaceId, appProfileId, credentialId, resource } = request;
      const key = [workspaceId, appProfileId, credentialId, resource].join(' ');
      const result = await forApp(request, signal);
      const known = records.get(key);
      const who = { workspaceId, appProfileId, credentialId, resource };
      if (result.ok) {
        // One that was in hand already is as old as it was.
        const again = known?.expiresAt === result.value.expiresAt && known.refusal === null;
        const content = readToken(result.value.token);
        const at = again ? known.at : now();
        keep(key, { ...who, at, expiresAt: result.value.expiresAt, content, refusal: null });
      } else if (result.error.code !== 'cancelled')
        keep(key, { ...who, at: now(), expiresAt: null, content: null, refusal: result.error });
      return result;
    },
  };
};
