import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { consentKey } from './consent-columns.tsx';

const NOTHING_YET: ConsentRow['state'] = {
  status: 'not-asked',
  asked: null,
  declinedAt: null,
  checked: null,
};

/** The row of a key; for a client that was never asked one without a past. Undefined for what is not to be seen here. */
export const findRow = (list: OutputOf<'consent.list'>, key: string | undefined): ConsentRow | undefined => {
  const known = list.rows.find((row) => consentKey(row) === key);
  if (known !== undefined || key === undefined) return known;
  const app = list.rows.find(({ appProfileId }) => key.startsWith(`${appProfileId} `));
  const client = list.clients.find(({ workspaceId }) => key.endsWith(` ${workspaceId}`));
  if (app === undefined || client === undefined) return undefined;
  const { colour, name, tenantId, workspaceId } = client;
  return {
    ...app,
    workspaceId,
    workspaceName: name,
    colour,
    tenantId,
    home: tenantId !== null && tenantId === app.homeTenantId,
    state: NOTHING_YET,
  };
};
