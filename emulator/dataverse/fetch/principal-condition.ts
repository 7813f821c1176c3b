import { badCondition } from '../errors/fetch-condition-faults.ts';
import type { Column } from '../schema/column.ts';
import { requireTable } from '../schema/schema.ts';
import { type Json, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { FetchCondition } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';

/** Language of every user here, and the value that stands for any language (observed in FetchXml2Sql of MarkMpn/Sql4Cds). */
const languages: readonly Json[] = [1033, -1];

/** How deep hierarchical security looks unless an organization says otherwise (Learn: "Hierarchy security", depth). */
const reportingDepth = 3;

/** The caller and everybody who reports to it, directly or not; only the caller where hierarchical security is off. */
function reportsOf(session: Session): readonly string[] {
  const { environment, access } = session;
  if (dataverseRule(session.ports.rules, environment.seed, 'hierarchySecurity') === 'off')
    return [access.userId];
  const rows = environment.rows(requireTable('systemuser'));
  const found = new Set([access.userId]);
  let level: readonly string[] = [access.userId];
  for (let depth = 0; depth < reportingDepth && level.length > 0; depth += 1) {
    level = level
      .flatMap((id) => [...rows.where('parentsystemuserid', id)])
      .flatMap((row) => textOf(row, 'systemuserid') ?? [])
      .filter((id) => !found.has(id));
    for (const id of level) found.add(id);
  }
  return [...found];
}

const teamsOf = (session: Session, users: readonly string[]): readonly string[] => {
  const memberships = session.environment.rows(requireTable('teammembership'));
  return users.flatMap((id) =>
    [...memberships.where('systemuserid', id)].flatMap((row) => textOf(row, 'teamid') ?? []),
  );
};

function idsFor(session: Session, operator: string): readonly string[] {
  const { access } = session;
  const { teamIds } = access.permissions;
  switch (operator) {
    case 'eq-userteams':
      return teamIds;
    case 'eq-useroruserteams':
      return [access.userId, ...teamIds];
    case 'eq-useroruserhierarchy':
      return reportsOf(session);
    case 'eq-useroruserhierarchyandteams': {
      const users = reportsOf(session);
      return [...users, ...teamIds, ...teamsOf(session, users)];
    }
    case 'eq-businessid':
    case 'ne-businessid':
      return [access.businessUnitId];
    default:
      return [access.userId];
  }
}

/**
 * Compiles a condition that compares with the caller: itself, its teams, its business unit, those who report to it, its language
 * (Learn: "condition operator values"). Rows without a value are unequal to the caller.
 */
export function principalTest(
  { session }: FetchScope,
  { operator }: FetchCondition,
  column: Column,
): (value: Json) => boolean {
  if (operator.name === 'eq-userlanguage') {
    if (column.type !== 'integer' && column.type !== 'choice') throw badCondition();
    return (value) => languages.includes(value);
  }
  if (column.type !== 'guid' && column.type !== 'lookup') throw badCondition();
  const ids = new Set<Json>(idsFor(session, operator.name));
  return operator.name.startsWith('ne-') ? (value) => !ids.has(value) : (value) => ids.has(value);
}
