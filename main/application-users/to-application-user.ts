import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import { ACCESS_MODES } from '../../preload/contract/words/status.ts';
import { SYSTEM_ADMINISTRATOR_TEMPLATE } from '../dataverse/system-administrator.ts';
import type { ApplicationUserRow, HeldRoleRow } from './application-user-row.ts';
import { isPlatformUser } from './platform-user.ts';

/** An application user as the inventory knows it of one environment; the environment's id is ours and is added outside. */
export type InventoryUser = Omit<ApplicationUser, 'environmentId'>;
/** An application user by itself, without what it holds through teams. */
export type ApplicationUserThere = Omit<InventoryUser, 'teamRoles'>;

/** `systemuser.azurestate` by number (Microsoft Learn: systemuser table). */
const ENTRA_STATES = ['exists', 'soft-deleted', 'not-found'] as const;

/** As the service writes instants: without fractions (Microsoft Learn: behavior and format of the date and time column). */
const WHOLE_SECONDS = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

const instantOf = (text: string | null | undefined): string | null => {
  if (text === null || text === undefined) return null;
  // The usual form is put together, which takes a fifth of the time: there are two for every user of a fleet.
  if (WHOLE_SECONDS.test(text)) return `${text.slice(0, -1)}.000Z`;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

/** Reads a role row as one that somebody holds. */
export const heldRole = (
  row: HeldRoleRow,
  administratorRoles: ReadonlySet<RoleId>,
): ApplicationUserThere['roles'][number] => {
  const { _parentrootroleid_value: root, _roletemplateid_value: template } = row;
  const rootRoleId = root ?? row.roleid;
  return {
    roleId: row.roleid,
    rootRoleId,
    name: row.name,
    systemAdministrator:
      administratorRoles.has(rootRoleId) || template?.toLowerCase() === SYSTEM_ADMINISTRATOR_TEMPLATE,
  };
};

/** The same order each time; who shows them sorts them as the person's language does, which takes longer. */
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name === b.name ? 0 : a.name < b.name ? -1 : 1;

/**
 * Reads a `systemusers` row as an application user. `administratorRoles` are the root ids of System Administrator.
 * `deletedstate` 1 is soft-deleted whatever `isdisabled` says: such a row still holds the client id and blocks a new one.
 */
export const toApplicationUser = (
  row: ApplicationUserRow,
  administratorRoles: ReadonlySet<RoleId>,
): ApplicationUserThere => {
  const roles = row.systemuserroles_association
    .map((role) => heldRole(role, administratorRoles))
    .toSorted(byName);
  const { _businessunitid_value: businessUnitId = null } = row;
  const enabledState = row.isdisabled ? 'disabled' : 'enabled';
  return {
    systemUserId: row.systemuserid,
    clientId: row.applicationid,
    // The system writes "#" for the first name that an app does not have.
    name: (row.fullname ?? '').replace(/^#\s+/, '').trim() || row.applicationid,
    servicePrincipalId: row.azureactivedirectoryobjectid ?? null,
    state: row.deletedstate === 1 ? 'soft-deleted' : enabledState,
    entraState: ENTRA_STATES[row.azurestate ?? -1] ?? 'unknown',
    accessMode: ACCESS_MODES[row.accessmode ?? -1] ?? 'Unknown',
    businessUnit:
      businessUnitId === null
        ? null
        : { id: businessUnitId, name: row.businessunitid?.name ?? businessUnitId },
    roles,
    systemAdministrator: roles.some((role) => role.systemAdministrator),
    platform: isPlatformUser({ clientId: row.applicationid, userName: row.domainname ?? '' }),
    createdOn: instantOf(row.createdon),
    modifiedOn: instantOf(row.modifiedon),
  };
};
