import { badCondition } from '../errors/fetch-condition-faults.ts';
import type { Column } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { FetchCondition } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';

/** Language of every user here, and the value that stands for any language (observed in FetchXml2Sql of MarkMpn/Sql4Cds). */
const languages: readonly Json[] = [1033, -1];

function idsFor({ access }: Session, operator: string): readonly string[] {
  const { hierarchy, userId } = access;
  const { teamIds } = access.permissions;
  switch (operator) {
    case 'eq-userteams':
      return teamIds;
    case 'eq-useroruserteams':
      return [userId, ...teamIds];
    case 'eq-useroruserhierarchy':
      return [userId, ...hierarchy.reports.keys()];
    case 'eq-useroruserhierarchyandteams':
      return [userId, ...teamIds, ...hierarchy.reportsAndTeams];
    case 'eq-businessid':
    case 'ne-businessid':
      return [access.businessUnitId];
    default:
      return [userId];
  }
}

/**
 * Compiles a condition that compares with the caller: itself, its teams, its business unit, those who report to it, its language
 * (Learn: "condition operator values"; reports are those of hierarchy security, nobody where it is off). Rows without a value are unequal to the caller.
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
