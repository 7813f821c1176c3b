import { z } from 'zod';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
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
import { depthsOf, readWholeRole, wholeRole } from '../../security-roles/whole-role.ts';
import { whenGone } from '../../security-roles/when-gone.ts';
import type { Sent } from '../apply/carry-out.ts';
import { isUnchanged, roleEffectHolds } from './role-action.ts';
import type { RoleAction, RoleNow } from './role-action.ts';

const rowSchema = z.object({ name: z.string(), description: z.string().nullish() });

const isGone = (error: { readonly code: string }): boolean => error.code === 'not-found';

const needsPrivileges = ({ kind }: RoleAction): boolean =>
  kind === 'set-privileges' || kind === 'remove-privileges';

const needsDescription = (action: RoleAction): boolean =>
  action.kind === 'change-role' && action.columns.description !== undefined;

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
  const { name, description } = row.value;
  return ok({ name, description: description ?? '', whole: whole.value });
};

const send = async (
  client: DataverseClient,
  role: string,
  action: RoleAction,
  now: RoleNow,
  ours: boolean,
  signal: AbortSignal,
): Promise<Result<Pick<Sent, 'requestId'>>> => {
  const { roleId } = action;
  const changed = failed('role-changed', { role, environment: new URL(client.origin).host });
  if (action.kind === 'create-role') return createRole(client, action, signal);
  if (now === null) return failed('not-found', { what: 'security role', id: roleId });
  if (action.kind === 'change-role')
    // The undo gives back the name that was planned over: another one is somebody's own.
    return action.columns.name !== undefined && !ours && now.name !== role
      ? changed
      : patchRole(client, roleId, action.columns, signal);
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
 * Sends the change of one step as the admin. Reads before it writes: a step whose effect is there already sends nothing, and what
 * somebody else has changed since the plan is not overwritten (`role-changed`). `ours`: what is
 * there already of it is ours (see `isUnchanged`). `requestId` is empty when nothing was sent.
 */
export const carryOutRole = async (
  client: DataverseClient,
  role: string,
  action: RoleAction,
  ours: boolean,
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  const read = await readRoleNow(client, [action], signal);
  if (!read.ok) return read;
  const now = read.value;
  if (roleEffectHolds(action, now)) return ok({ requestId: '', already: true });
  const sent = await send(client, role, action, now, ours, signal);
  return sent.ok ? ok({ requestId: sent.value.requestId, already: false }) : sent;
};
