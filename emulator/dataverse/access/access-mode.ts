import { privilegeFor } from '../base/privileges.ts';
import type { Grants } from '../base/role-definition.ts';
import { requireTable } from '../schema/schema.ts';
import { verbs } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';

/** `systemuser.accessmode` (Learn: systemuser table reference). */
export const accessModes = {
  readWrite: 0,
  administrative: 1,
  read: 2,
  support: 3,
  nonInteractive: 4,
  delegatedAdmin: 5,
} as const;

/** Users who change nothing: those of access mode Read, and support users (Web service error codes: InsufficientAccessMode, CannotAssignRolesToSupportUser). */
export const isReadOnly = (user: Row): boolean =>
  user['accessmode'] === accessModes.read || user['accessmode'] === accessModes.support;

const customerTables = ['account', 'contact', 'lead', 'opportunity', 'incident', 'task', 'annotation'];

let customerPrivileges: ReadonlySet<string> | null = null;

/** Ids of the privileges for customer data; asked late, because privileges are read from the tables. */
const forCustomerData = (): ReadonlySet<string> =>
  (customerPrivileges ??= new Set(
    customerTables.flatMap((name) =>
      verbs.flatMap((verb) => privilegeFor(requireTable(name), verb)?.id ?? []),
    ),
  ));

/** What a role grants to a user: nothing of customer data where it is an administrative one (Learn: "Create users", Create an Administrative user account). */
export function grantsInMode(user: Row | null, grants: Grants): Grants {
  if (user?.['accessmode'] !== accessModes.administrative) return grants;
  return new Map([...grants].filter(([id]) => !forCustomerData().has(id)));
}
