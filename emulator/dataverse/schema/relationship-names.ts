import { activitiesRelationships } from './relationships/activities.ts';
import { customizationRelationships } from './relationships/customization.ts';
import { emptyTablesRelationships } from './relationships/empty-tables.ts';
import { platformRelationships } from './relationships/platform.ts';
import { salesRelationships } from './relationships/sales.ts';
import { securityRelationships } from './relationships/security.ts';
import { serviceRelationships } from './relationships/service.ts';

/** The relationship that a lookup makes with one of the tables that it points to; `ownerid` makes one with `owner` (recorded definitions). */
export type Relationship = {
  readonly table: string;
  readonly lookup: string;
  readonly target: string;
  /** Navigation property of the lookup, where its name does not follow from lookup and target. */
  readonly navigation: string | null;
  /** Name of the relationship, and of the collection on the other side. */
  readonly name: string;
};

/** What the lookups that many tables have point to. */
const usualTargets: Readonly<Record<string, string>> = {
  createdby: 'systemuser',
  modifiedby: 'systemuser',
  createdonbehalfby: 'systemuser',
  modifiedonbehalfby: 'systemuser',
  owninguser: 'systemuser',
  owningteam: 'team',
  owningbusinessunit: 'businessunit',
  transactioncurrencyid: 'transactioncurrency',
  organizationid: 'organization',
  ownerid: 'owner',
};

const auditLookups = ['createdby', 'modifiedby', 'createdonbehalfby', 'modifiedonbehalfby'] as const;

/**
 * One entry: `lookup>target:navigation=name`, of which target and navigation may be missing. `stem_*` stands for the four lookups that
 * say who made and changed a row, `stem_*=a,b` for some of them.
 */
function relationshipsIn(table: string, entry: string): readonly Relationship[] {
  const [left = '', name = ''] = entry.split('=');
  if (left.includes('*')) {
    const lookups = name === '' ? auditLookups : name.split(',');
    return lookups.map((lookup) => ({
      table,
      lookup,
      target: 'systemuser',
      navigation: null,
      name: left.replace('*', lookup),
    }));
  }
  const [path = '', navigation = null] = left.split(':');
  const [lookup = '', target = usualTargets[path] ?? ''] = path.split('>');
  return [{ table, lookup, target, navigation, name }];
}

const entries = (table: string, list: string): readonly Relationship[] =>
  list
    .split(/\s+/)
    .filter((it) => it !== '')
    .flatMap((entry) => relationshipsIn(table, entry));

/** All of them (seen in a `$metadata` document of the real service and in recorded definitions). */
export const relationships: readonly Relationship[] = [
  activitiesRelationships,
  customizationRelationships,
  emptyTablesRelationships,
  platformRelationships,
  salesRelationships,
  securityRelationships,
  serviceRelationships,
].flatMap((area) => Object.entries(area).flatMap(([table, list]) => entries(table, list)));

const of = Map.groupBy(relationships, (it) => it.table);
const to = Map.groupBy(relationships, (it) => it.target);

/** Those of the lookups of a table. */
export const relationshipsOf = (table: string): readonly Relationship[] => of.get(table) ?? [];

/** Those of the lookups that point to a table. */
export const relationshipsTo = (table: string): readonly Relationship[] => to.get(table) ?? [];
