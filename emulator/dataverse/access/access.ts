import { accessRightOf, type Privilege, privilegeFor, privilegeNamed } from '../base/privileges.ts';
import {
  type DeniedCaller,
  depthDenied,
  miscPrivilegeDenied,
  privilegeDenied,
  recordDenied,
} from '../errors/access-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table, Verb } from '../schema/table.ts';
import { idOf, lookupTableKey, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';
import { dataverseRule, type DataverseRules } from '../uncertain-rules.ts';
import { type ColumnAccess, columnAccess } from './column-access.ts';
import type { Permissions } from './held-roles.ts';
import { type Hierarchy, hierarchyOf } from './hierarchy.ts';
import { type Reach, reachOf } from './reach.ts';
import { recordAbove } from '../store/record-above.ts';

/** The one place that decides what a caller may do. Every read and write of a table asks it. */
export type Access = {
  readonly user: Row;
  readonly userId: string;
  readonly businessUnitId: string;
  readonly permissions: Permissions;
  /** Who stands below the caller, and what that gives it. */
  readonly hierarchy: Hierarchy;
  /** Refuses where the caller has the privilege for a verb at no depth. */
  require(table: Table, verb: Verb): void;
  /** Refuses where the caller lacks a privilege that belongs to no table, or where it does not reach a business unit. */
  requirePrivilege(name: string, unitId?: string): void;
  /** A test for rows that the caller may read; refuses where it may read none. */
  readable(table: Table): (row: Row) => boolean;
  /** Refuses where the caller does not read all rows of a table. */
  requireAllRows(table: Table): void;
  /** Refuses where the caller's depth for a verb does not reach a row. */
  requireRow(table: Table, verb: Verb, row: Row): void;
  /** Refuses where a row may not be created for its owner. */
  requireCreate(table: Table, row: Row): void;
  /** Whether the caller's depth for a verb reaches a row. */
  mayRow(table: Table, verb: Verb, row: Row): boolean;
  /** Whether column-level security lets the caller do something with a column. */
  readonly mayColumn: ColumnAccess;
  /** How far a privilege reaches; null for not at all. */
  reach(privilege: Privilege): Reach | null;
};

const noReach: Reach = { everything: false, units: new Set(), owners: new Set() };

/** Business unit and owner of a row, in the terms of its table's scope. */
function placeOf(
  table: Table,
  row: Row,
): { readonly unit: string; readonly owner: string; readonly ownerType: number } {
  if (table.scope.kind === 'businessUnit') {
    return { unit: textOf(row, table.scope.column) ?? '', owner: idOf(row, table.primaryId), ownerType: 8 };
  }
  return {
    unit: textOf(row, 'owningbusinessunit') ?? '',
    owner: textOf(row, 'ownerid') ?? '',
    ownerType: row[lookupTableKey('ownerid')] === 'team' ? 9 : 8,
  };
}

function within(table: Table, reach: Reach, row: Row): boolean {
  if (reach.everything || table.scope.kind === 'organization' || table.scope.kind === 'open') return true;
  const { unit, owner } = placeOf(table, row);
  return reach.units.has(unit) || reach.owners.has(owner);
}

/** What profiles allow: those of the user and, where they count, of whoever acts on its behalf. */
function columnsOf(environment: Environment, { profileIds, alsoProfileIds }: Permissions): ColumnAccess {
  const own = columnAccess(environment, profileIds);
  if (alsoProfileIds === undefined) return own;
  const also = columnAccess(environment, alsoProfileIds);
  return (table, column, action) => own(table, column, action) && also(table, column, action);
}

/** Access of one user for one request. */
export function createAccess(
  environment: Environment,
  user: Row,
  permissions: Permissions,
  rules: DataverseRules | undefined,
): Access {
  const userId = idOf(user, 'systemuserid');
  const businessUnitId = textOf(user, 'businessunitid') ?? '';
  const reaches = new Map<string, Reach | null>();

  const reach = (privilege: Privilege): Reach | null => {
    const known = reaches.get(privilege.id);
    if (known !== undefined) return known;
    const teams = dataverseRule(rules, environment.seed, 'teamRoleReaches');
    const found = reachOf(environment, permissions, privilege, teams);
    reaches.set(privilege.id, found);
    return found;
  };

  const denied = (): DeniedCaller => ({
    userId,
    objectId: textOf(user, 'azureactivedirectoryobjectid'),
    businessUnitId,
    accessMode: numberOf(user, 'accessmode') ?? 0,
    roleCount: permissions.roles.length,
    privilegeCount: new Set(permissions.roles.flatMap((it) => [...it.grants.keys()])).size,
  });

  let known: Hierarchy | null = null;
  const hierarchy = (): Hierarchy => (known ??= hierarchyOf(environment, user, rules));

  type Holds = (principalId: string) => boolean;

  /**
   * Whether a row, or the one that it stands under, is shared for a verb with somebody who counts as the caller; without the privilege
   * sharing gives nothing.
   */
  const isShared = (
    table: Table,
    verb: Verb,
    row: Row,
    holds: Holds,
    below: readonly string[] = [],
  ): boolean => {
    const id = idOf(row, table.primaryId);
    if (environment.shares.isEmpty || below.includes(id)) return false;
    const own = environment.shares
      .of(id)
      .some(({ mask, principalId }) => (mask & accessRightOf[verb]) !== 0 && holds(principalId));
    if (own) return true;
    const found = recordAbove(environment, table, row);
    return found !== null && isShared(found.table, verb, found.row, holds, [...below, id]);
  };

  /**
   * Whether a row stands below one that belongs to somebody who counts as the caller: its owner has all rights of what is below but to create
   * (Learn: "Manage PrincipalObjectAccess storage": with Reparent, related subrecords are shared to the owner of the parent record).
   */
  const isBelowOwn = (table: Table, verb: Verb, row: Row, holds: Holds): boolean => {
    const seen = new Set<string>();
    let at = verb === 'Create' ? null : recordAbove(environment, table, row);
    while (at !== null) {
      const id = idOf(at.row, at.table.primaryId);
      if (seen.has(id)) return false;
      if (holds(textOf(at.row, 'ownerid') ?? '')) return true;
      seen.add(id);
      at = recordAbove(environment, at.table, at.row);
    }
    return false;
  };

  /** What belongs to those below the caller, or is shared with them, is within its reach as far as hierarchy security goes. */
  const reachesRow = (table: Table, verb: Verb, found: Reach, row: Row): boolean => {
    if (table.scope.kind === 'through' && !found.everything) {
      const parent = requireTable(table.scope.table);
      const above = environment.rows(parent).get(textOf(row, table.scope.column) ?? '');
      return above !== null && reachesRow(parent, verb, found, above);
    }
    if (within(table, found, row)) return true;
    const reports = hierarchy().principals(table, verb);
    if (reports.size > 0 && reports.has(textOf(row, 'ownerid') ?? '')) return true;
    const holds: Holds = (id) => id === userId || permissions.teamIds.includes(id) || reports.has(id);
    return isShared(table, verb, row, holds) || isBelowOwn(table, verb, row, holds);
  };

  /** Reach of a verb on a table; a table without that privilege is open to whoever got this far. */
  const reachFor = (table: Table, verb: Verb): Reach => {
    const privilege = privilegeFor(table, verb);
    if (privilege === null) return { ...noReach, everything: true };
    const found = reach(privilege);
    if (found === null) throw privilegeDenied(denied(), privilege, table);
    return found;
  };

  const requirePrivilege = (name: string, unitId?: string): void => {
    const privilege = privilegeNamed(name);
    if (privilege === null) throw new Error(`There is no privilege '${name}'.`);
    const found = reach(privilege);
    if (found === null) throw miscPrivilegeDenied(denied(), privilege);
    if (unitId === undefined || found.everything || found.units.has(unitId)) return;
    throw depthDenied(denied(), privilege, unitId === businessUnitId ? 'Local' : 'Deep');
  };

  const readable = (table: Table): ((row: Row) => boolean) => {
    if (table.scope.kind === 'through') {
      const { table: parentName, column } = table.scope;
      const parent = requireTable(parentName);
      const rows = environment.rows(parent);
      const may = readable(parent);
      return (row) => {
        const parentRow = rows.get(textOf(row, column) ?? '');
        return parentRow !== null && may(parentRow);
      };
    }
    if (table.scope.kind === 'privilege') {
      requirePrivilege(table.scope.privilege);
      return () => true;
    }
    const found = reachFor(table, 'Read');
    return found.everything ? () => true : (row) => reachesRow(table, 'Read', found, row);
  };

  const requireAllRows = (table: Table): void => {
    const { scope } = table;
    if (scope.kind === 'through') return requireAllRows(requireTable(scope.table));
    if (scope.kind === 'privilege') return requirePrivilege(scope.privilege);
    const privilege = privilegeFor(table, 'Read');
    const isAll = reachFor(table, 'Read').everything || scope.kind === 'organization';
    if (privilege !== null && !isAll) throw depthDenied(denied(), privilege, 'Global');
  };

  return {
    user,
    userId,
    businessUnitId,
    permissions,
    get hierarchy() {
      return hierarchy();
    },
    mayColumn: columnsOf(environment, permissions),
    reach,
    readable,
    require(table, verb) {
      reachFor(table, verb);
    },
    requirePrivilege,
    requireAllRows,
    mayRow(table, verb, row) {
      const privilege = privilegeFor(table, verb);
      const found = privilege === null ? null : reach(privilege);
      return found !== null && reachesRow(table, verb, found, row);
    },
    requireRow(table, verb, row) {
      if (reachesRow(table, verb, reachFor(table, verb), row)) return;
      const { unit, owner, ownerType } = placeOf(table, row);
      throw recordDenied(userId, table, verb, {
        id: idOf(row, table.primaryId),
        ownerId: owner,
        ownerType,
        businessUnitId: unit,
      });
    },
    requireCreate(table, row) {
      const found = reachFor(table, 'Create');
      const privilege = privilegeFor(table, 'Create');
      if (privilege === null || within(table, found, row)) return;
      const { unit } = placeOf(table, row);
      throw depthDenied(denied(), privilege, unit === businessUnitId ? 'Local' : 'Deep');
    },
  };
}

/** Access for what the service does itself because of a request that was allowed. */
export const unchecked = (access: Access): Access => ({
  ...access,
  require: () => undefined,
  requirePrivilege: () => undefined,
  requireAllRows: () => undefined,
  requireRow: () => undefined,
  requireCreate: () => undefined,
  readable: () => () => true,
  mayRow: () => true,
  mayColumn: () => true,
});
