import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { BusinessUnitId, ClientId } from '../../../preload/contract/words/ids.ts';
import { createApplicationUser } from '../../application-users/create-application-user.ts';
import type { CreatedApplicationUser } from '../../application-users/create-application-user.ts';
import { changeBusinessUnit, deleteUserRow } from '../../application-users/move-and-delete.ts';
import { reassignOwned } from '../../application-users/owned-records.ts';
import { setApplicationUserEnabled } from '../../application-users/set-application-user-enabled.ts';
import type { EnabledApplicationUser } from '../../application-users/set-application-user-enabled.ts';
import { userProfile } from '../../application-users/column-profiles.ts';
import { teamMember } from '../../application-users/team-membership.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { associate, disassociate } from '../../dataverse/associate.ts';
import type { DataverseAnswer, DataverseClient } from '../../dataverse/dataverse-client.ts';
import { userRole } from '../../security-roles/role-membership.ts';
import { effectHolds } from '../planner/step-action.ts';
import type { AppNow, ChangeAction } from '../planner/step-action.ts';
import { isAsPlanned } from './is-as-planned.ts';

/** What a change was answered; `requestId` is empty when nothing was sent. `already`: it was so before, by whatever made it so. */
export type Sent = { readonly requestId: string; readonly already: boolean };

/** Refusals that mean that it is so already (sources disagree on whether a second link is answered with 204 or 412), or that what should go is gone. */
const saysSo = (action: ChangeAction, error: AppError): boolean => {
  if (error.code !== 'dataverse') return false;
  const hex = String(error.params['hex']).toLowerCase();
  if (action.kind === 'assign-role' || action.kind === 'join-team' || action.kind === 'give-profile')
    return hex === '0x80040237';
  if (action.kind === 'delete-user' || action.kind === 'purge-user')
    return error.params['status'] === 404 || hex === '0x80040217';
  return false;
};

type ChangeAnswer = DataverseAnswer | CreatedApplicationUser | EnabledApplicationUser;
type UserAction = Exclude<ChangeAction, { readonly kind: 'create-user' | 'purge-user' }>;

/** Sends the change of a step that is about a row that exists. */
const changeUser = (
  client: DataverseClient,
  user: ApplicationUserThere,
  action: UserAction,
  signal: AbortSignal,
): Promise<Result<ChangeAnswer>> => {
  const { clientId, systemUserId } = user;
  switch (action.kind) {
    case 'enable-user':
    case 'disable-user':
      return setApplicationUserEnabled(client, { clientId, enabled: action.kind === 'enable-user' }, signal);
    case 'change-business-unit':
      return changeBusinessUnit(client, { systemUserId, businessUnitId: action.businessUnitId }, signal);
    case 'assign-role':
      return associate(client, userRole(systemUserId, action.roleId), signal);
    case 'remove-role':
      return disassociate(client, userRole(systemUserId, action.roleId), signal);
    case 'join-team':
      return associate(client, teamMember(action.teamId, systemUserId), signal);
    case 'leave-team':
      return disassociate(client, teamMember(action.teamId, systemUserId), signal);
    case 'reassign-records':
      return reassignOwned(client, { systemUserId, teamId: action.toTeam }, signal);
    case 'give-profile':
      return associate(client, userProfile(systemUserId, action.profileId), signal);
    case 'take-profile':
      return disassociate(client, userProfile(systemUserId, action.profileId), signal);
    case 'delete-user':
      return deleteUserRow(client, systemUserId, signal);
  }
};

/** Creates the user in its business unit; one that somebody has made elsewhere since the plan is not what was planned. */
const createUser = async (
  client: DataverseClient,
  wanted: { readonly clientId: ClientId; readonly businessUnitId: BusinessUnitId },
  signal: AbortSignal,
): Promise<Result<CreatedApplicationUser>> => {
  const created = await createApplicationUser(client, wanted, signal);
  if (!created.ok) return created;
  const { adopted, user } = created.value;
  return adopted && user.businessUnit?.id !== wanted.businessUnitId
    ? failed('user-changed', { name: user.name, environment: new URL(client.origin).host })
    : created;
};

/** Whether somebody was faster, so that nothing had to be changed. */
const wasSo = (value: ChangeAnswer): boolean =>
  ('adopted' in value && value.adopted) || ('changed' in value && !value.changed);

const send = (
  client: DataverseClient,
  clientId: ClientId,
  action: ChangeAction,
  now: AppNow,
  signal: AbortSignal,
): Promise<Result<ChangeAnswer>> => {
  if (action.kind === 'purge-user')
    // Never a row that is not soft-deleted: the same request would soft-delete it.
    return now.deleted.includes(action.systemUserId)
      ? deleteUserRow(client, action.systemUserId, signal)
      : Promise.resolve(failed('plan-changed'));
  if (action.kind === 'create-user')
    return createUser(client, { clientId, businessUnitId: action.businessUnitId }, signal);
  const environment = new URL(client.origin).host;
  const { user } = now;
  if (user === null) return Promise.resolve(failed('user-missing', { clientId, environment }));
  if (user.platform) return Promise.resolve(failed('platform-user', { name: user.name }));
  if (!isAsPlanned(action, { ...now, user }))
    return Promise.resolve(failed('user-changed', { name: user.name, environment }));
  return changeUser(client, user, action, signal);
};

/**
 * Sends the change of one step as the admin; `now` is what the app was when it was last read. A step whose effect is there
 * already sends nothing, so that carrying out twice is harmless; one that would take along what nobody has planned is refused. Whether it took effect is asked at the end of all steps.
 */
export const carryOut = async (
  client: DataverseClient,
  clientId: ClientId,
  action: ChangeAction,
  now: AppNow,
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  if (effectHolds(action, now)) return ok({ requestId: '', already: true });
  const sent = await send(client, clientId, action, now, signal);
  if (!sent.ok) {
    const { correlation } = sent.error;
    return saysSo(action, sent.error) ? ok({ requestId: correlation.requestId ?? '', already: true }) : sent;
  }
  const { value } = sent;
  return ok({
    requestId: 'requestId' in value ? value.requestId : (value.correlation.requestId ?? ''),
    already: wasSo(value),
  });
};
