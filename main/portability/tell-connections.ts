import type { ConnectionRow } from '../../preload/contract/portability.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import type { FoundConnection } from './formats/connection.ts';

/** What is asked of other rooms about a connection. */
export type UnderstandPorts = {
  readonly understand: (
    text: string,
  ) => Result<{ readonly url: OrgUrl; readonly cloud: CloudId | null; readonly region: string | null }>;
  readonly secretProblem: (secret: string) => AppError | null;
  readonly profiles: () => readonly StoredProfile[];
};

/** One connection in the words of the contract: everything but its secret. */
export const tellConnection = (
  { understand, secretProblem, profiles }: UnderstandPorts,
  found: FoundConnection,
  index: number,
): ConnectionRow => {
  const place = found.address === '' ? null : understand(found.address);
  const url = place?.ok === true ? place.value : null;
  const isDamaged = found.secret !== null && secretProblem(found.secret) !== null;
  return {
    index,
    name: found.name.slice(0, 300),
    clientId: found.clientId,
    tenantId: found.tenantId,
    url: url?.url ?? null,
    cloud: url?.cloud ?? null,
    credential: isDamaged ? 'damaged' : found.credential,
    thumbprint: found.thumbprint,
    gaps: [
      ...found.gaps,
      ...(place === null
        ? (['no-environment'] as const)
        : url === null
          ? (['environment-not-understood'] as const)
          : []),
    ],
    knownAs: profiles().find((one) => one.clientId === found.clientId)?.name ?? null,
  };
};
