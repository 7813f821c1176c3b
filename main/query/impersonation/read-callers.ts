import { z } from 'zod';
import type { CallerUser } from '../../../preload/contract/query-callers.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseRecordId, parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import type { SystemUserId } from '../../../preload/contract/words/ids.ts';
import type { DataverseClient, OnBehalfOf } from '../../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../../dataverse/odata-literal.ts';
import { decodeRows, guidOf } from '../../dataverse/rows.ts';

/** A user, and how a request names it to be made on its behalf. */
export type Caller = { readonly user: CallerUser; readonly onBehalfOf: OnBehalfOf };

/** Users that a search answers. */
const MOST = 50;
const SELECT =
  '$select=systemuserid,fullname,domainname,internalemailaddress,azureactivedirectoryobjectid,applicationid,isdisabled';

/** Microsoft Learn: systemuser table. */
const rowSchema = z
  .object({
    systemuserid: guidOf(parseSystemUserId),
    fullname: z.string().nullish(),
    domainname: z.string().nullish(),
    internalemailaddress: z.string().nullish(),
    azureactivedirectoryobjectid: guidOf(parseRecordId).nullish(),
    applicationid: z.string().nullish(),
    isdisabled: z.boolean().nullish(),
  })
  .transform((row): Caller => {
    const username = row.domainname ?? row.internalemailaddress ?? null;
    return {
      user: {
        systemUserId: row.systemuserid,
        // Dataverse writes "#" for the first name that an app does not have.
        name: (row.fullname ?? '').replace(/^#\s+/, '').trim() || (username ?? row.systemuserid),
        username: username === '' ? null : username,
        disabled: row.isdisabled === true,
        application: row.applicationid != null,
      },
      onBehalfOf:
        row.azureactivedirectoryobjectid == null
          ? { header: 'MSCRMCallerID', id: row.systemuserid }
          : { header: 'CallerObjectId', id: row.azureactivedirectoryobjectid },
    };
  });

const read = async (
  client: DataverseClient,
  options: string,
  signal: AbortSignal,
): Promise<Result<readonly Caller[]>> => {
  const answer = await client.get(`systemusers?${SELECT}&${options}`, { signal });
  if (!answer.ok) return answer;
  const decoded = decodeRows(rowSchema, answer.value, client.origin);
  return decoded.ok ? ok(decoded.value.rows) : decoded;
};

/** Users whose name, sign-in name or mail address holds the text, by name; one more than fifty says that there are more. Those that were deleted are left out. */
export const searchCallers = async (
  client: DataverseClient,
  search: string,
  signal: AbortSignal,
): Promise<Result<{ readonly callers: readonly Caller[]; readonly more: boolean }>> => {
  const text = odataString(search.trim());
  const holds = ['fullname', 'domainname', 'internalemailaddress'].map((name) => `contains(${name},${text})`);
  const filter = [
    odataExpression('deletedstate ne 1'),
    ...(search.trim() === '' ? [] : [`(${holds.join(odataExpression(' or '))})`]),
  ].join(odataExpression(' and '));
  const found = await read(client, `$filter=${filter}&$orderby=fullname&$top=${MOST + 1}`, signal);
  if (!found.ok) return found;
  return ok({ callers: found.value.slice(0, MOST), more: found.value.length > MOST });
};

/** One user; `not-found` when the environment has none with this id. */
export const readCaller = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<Caller>> => {
  const found = await read(client, `$filter=${odataExpression(`systemuserid eq ${systemUserId}`)}`, signal);
  if (!found.ok) return found;
  const [caller] = found.value;
  return caller === undefined ? failed('not-found', { what: 'user', id: systemUserId }) : ok(caller);
};
