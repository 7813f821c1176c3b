import { z } from 'zod';
import type { AuditRow } from '../../../preload/contract/fleet.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataExpression } from '../../dataverse/odata-literal.ts';
import { decodeRows } from '../../dataverse/rows.ts';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const rowSchema = z.object({
  createdon: z.string(),
  action: z.int(),
  [`action${FORMATTED}`]: z.string().optional(),
  [`_userid_value${FORMATTED}`]: z.string().optional(),
});
const MOST = 200;
/** The clocks of two machines differ: rows from a little before the operation began are read too. */
const SLACK = 60_000;

/**
 * What the environment itself recorded about an app's user since an instant (Microsoft Learn: "Retrieve and delete the history
 * of audited data changes"; needs prvReadAuditSummary). Empty where the environment does not audit users.
 */
export const readAudit = async (
  client: DataverseClient,
  clientId: ClientId,
  since: string,
  signal: AbortSignal,
): Promise<Result<readonly AuditRow[]>> => {
  const users = await readApplicationUsers(client, [clientId], signal);
  if (!users.ok) return users;
  if (users.value.length === 0) return ok([]);
  const from = new Date(Date.parse(since) - SLACK).toISOString();
  const who = users.value.map(({ systemUserId }) => `_objectid_value eq ${systemUserId}`).join(' or ');
  const filter = odataExpression(`createdon ge ${from} and (${who})`);
  const path =
    'audits?$select=createdon,action,_userid_value,_objectid_value' +
    `&$filter=${filter}&$orderby=createdon%20asc&$top=${MOST}`;
  const answer = await client.get(path, { signal, annotations: true });
  if (!answer.ok) return answer;
  const decoded = decodeRows(rowSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  return ok(
    decoded.value.rows.flatMap((row) => {
      const at = new Date(row.createdon);
      const action = row[`action${FORMATTED}`];
      const by = row[`_userid_value${FORMATTED}`];
      return Number.isNaN(at.getTime())
        ? []
        : [
            {
              at: at.toISOString(),
              action: typeof action === 'string' ? action : `Action ${row.action}`,
              by: typeof by === 'string' ? by : '',
            },
          ];
    }),
  );
};
