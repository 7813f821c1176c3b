import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { BusinessUnitId, ClientId } from '../../preload/contract/words/ids.ts';
import { readRootBusinessUnit } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { oneApplicationUser } from './one-application-user.ts';
import { readApplicationUsers } from './read-application-users.ts';
import type { ApplicationUserThere } from './to-application-user.ts';

/** Access mode of a user that no person signs in with (Microsoft Learn: systemuser.accessmode). */
const NON_INTERACTIVE = 4;

/** Refusals that mean "there is a row for this client id already" (Microsoft Learn: web-service-error-codes). */
const saysDuplicate = (error: AppError): boolean =>
  error.code === 'dataverse' &&
  (error.params['hex'] === '0x8004F511' ||
    error.params['hex'] === '0x80040237' ||
    /matching (applicationid|key values) already exists/i.test(String(error.params['message'])));

export type CreatedApplicationUser = {
  readonly user: ApplicationUserThere;
  /** True when the row was there before: nothing was created. */
  readonly adopted: boolean;
  /** `REQ_ID` of the create; empty when nothing was sent. */
  readonly requestId: string;
};

/**
 * Gives an app an application user (Microsoft Learn: manage-application-users; POST systemusers with `applicationid`;
 * Dataverse finds the service principal in Entra itself) and reads it back. An existing live row is adopted, so that
 * asking twice is harmless. `businessUnitId` null means the root. Fails with `user-soft-deleted`, `user-ambiguous`,
 * `state-not-reached` when the new row cannot be read back, or the error of the service.
 */
export const createApplicationUser = async (
  client: DataverseClient,
  wanted: { readonly clientId: ClientId; readonly businessUnitId: BusinessUnitId | null },
  signal: AbortSignal,
): Promise<Result<CreatedApplicationUser>> => {
  const { clientId } = wanted;
  const environment = new URL(client.origin).host;
  const find = async (): Promise<Result<ApplicationUserThere | null>> => {
    const read = await readApplicationUsers(client, [clientId], signal);
    return read.ok ? oneApplicationUser(read.value, clientId, environment) : read;
  };

  const before = await find();
  if (!before.ok) return before;
  if (before.value !== null) return ok({ user: before.value, adopted: true, requestId: '' });

  let { businessUnitId } = wanted;
  if (businessUnitId === null) {
    const root = await readRootBusinessUnit(client, signal);
    if (!root.ok) return root;
    businessUnitId = root.value.id;
  }
  const body = {
    applicationid: clientId,
    accessmode: NON_INTERACTIVE,
    isdisabled: false,
    'businessunitid@odata.bind': `/businessunits(${businessUnitId})`,
  };
  const created = await client.post('systemusers', body, signal);
  if (!created.ok && !saysDuplicate(created.error)) return created;

  const after = await find();
  if (!after.ok) return after;
  if (after.value === null) {
    return created.ok ? failed('state-not-reached', { what: `application user ${clientId}` }) : created;
  }
  const requestId = (created.ok ? created.value.correlation : created.error.correlation).requestId ?? '';
  return ok({ user: after.value, adopted: !created.ok, requestId });
};
