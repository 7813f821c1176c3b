import { requireTable } from '../schema/schema.ts';
import type { Table, Verb } from '../schema/table.ts';
import { idOf, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';
import { dataverseRule, type DataverseRules } from '../uncertain-rules.ts';

const organizations = requireTable('organization');
const users = requireTable('systemuser');
const positions = requireTable('position');
const units = requireTable('businessunit');
const memberships = requireTable('teammembership');

/** What hierarchy security gives of the records of those below. */
const given: ReadonlySet<Verb> = new Set(['Read', 'Write', 'Append', 'AppendTo']);

/** How deep records may be changed where that is more than those of direct reports (Learn: "Hierarchy security", HierarchyLevelForHierarchyFeature). */
const deepWrites = 3;

/** Hierarchy security as it counts for one user. */
export type Hierarchy = {
  /** Those below the user, and by how many levels: 1 for whoever reports to it. Nobody where hierarchy security is off. */
  readonly reports: ReadonlyMap<string, number>;
  /** Those below and their teams. */
  readonly reportsAndTeams: ReadonlySet<string>;
  /** Those below and their teams, as far as what is theirs or shared with them counts for a verb on a table. */
  principals(table: Table, verb: Verb): ReadonlySet<string>;
};

const nobody: ReadonlySet<string> = new Set();
const without: Hierarchy = { reports: new Map(), reportsAndTeams: nobody, principals: () => nobody };

/** The units that a user's reports are in: its own and, by a rule, those right or anywhere below it; null for all of them. */
function unitsOfReports(
  environment: Environment,
  user: Row,
  rules: DataverseRules | undefined,
): ReadonlySet<string> | null {
  if (environment.seed.settings?.managersMustBeInSameOrParentBusinessUnitAsReports === false) return null;
  const unit = textOf(user, 'businessunitid') ?? '';
  if (dataverseRule(rules, environment.seed, 'managerUnits') === 'above') return environment.unitsBelow(unit);
  const below = [...environment.rows(units).where('parentbusinessunitid', unit)];
  return new Set([unit, ...below.map((it) => idOf(it, units.primaryId))]);
}

/** Goes down level by level; what stands in a circle is met once. */
function levelsBelow(
  start: string,
  depth: number,
  below: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map([[start, 0]]);
  let level: readonly string[] = [start];
  for (let step = 1; step <= depth && level.length > 0; step += 1) {
    const next: string[] = [];
    for (const id of level.flatMap(below)) {
      if (found.has(id)) continue;
      found.set(id, step);
      next.push(id);
    }
    level = next;
  }
  found.delete(start);
  return found;
}

/** Manager hierarchy: whoever names the user as its manager, and so on. */
function reportsOfManager(
  environment: Environment,
  user: Row,
  depth: number,
  rules: DataverseRules | undefined,
): ReadonlyMap<string, number> {
  const rows = environment.rows(users);
  const withDisabled = environment.seed.settings?.authorizationEnableHSMForDisabledUsers !== false;
  const allowed = unitsOfReports(environment, user, rules);
  const below = (id: string): readonly string[] =>
    [...rows.where('parentsystemuserid', id)]
      .filter((it) => withDisabled || it['isdisabled'] !== true)
      .map((it) => idOf(it, users.primaryId));
  const isAllowed = (id: string): boolean =>
    allowed === null || allowed.has(textOf(rows.get(id) ?? {}, 'businessunitid') ?? '');
  return new Map([...levelsBelow(idOf(user, users.primaryId), depth, below)].filter(([id]) => isAllowed(id)));
}

/** Position hierarchy: the users of the positions below the user's own; those that are inactive end their branch. */
function reportsOfPosition(environment: Environment, user: Row, depth: number): ReadonlyMap<string, number> {
  const position = textOf(user, 'positionid');
  if (position === null) return without.reports;
  const withDisabled = environment.seed.settings?.authorizationEnableHSMForDisabledUsers !== false;
  const below = (id: string): readonly string[] =>
    [...environment.rows(positions).where('parentpositionid', id)]
      .filter((it) => (numberOf(it, 'statecode') ?? 0) === 0)
      .map((it) => idOf(it, positions.primaryId));
  return new Map(
    [...levelsBelow(position, depth, below)].flatMap(([id, level]) =>
      [...environment.rows(users).where('positionid', id)]
        .filter((it) => withDisabled || it['isdisabled'] !== true)
        .map((it): readonly [string, number] => [idOf(it, users.primaryId), level]),
    ),
  );
}

/**
 * What hierarchy security gives a user (Learn: "Hierarchy security"): Read of the records of everybody below, as deep as the organization says;
 * Write, Append and AppendTo of those of direct reports or, by a rule, three levels deep. A report's records are its own, those of its teams,
 * and what is shared with either, for what it is shared. Tables that nobody owns and those that are excluded have no part in it.
 */
export function hierarchyOf(
  environment: Environment,
  user: Row,
  rules: DataverseRules | undefined,
): Hierarchy {
  const { seed } = environment;
  const organization = environment.rows(organizations).get(seed.organizationId) ?? {};
  if (organization['ishierarchicalsecuritymodelenabled'] !== true) return without;
  if (textOf(user, users.primaryId) === null) return without;
  const depth = numberOf(organization, 'maxdepthforhierarchicalsecuritymodel') ?? 3;
  const reports =
    organization['usepositionhierarchy'] === true
      ? reportsOfPosition(environment, user, depth)
      : reportsOfManager(environment, user, depth, rules);
  if (reports.size === 0) return without;
  const levels = dataverseRule(rules, seed, 'hierarchyWrites') === 'directReports' ? 1 : deepWrites;
  const excluded = seed.settings?.tablesWithoutHierarchySecurity ?? [];

  const principalsUpTo = (deepest: number): ReadonlySet<string> => {
    const ids = [...reports].filter(([, level]) => level <= deepest).map(([id]) => id);
    const teams = ids.flatMap((id) =>
      [...environment.rows(memberships).where('systemuserid', id)].flatMap(
        (it) => textOf(it, 'teamid') ?? [],
      ),
    );
    return new Set([...ids, ...teams]);
  };
  const read = principalsUpTo(depth);
  const write = levels < depth ? principalsUpTo(levels) : read;

  return {
    reports,
    reportsAndTeams: read,
    principals(table, verb) {
      if (table.scope.kind !== 'owner' || !given.has(verb) || excluded.includes(table.logicalName))
        return nobody;
      return verb === 'Read' ? read : write;
    },
  };
}
