import {
  generateUserRoles,
  generateMemberships,
  generateTeamRoles,
  generateTeams,
} from '../base/generate-assignments.ts';
import { generateBusinessRows, generatedTables } from '../base/generate-business.ts';
import {
  generateCurrencies,
  generateOrganization,
  generatePublishers,
  generateSolutions,
} from '../base/generate-single-rows.ts';
import {
  generateFieldPermissions,
  generateProfiles,
  generateTeamProfiles,
  generateUserProfiles,
} from '../base/generate-profiles.ts';
import { generateBusinessUnits, generateRoles } from '../base/generate-units.ts';
import { generateSavedQueries, generateUserQueries } from '../base/generate-views.ts';
import { timeZoneNameRows, timeZoneRows, timeZoneRuleRows } from './time-zone-rows.ts';
import { generateUserSettings } from '../base/generate-user-settings.ts';
import { generateUsers } from '../base/generate-users.ts';
import { type Blueprint, createBlueprint } from '../base/blueprint.ts';
import { importRoles } from '../base/exported-roles.ts';
import { type PrivilegeCatalogue, sharedPrivileges } from '../base/privileges.ts';
import { rootRoleId } from '../base/role-catalogue.ts';
import type { Grants } from '../base/role-definition.ts';
import type { EnvironmentSeed } from '../environment-seed.ts';
import { isAudited } from '../schema/audited.ts';
import { linkEnds } from '../schema/link-ends.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import { activityRows } from './activity-rows.ts';
import { attributeRows } from './attribute-rows.ts';
import { type AuditDetails, createAuditDetails } from './audit-details.ts';
import { type ChangeLog, createChangeLog } from './change-log.ts';
import { createDeletions, type Deletions } from './deletions.ts';
import { createJournal } from './journal.ts';
import { privilegeObjectRows, stringMapRows } from './lookup-rows.ts';
import { memoryRows } from './memory-rows.ts';
import { ownerRows } from './owner-rows.ts';
import type { MutableRows, RowSource } from './row-source.ts';
import { shareRows } from './share-rows.ts';
import { createShares, type Shares } from './shares.ts';
import { entityDefinitionRows, privilegeRows, privilegeRowsOf } from './shared-rows.ts';
import { booleanOptionSetRows, globalOptionSetRows, optionSetRows } from './option-set-rows.ts';
import { keyRows, manyToManyRows, oneToManyRows, relationshipRows } from './relationship-rows.ts';
import { rolePrivilegeRows } from './role-privilege-rows.ts';

/** The data of one environment: the shared base with its own rows over it. */
export type Environment = {
  readonly seed: EnvironmentSeed;
  readonly rootBusinessUnitId: string;
  /** Rows of any table, for reading. */
  rows(table: Table): RowSource;
  /** Rows of a table that clients may change; throws for the shared and computed ones. */
  mutable(table: Table): MutableRows;
  readonly shares: Shares;
  /** What stands behind the rows of the audit table. */
  readonly auditDetails: AuditDetails;
  /** What is changed of what is audited, by whom it may be: through this store alone. */
  readonly changes: Pick<ChangeLog, 'note' | 'during'>;
  /** Which rows of tables that track their changes were deleted. */
  readonly deletions: Pick<Deletions, 'since'>;
  /** A version number greater than all before it. */
  nextVersion(): number;
  /** The last version number that was given. */
  readonly lastVersion: number;
  readonly privileges: PrivilegeCatalogue;
  /** What a role grants; every copy of a role grants what its root copy does. */
  grantsOf(roleId: string): Grants;
  /** Replaces what a role and its copies grant; null forgets the role. */
  putGrants(rootRoleId: string, grants: Grants | null): void;
  /** Whether a column is under column-level security here. */
  isSecured(table: Table, column: string): boolean;
  /** The business unit and everything below it. */
  unitsBelow(unitId: string): ReadonlySet<string>;
  /** Makes all of a change or, where it throws, nothing of it; `undone` is told when something was taken back. */
  atomically<T>(change: () => T, undone: () => void): T;
  /** Remembers all data; the answer takes it back. */
  snapshot(): () => void;
};

const noGrants: Grants = new Map();

type Generator = (plan: Blueprint) => Iterable<Row>;

const generators: ReadonlyMap<string, Generator> = new Map<string, Generator>([
  ['businessunit', generateBusinessUnits],
  ['role', generateRoles],
  ['systemuser', generateUsers],
  ['usersettings', generateUserSettings],
  ['systemuserroles', generateUserRoles],
  ['team', generateTeams],
  ['teamroles', generateTeamRoles],
  ['teammembership', generateMemberships],
  ['fieldsecurityprofile', generateProfiles],
  ['fieldpermission', generateFieldPermissions],
  ['systemuserprofiles', generateUserProfiles],
  ['teamprofiles', generateTeamProfiles],
  ['organization', generateOrganization],
  ['transactioncurrency', generateCurrencies],
  ['savedquery', generateSavedQueries],
  ['userquery', generateUserQueries],
  ['publisher', generatePublishers],
  ['solution', generateSolutions],
  ...generatedTables.map((table): [string, Generator] => [
    table,
    (plan) => generateBusinessRows(plan, table),
  ]),
]);

/** Whether somebody may have to be told of changes of a table's rows: it is audited itself, or joins one that is. */
const isWatched = (table: Table): boolean =>
  isAudited(table.logicalName) || linkEnds(table).some((it) => isAudited(it.table));

/** The same rows, whose changes are noted. */
const watched = (table: Table, rows: MutableRows, changes: ChangeLog): MutableRows => ({
  ...rows,
  put(row) {
    const id = idOf(row, table.primaryId);
    changes.note({ kind: 'row', table, id, before: rows.get(id), after: row });
    rows.put(row);
  },
  remove(id) {
    const before = rows.get(id);
    if (before !== null) changes.note({ kind: 'row', table, id, before, after: null });
    rows.remove(id);
  },
});

/** Sets up the data of an environment. Rows are made when a request first needs their table. */
export function createEnvironment(seed: EnvironmentSeed): Environment {
  const journal = createJournal();
  const stores = new Map<string, MutableRows>();
  let version = 9_000_000;
  let blueprint: Blueprint | null = null;
  const plan = (): Blueprint => (blueprint ??= createBlueprint(seed));
  let grants: Map<string, Grants> | null = null;

  const changes = createChangeLog();
  const deletions = createDeletions();
  const nextVersion = (): number => (version += 1);
  /** Removes rows and keeps their ids, so that whoever follows the changes of the table learns of it. */
  const removal =
    ({ isActivity, logicalName }: Table, rows: MutableRows) =>
    (id: string): void => {
      if (rows.get(id) === null) return;
      const deletion = { id, version: nextVersion() };
      for (const name of isActivity ? [logicalName, 'activitypointer'] : [logicalName])
        journal.note(deletions.add(name, deletion));
      rows.remove(id);
    };

  const mutable = (table: Table): MutableRows => {
    const known = stores.get(table.logicalName);
    if (known !== undefined) return known;
    const generate = generators.get(table.logicalName);
    const rows = memoryRows(table.primaryId, () => generate?.(plan()) ?? [], journal);
    const tracked = table.tracksChanges ? { ...rows, remove: removal(table, rows) } : rows;
    const made = isWatched(table) ? watched(table, tracked, changes) : tracked;
    stores.set(table.logicalName, made);
    return made;
  };

  const roles = requireTable('role');
  const units = requireTable('businessunit');

  const allGrants = (): Map<string, Grants> =>
    (grants ??= new Map(plan().roles.map((it) => [rootRoleId(seed.organizationId, it), it.grants])));

  const grantsOf = (roleId: string): Grants => {
    const row = mutable(roles).get(roleId);
    const root = row === null ? null : textOf(row, 'parentrootroleid');
    return allGrants().get(root ?? roleId) ?? noGrants;
  };

  const secured = new Set(seed.columnSecurity?.secured.map(({ table, column }) => `${table}/${column}`));
  const isSecured = (table: Table, column: string): boolean =>
    secured.size > 0 && secured.has(`${table.logicalName}/${column}`);

  const catalogue =
    seed.exportedRoles === undefined ? sharedPrivileges : importRoles(seed.exportedRoles).privileges;
  const shares = createShares();
  const computed: ReadonlyMap<string, RowSource> = new Map([
    ['activitypointer', activityRows(mutable)],
    ['owner', ownerRows(mutable)],
    ['principalobjectaccess', shareRows(shares, mutable)],
    ['privilege', catalogue === sharedPrivileges ? privilegeRows : privilegeRowsOf(catalogue.all)],
    ['stringmap', stringMapRows],
    ['timezonedefinition', timeZoneRows],
    ['timezonelocalizedname', timeZoneNameRows],
    ['timezonerule', timeZoneRuleRows],
    ['privilegeobjecttypecodes', privilegeObjectRows],
    ['EntityMetadata', entityDefinitionRows],
    ['AttributeMetadata', attributeRows(isSecured)],
    ['EntityKeyMetadata', keyRows],
    ['OptionSetMetadata', optionSetRows],
    ['BooleanOptionSetMetadata', booleanOptionSetRows],
    ['OptionSetMetadataBase', globalOptionSetRows],
    ['RelationshipMetadataBase', relationshipRows],
    ['OneToManyRelationshipMetadata', oneToManyRows],
    ['ManyToManyRelationshipMetadata', manyToManyRows],
    ['roleprivileges', rolePrivilegeRows(() => mutable(roles), grantsOf)],
  ]);

  const auditDetails = createAuditDetails();

  return {
    seed,
    shares: {
      ...shares,
      get isEmpty() {
        return shares.isEmpty;
      },
      put(recordId, share) {
        const { kind, mask: after, principalId, table } = share;
        const before = shares.of(recordId).find((it) => it.principalId === principalId)?.mask ?? 0;
        changes.note({ kind: 'share', table, id: recordId, principal: { kind, principalId }, before, after });
        const takeBack = shares.put(recordId, share);
        journal.note(takeBack);
        return takeBack;
      },
    },
    auditDetails: {
      ...auditDetails,
      put(auditId, detail) {
        journal.note(() => auditDetails.put(auditId, null));
        auditDetails.put(auditId, detail);
      },
    },
    changes,
    atomically(change, undone) {
      // What is taken back was never changed.
      const forget = changes.mark();
      return journal.atomically(change, () => {
        forget();
        undone();
      });
    },
    get rootBusinessUnitId() {
      return plan().unitId();
    },
    rows: (table) => computed.get(table.logicalName) ?? mutable(table),
    mutable(table) {
      if (computed.has(table.logicalName)) throw new Error(`${table.logicalName} cannot be changed.`);
      return mutable(table);
    },
    deletions,
    nextVersion,
    get lastVersion() {
      return version;
    },
    privileges: catalogue,
    grantsOf,
    isSecured,
    putGrants(root, given) {
      const before = allGrants().get(root);
      changes.note({
        kind: 'grants',
        rootRoleId: root,
        before: before ?? noGrants,
        after: given ?? noGrants,
      });
      journal.note(() => {
        if (before === undefined) allGrants().delete(root);
        else allGrants().set(root, before);
      });
      if (given === null) allGrants().delete(root);
      else allGrants().set(root, given);
    },
    unitsBelow(unitId) {
      const found = new Set([unitId]);
      for (const id of found) {
        for (const child of mutable(units).where('parentbusinessunitid', id)) {
          found.add(textOf(child, 'businessunitid') ?? id);
        }
      }
      return found;
    },
    snapshot() {
      const keptStores = new Map([...stores].map(([name, rows]) => [name, rows.snapshot()] as const));
      const keptGrants = grants === null ? null : new Map(grants);
      const keptVersion = version;
      const restoreShares = shares.snapshot();
      const restoreDetails = auditDetails.snapshot();
      const restoreDeletions = deletions.snapshot();
      return () => {
        // A table that nobody had asked for is made again when it is needed.
        for (const name of stores.keys()) if (!keptStores.has(name)) stores.delete(name);
        for (const restore of keptStores.values()) restore();
        grants = keptGrants === null ? null : new Map(keptGrants);
        version = keptVersion;
        restoreShares();
        restoreDetails();
        restoreDeletions();
      };
    },
  };
}
