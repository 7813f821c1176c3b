import { guid } from '../base/guid.ts';
import { administratorProfileId } from '../base/generate-profiles.ts';
import { userDisabled } from '../errors/access-faults.ts';
import { administratorProfileStays } from '../errors/column-faults.ts';
import {
  accessTeamWithoutRoles,
  cannotRemoveLastAdministrator,
  defaultTeamFixed,
  groupTeamFollowsGroup,
  groupTeamNeedsInheritableRole,
  supportRoleNotGiven,
  supportRoleNotTaken,
  supportUserKeepsRoles,
  teamInWrongBusinessUnit,
  userInWrongBusinessUnit,
} from '../errors/user-faults.ts';
import { duplicateRecord } from '../errors/request-faults.ts';
import { accessModes } from '../access/access-mode.ts';
import { supportUserTemplate } from '../base/role-catalogue.ts';
import { isGroupTeam } from '../access/group-membership.ts';
import { requireTable } from '../schema/schema.ts';
import type { Navigation } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { Session } from '../session.ts';
import { rowSent } from './record-audit.ts';
import { isAdministratorRole, isLastAdministrator } from './administrators.ts';
import { requireHeldPrivileges } from './held-privileges.ts';
import { followAdministratorRole } from './profile-writes.ts';

/** A pair of records of a many-to-many relationship, by the tables that they belong to. */
type Pair = Readonly<Record<string, Row>>;

type Rule = {
  /** Refuses a link that may not be made. */
  readonly link: (session: Session, pair: Pair) => void;
  /** Refuses to remove a link that has to stay. */
  readonly unlink: (session: Session, pair: Pair) => void;
  /** What else changes with a link that was made or ended. */
  readonly follow?: (session: Session, pair: Pair, linked: boolean) => void;
  /** Users whose permissions the link decides. */
  readonly users: (session: Session, pair: Pair) => readonly string[];
};

const id = (pair: Pair, table: string): string => idOf(pair[table] ?? {}, `${table}id`);
const unit = (pair: Pair, table: string): string => textOf(pair[table] ?? {}, 'businessunitid') ?? '';

/** What the role of a pair grants has to be the caller's too. */
const requireHeldByCaller = (session: Session, pair: Pair): void =>
  requireHeldPrivileges(session, session.environment.grantsOf(id(pair, 'role')), unit(pair, 'role'));

/** Role and holder are of one business unit unless records may be owned across units. */
const acrossUnits = (session: Session): boolean =>
  session.environment.seed.settings?.enableOwnershipAcrossBusinessUnits === true;

const followRole =
  (through: 'systemuserprofiles' | 'teamprofiles', holder: string): NonNullable<Rule['follow']> =>
  (session, pair, linked) => {
    if (!isAdministratorRole(session.environment, pair['role'] ?? {})) return;
    followAdministratorRole(session, through, id(pair, holder), linked);
  };

/** A role and who would hold it. */
const heldAcross = (pair: Pair, holder: 'systemuser' | 'team') => ({
  holderId: id(pair, holder),
  holderUnitId: unit(pair, holder),
  roleId: id(pair, 'role'),
  roleUnitId: unit(pair, 'role'),
});

/** The role of the service's own users is given to nobody and taken from nobody (Web service error codes). */
const isSupportRole = (pair: Pair): boolean => pair['role']?.['roletemplateid'] === supportUserTemplate;

const userRoles: Rule = {
  link(session, pair) {
    session.access.requirePrivilege('prvAssignRole', unit(pair, 'systemuser'));
    if (isSupportRole(pair)) throw supportRoleNotGiven();
    if (pair['systemuser']?.['accessmode'] === accessModes.support) throw supportUserKeepsRoles();
    const toDisabled = session.environment.seed.settings?.allowRoleAssignmentOnDisabledUsers === true;
    if (pair['systemuser']?.['isdisabled'] === true && !toDisabled) throw userDisabled();
    if (!acrossUnits(session) && unit(pair, 'systemuser') !== unit(pair, 'role')) {
      throw userInWrongBusinessUnit(heldAcross(pair, 'systemuser'));
    }
    requireHeldByCaller(session, pair);
  },
  unlink(session, pair) {
    session.access.requirePrivilege('prvAssignRole', unit(pair, 'systemuser'));
    if (isSupportRole(pair)) throw supportRoleNotTaken();
    const { environment } = session;
    if (
      isAdministratorRole(environment, pair['role'] ?? {}) &&
      isLastAdministrator(environment, id(pair, 'systemuser'))
    ) {
      throw cannotRemoveLastAdministrator();
    }
  },
  follow: followRole('systemuserprofiles', 'systemuser'),
  users: (_, pair) => [id(pair, 'systemuser')],
};

const teamMembers = (session: Session, pair: Pair): readonly string[] =>
  [...session.environment.rows(requireTable('teammembership')).where('teamid', id(pair, 'team'))].flatMap(
    (it) => textOf(it, 'systemuserid') ?? [],
  );

const teamRoles: Rule = {
  link(session, pair) {
    session.access.requirePrivilege('prvAssignRole', unit(pair, 'team'));
    if (pair['team']?.['teamtype'] === 1) throw accessTeamWithoutRoles(id(pair, 'team'));
    if (isGroupTeam(pair['team']?.['teamtype']) && pair['role']?.['isinherited'] !== 1)
      throw groupTeamNeedsInheritableRole(id(pair, 'team'));
    if (!acrossUnits(session) && unit(pair, 'team') !== unit(pair, 'role'))
      throw teamInWrongBusinessUnit(heldAcross(pair, 'team'));
    requireHeldByCaller(session, pair);
  },
  unlink: (session, pair) => session.access.requirePrivilege('prvAssignRole', unit(pair, 'team')),
  follow: followRole('teamprofiles', 'team'),
  users: teamMembers,
};

const requireTeamChange = (session: Session, pair: Pair, adding: boolean): void => {
  session.access.requireRow(requireTable('team'), 'Write', pair['team'] ?? {});
  if (pair['team']?.['isdefault'] === true) throw defaultTeamFixed(adding, id(pair, 'team'));
};

const memberships: Rule = {
  link(session, pair) {
    requireTeamChange(session, pair, true);
    // Who leaves such a team comes back with the next access, but nobody is put into it (Learn: "Manage group teams").
    if (isGroupTeam(pair['team']?.['teamtype'])) throw groupTeamFollowsGroup();
  },
  unlink: (session, pair) => requireTeamChange(session, pair, false),
  users: (_, pair) => [id(pair, 'systemuser')],
};

/** Linking needs Append on the one side and AppendTo on the other (Learn: "Security roles and privileges"). */
function requireProfileLink(session: Session, pair: Pair, principal: string): void {
  session.access.requireRow(
    requireTable('fieldsecurityprofile'),
    'Append',
    pair['fieldsecurityprofile'] ?? {},
  );
  session.access.requireRow(requireTable(principal), 'AppendTo', pair[principal] ?? {});
}

const profileHolders = (
  principal: 'systemuser' | 'team',
  roles: 'systemuserroles' | 'teamroles',
  users: Rule['users'],
): Rule => ({
  link: (session, pair) => requireProfileLink(session, pair, principal),
  unlink(session, pair) {
    requireProfileLink(session, pair, principal);
    if (id(pair, 'fieldsecurityprofile') !== administratorProfileId) return;
    const all = session.environment.rows(requireTable('role'));
    const held = [
      ...session.environment.rows(requireTable(roles)).where(`${principal}id`, id(pair, principal)),
    ];
    const isAdministrator = held.some((it) =>
      isAdministratorRole(session.environment, all.get(textOf(it, 'roleid') ?? '') ?? {}),
    );
    if (isAdministrator) throw administratorProfileStays();
  },
  users,
});

const rules: ReadonlyMap<string, Rule> = new Map([
  ['systemuserroles', userRoles],
  ['teamroles', teamRoles],
  ['teammembership', memberships],
  [
    'systemuserprofiles',
    profileHolders('systemuser', 'systemuserroles', (_, pair) => [id(pair, 'systemuser')]),
  ],
  ['teamprofiles', profileHolders('team', 'teamroles', teamMembers)],
]);

type Intersect = Extract<Navigation, { kind: 'intersect' }>;

/** Records of business tables: the one in the address is appended, the other one is appended to (Learn: "Security roles and privileges"). */
function betweenRecords({ near, target }: Intersect): Rule {
  const table = near.slice(0, -2);
  const require = (session: Session, pair: Pair): void => {
    session.access.requireRow(requireTable(table), 'Append', pair[table] ?? {});
    session.access.requireRow(requireTable(target), 'AppendTo', pair[target] ?? {});
  };
  return { link: require, unlink: require, users: () => [] };
}

const ruleOf = (navigation: Intersect): Rule => rules.get(navigation.through) ?? betweenRecords(navigation);

function joinId(navigation: Intersect, pair: Pair): string {
  const table = requireTable(navigation.through);
  const columns = [...table.columns.values()].filter(
    (it) => it.type === 'guid' && it.name !== table.primaryId,
  );
  return guid(table.logicalName, ...columns.map((it) => id(pair, it.name.slice(0, -2))));
}

function existingJoin(session: Session, navigation: Intersect, near: string, far: string): Row | null {
  for (const join of session.environment
    .rows(requireTable(navigation.through))
    .where(navigation.near, near)) {
    if (textOf(join, navigation.far) === far) return join;
  }
  return null;
}

const keep = (session: Session, rule: Rule, pair: Pair): void => {
  for (const user of rule.users(session, pair)) session.permissions.beforeChange(user);
};

const pairOf = (navigation: Intersect, near: Row, far: Row): Pair => ({
  [navigation.near.slice(0, -2)]: near,
  [navigation.target]: far,
});

/** Makes a link that there is not, without asking whether the caller may; whether there was none. */
export function makeLink(session: Session, navigation: Intersect, near: Row, far: Row): boolean {
  const pair = pairOf(navigation, near, far);
  const rule = ruleOf(navigation);
  const [nearId, farId] = [id(pair, navigation.near.slice(0, -2)), id(pair, navigation.target)];
  if (existingJoin(session, navigation, nearId, farId) !== null) return false;
  keep(session, rule, pair);
  const table = requireTable(navigation.through);
  const joined = joinId(navigation, pair);
  session.environment.mutable(table).put({
    [table.primaryId]: joined,
    [navigation.near]: nearId,
    [navigation.far]: farId,
    versionnumber: session.environment.nextVersion(),
  });
  rowSent(session, table, joined);
  rule.follow?.(session, pair, true);
  return true;
}

/** Links two records; a link that exists already is left as it is and counts as made, unless that rule was chosen otherwise. */
export function associate(session: Session, navigation: Intersect, near: Row, far: Row): void {
  ruleOf(navigation).link(session, pairOf(navigation, near, far));
  if (makeLink(session, navigation, near, far)) return;
  if (dataverseRule(session.ports.rules, session.environment.seed, 'linkMadeTwice') !== 'accept')
    throw duplicateRecord();
}

/** Removes the link between two records; where there is none, nothing happens. */
export function disassociate(session: Session, navigation: Intersect, near: Row, far: Row): void {
  ruleOf(navigation).unlink(session, pairOf(navigation, near, far));
  endLink(session, navigation, near, far);
}

/** Ends a link without asking whether the caller may; where there is none, nothing happens. */
export function endLink(session: Session, navigation: Intersect, near: Row, far: Row): void {
  const pair = pairOf(navigation, near, far);
  const rule = ruleOf(navigation);
  const [nearId, farId] = [id(pair, navigation.near.slice(0, -2)), id(pair, navigation.target)];
  const join = existingJoin(session, navigation, nearId, farId);
  if (join === null) return;
  keep(session, rule, pair);
  const table = requireTable(navigation.through);
  session.environment.mutable(table).remove(idOf(join, table.primaryId));
  rowSent(session, table, idOf(join, table.primaryId));
  rule.follow?.(session, pair, false);
}
