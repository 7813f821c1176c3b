import { z } from 'zod';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseAnswer, DataverseClient } from '../../dataverse/dataverse-client.ts';
import { decodeOne } from '../../dataverse/rows.ts';
import {
  addPrivileges,
  createRole,
  deleteRole,
  patchRole,
  removePrivileges,
  replacePrivileges,
} from '../../security-roles/role-writes.ts';
import { associate, disassociate } from '../../dataverse/associate.ts';
import { depthsOf, readWholeRole, wholeRole } from '../../security-roles/whole-role.ts';
import { readRolesOfTeam, teamRole } from '../../security-roles/team-role-membership.ts';
import { whenGone } from '../../security-roles/when-gone.ts';
import type { Sent } from '../apply/carry-out.ts';
import { holding, isUnchanged, roleEffectHolds } from './role-action.ts';
import type { RoleAction, RoleNow, TeamRoleAction } from './role-action.ts';

const rowSchema = z.object({ name: z.string(), description: z.string().nullish() });

const isGone = (error: { readonly code: string }): boolean => error.code === 'not-found';

const needsPrivileges = ({ kind }: RoleAction): boolean =>
  kind === 'set-privileges' || kind === 'remove-privileges';

const needsDescription = (action: RoleAction): boolean =>
  action.kind === 'change-role' && action.columns.description !== undefined;

const concernsTeam = (action: RoleAction): action is TeamRoleAction => 'teamId' in action;

const readHoldings = async (
  client: DataverseClient,
  actions: readonly TeamRoleAction[],
  signal: AbortSignal,
): Promise<Result<ReadonlySet<string>>> => {
  const holdings = new Set<string>();
  for (const teamId of new Set(actions.map((action) => action.teamId))) {
    const roles = await readRolesOfTeam(client, teamId, signal);
    // A team that is gone holds nothing; who would give it something is told by the service.
    if (!roles.ok && !isGone(roles.error)) return roles;
    for (const { roleId: copyId } of roles.ok ? roles.value : []) holdings.add(holding({ copyId, teamId }));
  }
  return ok(holdings);
};

/** `DuplicateRecord`: sources disagree on whether a second link is answered with 204 or with 412; either means that it is so. */
const isHeldAlready = ({ code, params }: AppError): boolean =>
  code === 'dataverse' && String(params['hex']).toLowerCase() === '0x80040237';

const changeTeam = async (
  client: DataverseClient,
  action: TeamRoleAction,
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  const change = action.kind === 'give-team-role' ? associate : disassociate;
  const answer = await change(client, teamRole(action.teamId, action.copyId), signal);
  if (answer.ok) return ok({ requestId: answer.value.correlation.requestId ?? '', already: false });
  return action.kind === 'give-team-role' && isHeldAlready(answer.error)
    ? ok({ requestId: answer.error.correlation.requestId ?? '', already: true })
    : answer;
};

/** What the role of an action is now, past the service's caches; only as much of it as the actions need. */
export const readRoleNow = async (
  client: DataverseClient,
  actions: readonly RoleAction[],
  signal: AbortSignal,
): Promise<Result<RoleNow>> => {
  const [first] = actions;
  if (first === undefined) return ok(null);
  const { roleId } = first;
  const columns = actions.some(needsDescription) ? 'name,description' : 'name';
  const answer = await client.get(`roles(${roleId})?$select=${columns}`, { signal, strong: true });
  const read: Result<DataverseAnswer> = whenGone(answer, 'security role', roleId);
  if (!read.ok) return isGone(read.error) ? ok(null) : read;
  const row = decodeOne(rowSchema, read.value, client.origin);
  if (!row.ok) return row;
  const whole = actions.some(needsPrivileges)
    ? await readWholeRole(client, roleId, signal)
    : ok(wholeRole([]));
  if (!whole.ok) return isGone(whole.error) ? ok(null) : whole;
  const holdings = await readHoldings(client, actions.filter(concernsTeam), signal);
  if (!holdings.ok) return holdings;
  const { name, description } = row.value;
  return ok({ name, description: description ?? '', whole: whole.value, holdings: holdings.value });
};

const send = async (
  client: DataverseClient,
  role: string,
  action: RoleAction,
  now: RoleNow,
  ours: boolean,
  signal: AbortSignal,
): Promise<Result<Pick<Sent, 'requestId'> & Partial<Sent>>> => {
  const { roleId } = action;
  const changed = failed('role-changed', { role, environment: new URL(client.origin).host });
  if (action.kind === 'create-role') return createRole(client, action, signal);
  if (now === null) return failed('not-found', { what: 'security role', id: roleId });
  if (action.kind === 'change-role')
    // The undo gives back the name that was planned over: another one is somebody's own.
    return action.columns.name !== undefined && !ours && now.name !== role
      ? changed
      : patchRole(client, roleId, action.columns, signal);
  if (concernsTeam(action)) return changeTeam(client, action, signal);
  if (action.kind === 'delete-role') return deleteRole(client, roleId, signal);
  if (!isUnchanged(action, now.whole, ours)) return changed;
  const depths = depthsOf(now.whole);
  const open = action.changes.filter(
    ({ privilegeId, after }) => (depths.get(privilegeId) ?? 'None') !== after,
  );
  if (action.kind === 'remove-privileges')
    return removePrivileges(
      client,
      roleId,
      open.map(({ privilegeId }) => privilegeId),
      signal,
    );
  return action.replaces === null
    ? addPrivileges(client, roleId, open, signal)
    : replacePrivileges(client, roleId, now.whole, open, signal);
};

/**
 * Sends the change of one step as the admin; `now` is what the role was just before: a step whose effect is there already sends
 * nothing, and what somebody else has changed since the plan is not overwritten (`role-changed`). `ours`: what is
 * there already of it is ours (see `isUnchanged`). `requestId` is empty when nothing was sent.
 */
export const carryOutRole = async (
  client: DataverseClient,
  role: string,
  action: RoleAction,
  now: RoleNow,
  ours: boolean,
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  if (roleEffectHolds(action, now)) return ok({ requestId: '', already: true });
  const sent = await send(client, role, action, now, ours, signal);
  return sent.ok ? ok({ already: false, ...sent.value }) : sent;
};
