import { privilegeNamed } from '../base/privileges.ts';
import { cannotActOnBehalf, invalidCaller, userDisabled } from '../errors/access-faults.ts';
import { recordNotFound } from '../errors/request-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';
import type { HeldRole, Permissions } from './held-roles.ts';
import { inEnabledUnit } from './identify.ts';

const ACT_ON_BEHALF = 'prvActOnBehalfOfAnotherUser';

/**
 * The user whom a request is made for: `CallerObjectId` names its directory object, which the service prefers, `MSCRMCallerID` its row (Learn:
 * "Impersonate another user using the Web API"). Null where no header names anybody.
 */
export function impersonated(
  environment: Environment,
  headers: Readonly<Record<string, string>>,
): Row | null {
  // A header without a value names nobody.
  const named = (name: string): string | undefined => headers[name]?.trim().toLowerCase() || undefined;
  const objectId = named('callerobjectid');
  const userId = named('mscrmcallerid');
  if (objectId === undefined && userId === undefined) return null;
  const users = environment.rows(requireTable('systemuser'));
  const found =
    objectId === undefined
      ? users.get(userId ?? '')
      : ([...users.where('azureactivedirectoryobjectid', objectId)].find((it) => it['deletedstate'] !== 1) ??
        null);
  if (found === null) {
    throw objectId === undefined ? recordNotFound('systemuser', userId ?? '') : invalidCaller(objectId);
  }
  if (found['isdisabled'] === true || !inEnabledUnit(environment, found)) throw userDisabled();
  return found;
}

/** Refuses a caller without the privilege to act on behalf of others (Learn: "Impersonate another user", required privileges). */
export function requireActOnBehalf(caller: Permissions): void {
  if (!actsOnBehalf(caller)) throw cannotActOnBehalf();
}

/** Whether somebody may act on behalf of others. */
export function actsOnBehalf({ roles }: Permissions): boolean {
  const id = privilegeNamed(ACT_ON_BEHALF)?.id ?? '';
  return roles.some(({ grants }) => grants.has(id));
}

/** Object id of the person who is impersonated, whether there is a row or not; null for nobody and for applications. */
export function impersonatedObject(
  environment: Environment,
  headers: Readonly<Record<string, string>>,
): string | null {
  const objectId = headers['callerobjectid']?.trim().toLowerCase();
  const userId = headers['mscrmcallerid']?.trim().toLowerCase();
  if (objectId !== undefined || userId === undefined) return objectId ?? null;
  const row = environment.rows(requireTable('systemuser')).get(userId);
  return row === null || textOf(row, 'applicationid') !== null
    ? null
    : textOf(row, 'azureactivedirectoryobjectid');
}

/** How far a principal has each privilege, over all its roles. */
function furthest(roles: readonly HeldRole[]): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  for (const { grants } of roles) {
    for (const [id, mask] of grants) if (mask > (masks.get(id) ?? 0)) masks.set(id, mask);
  }
  return masks;
}

/** Whose column security profiles count: the user's alone, or both have to allow it. No page says. */
export type ColumnsOnBehalf = 'user' | 'both';

/**
 * What an impersonated user may do: its own privileges as far as the caller has them too (Learn: "Impersonate another user": the privileges that
 * both share). Each depth starts where the user is, because checks are made as the user.
 */
export function sharedPermissions(
  user: Permissions,
  caller: Permissions,
  columns: ColumnsOnBehalf,
): Permissions {
  const limits = furthest(caller.roles);
  const roles = user.roles.map((role): HeldRole => {
    const shared = [...role.grants].flatMap(([id, mask]): (readonly [string, number])[] => {
      const limit = limits.get(id);
      return limit === undefined ? [] : [[id, Math.min(mask, limit)]];
    });
    return { ...role, grants: new Map(shared) };
  });
  return columns === 'user' ? { ...user, roles } : { ...user, roles, alsoProfileIds: caller.profileIds };
}

/** The row's id of whoever really asks, for `createdonbehalfby` and its like; null where nobody is impersonated. */
export const actingId = (user: Row, caller: Row): string | null =>
  user === caller ? null : textOf(caller, 'systemuserid');
