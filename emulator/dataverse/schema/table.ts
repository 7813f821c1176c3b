import { type Column, column, columns, lookup, readOnly, wireName } from './column.ts';
import { associationsOf } from './many-to-many.ts';
import { missingColumns, moreColumns } from './more-columns.ts';
import { type Relationship, relationshipsOf, relationshipsTo } from './relationship-names.ts';
import { columnLabel } from './schema-name.ts';
import { withoutImports, withoutNavigation, withoutTimeZones } from './standard-columns.ts';
import { untrackedTables } from './untracked-tables.ts';

/** Verbs of table privileges, in the order in which metadata lists them. */
export const verbs = ['Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;

/** A verb of a table privilege. */
export type Verb = (typeof verbs)[number];

/** Ownership type by the names of the metadata enum `OwnershipTypes`. */
export type Ownership = 'UserOwned' | 'BusinessOwned' | 'OrganizationOwned' | 'None';

/** A navigation property. */
export type Navigation =
  | {
      readonly kind: 'one';
      readonly name: string;
      readonly column: string;
      readonly targets: readonly string[];
      /** Name of the relationship behind it; null where it is not known, or where the property is that of the type above. */
      readonly relationship: string | null;
    }
  | { readonly kind: 'many'; readonly name: string; readonly target: string; readonly column: string }
  | {
      readonly kind: 'intersect';
      readonly name: string;
      readonly target: string;
      readonly through: string;
      /** Column of the intersect table that holds this side's id. */
      readonly near: string;
      /** Column of the intersect table that holds the other side's id. */
      readonly far: string;
    };

/** What decides whether a caller's depth reaches a row. */
export type RowScope =
  | { readonly kind: 'owner' }
  | { readonly kind: 'businessUnit'; readonly column: string }
  | { readonly kind: 'organization' }
  /** Rows of an intersect table follow the row of another table. */
  | { readonly kind: 'through'; readonly table: string; readonly column: string }
  /** Readable in full with a privilege that belongs to no table. */
  | { readonly kind: 'privilege'; readonly privilege: string }
  /** Readable by every user that holds a role, such as the list of privileges. */
  | { readonly kind: 'open' };

/** A table with everything that requests, access checks and metadata need to know. */
export type Table = {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly entitySet: string;
  readonly displayName: string;
  readonly displayCollectionName: string;
  readonly objectTypeCode: number;
  readonly ownership: Ownership;
  readonly primaryId: string;
  readonly primaryName: string | null;
  /** What follows `prv<Verb>` in privilege names; null where the table has no privileges. */
  readonly privilegeSuffix: string | null;
  readonly verbs: readonly Verb[];
  /** Depths at which its privileges can be granted: letters b, l, d, g. */
  readonly depths: string;
  readonly scope: RowScope;
  readonly columns: ReadonlyMap<string, Column>;
  /** The same columns by the name that requests use. */
  readonly properties: ReadonlyMap<string, Column>;
  readonly navigation: ReadonlyMap<string, Navigation>;
  readonly alternateKeys: readonly (readonly string[])[];
  readonly isActivity: boolean;
  readonly isIntersect: boolean;
  /** Metadata tables are no records: no etag, no paging, no version. */
  readonly isMetadata: boolean;
  /** Rows follow from those of other tables, and are never written themselves. */
  readonly isComputed: boolean;
  /** Whether what changed since some moment can be asked for (`ChangeTrackingEnabled`). */
  readonly tracksChanges: boolean;
};

/** What a table's author writes; the rest is derived. */
export type TableDefinition = Pick<
  Table,
  'logicalName' | 'schemaName' | 'displayName' | 'objectTypeCode' | 'ownership'
> & {
  readonly columns: readonly Column[];
  readonly collections?: readonly Exclude<Navigation, { kind: 'one' }>[];
  /** Columns that join and are no properties. */
  readonly internal?: readonly string[];
} & Partial<Omit<Table, 'columns' | 'properties' | 'navigation' | 'tracksChanges'>>;

const auditColumns: readonly Column[] = [
  readOnly(column('createdon', 'datetime')),
  readOnly(column('modifiedon', 'datetime')),
  readOnly(column('versionnumber', 'bigint')),
  readOnly(lookup('createdby', 'systemuser')),
  readOnly(lookup('modifiedby', 'systemuser')),
  readOnly(lookup('createdonbehalfby', 'systemuser')),
  readOnly(lookup('modifiedonbehalfby', 'systemuser')),
];

const importColumns: readonly Column[] = [
  column('overriddencreatedon', 'datetime', { writable: 'create' }),
  column('importsequencenumber', 'integer'),
];

const timeZoneColumns = columns('integer', 'timezoneruleversionnumber utcconversiontimezonecode');

const ownerColumns: readonly Column[] = [
  lookup('ownerid', 'systemuser', 'team'),
  readOnly(lookup('owningbusinessunit', 'businessunit')),
  readOnly(lookup('owninguser', 'systemuser')),
  readOnly(lookup('owningteam', 'team')),
];

/** Whether rows of a table own records (Learn: principal EntityType, derived types). */
export const isPrincipal = (table: string): boolean => table === 'systemuser' || table === 'team';

const plural = (name: string): string =>
  name.endsWith('y') && !/[aeiou]y$/.test(name)
    ? `${name.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/.test(name)
      ? `${name}es`
      : `${name}s`;

const defaultScope = (ownership: Ownership): RowScope =>
  ownership === 'UserOwned'
    ? { kind: 'owner' }
    : ownership === 'BusinessOwned'
      ? { kind: 'businessUnit', column: 'businessunitid' }
      : ownership === 'OrganizationOwned'
        ? { kind: 'organization' }
        : { kind: 'open' };

const defaultDepths: Readonly<Record<Ownership, string>> = {
  UserOwned: 'bldg',
  BusinessOwned: 'ldg',
  OrganizationOwned: 'g',
  None: 'g',
};

/** Lookups to whatever table it may be: their properties bear the name of the table even where it is the only one here. */
const toAnything = new Set(['regardingobjectid', 'objectid', 'originatingactivityid']);

const navigationOfRelationship = (
  it: Column,
  { name: relationship, navigation, target }: Relationship,
  isOneOfSeveral: boolean,
  suffix: string,
): Navigation =>
  target === 'owner'
    ? { kind: 'one', name: navigation ?? it.name, column: it.name, targets: it.targets, relationship }
    : {
        kind: 'one',
        name: navigation ?? `${it.name}${isOneOfSeveral ? `_${target}` : ''}${suffix}`,
        column: it.name,
        targets: [target],
        relationship,
      };

/** Navigation properties of a lookup by the relationships that are known of it. */
const namedNavigation = (it: Column, table: string, suffix: string): readonly Navigation[] => {
  const known = relationshipsOf(table).filter(({ lookup: name }) => name === it.name);
  const isOneOfSeveral = known.length > 1 || toAnything.has(it.name);
  return known.map((one) => navigationOfRelationship(it, one, isOneOfSeveral, suffix));
};

/**
 * Navigation properties of a lookup: one per target where it can point to several, except `ownerid`. Those of an activity bear its
 * name, as in `regardingobjectid_account_task` (recorded answers), and stand beside those of all activities, from which it is derived.
 */
function navigationOf(it: Column, table: string, activity: string | null): readonly Navigation[] {
  // Some ids are no lookups, and lead to a record nevertheless (seen in the document that `withoutTimeZones` names).
  if (it.type === 'guid') return namedNavigation(it, table, '');
  if (it.type !== 'lookup' || withoutNavigation.has(`${table}.${it.name}`)) return [];
  const suffix = activity === null ? '' : `_${activity}`;
  const named = namedNavigation(it, table, suffix);
  const above =
    activity === null
      ? []
      : namedNavigation(it, 'activitypointer', '').map((one) => ({ ...one, relationship: null }));
  const found = [...named, ...above];
  if (it.name === 'ownerid') {
    const owner = { kind: 'one', name: it.name, column: it.name, targets: it.targets } as const;
    if (found.length === 0) return it.targets.length === 0 ? [] : [{ ...owner, relationship: null }];
    // Every kind of activity has its own (Learn: owner table reference, `campaignactivity_owner_ownerid` and the like).
    return activity === null
      ? found
      : [{ ...owner, name: `ownerid_${activity}`, relationship: `${activity}_owner_ownerid` }, ...found];
  }
  const reached = new Set(found.flatMap((one) => (one.kind === 'one' ? one.targets : [])));
  const rest = it.targets.filter((target) => !reached.has(target));
  const isOneOfSeveral = it.targets.length > 1 || toAnything.has(it.name);
  return [
    ...found,
    ...rest.map((target): Navigation => ({
      kind: 'one',
      name: isOneOfSeveral ? `${it.name}_${target}${suffix}` : it.name,
      column: it.name,
      targets: [target],
      relationship: null,
    })),
  ];
}

/** A lookup with everything that it is known to point to. */
function withTargets(it: Column, table: string, activity: string | null): Column {
  if (it.type !== 'lookup' && it.type !== 'guid') return it;
  const own = relationshipsOf(table).filter((one) => one.lookup === it.name);
  const above =
    activity === null ? [] : relationshipsOf('activitypointer').filter((one) => one.lookup === it.name);
  const known = [...own, ...above].flatMap(({ target }) =>
    target === 'owner' ? ['systemuser', 'team'] : [target],
  );
  const targets = [...new Set([...it.targets, ...known])];
  return targets.length === it.targets.length ? it : { ...it, targets };
}

/** The collections on the other side of known relationships; users and teams have those of owners too, from which they are derived. */
const collectionsOf = (table: string): readonly Navigation[] =>
  [...(isPrincipal(table) ? relationshipsTo('owner') : []), ...relationshipsTo(table)].map((it) => ({
    kind: 'many',
    name: it.name,
    target: it.table,
    column: it.lookup,
  }));

/** A column with a label, where nobody gave it one. */
const labelled = (it: Column, table: Parameters<typeof columnLabel>[0]): Column =>
  it.displayName === it.name ? { ...it, displayName: columnLabel(table, it) } : it;

/** Completes a table: standard columns, entity set, scope, privileges and navigation follow from its definition. */
export function defineTable(definition: TableDefinition): Table {
  const { logicalName, ownership } = definition;
  const primaryId = definition.primaryId ?? `${logicalName}id`;
  const isIntersect = definition.isIntersect ?? false;
  const isMetadata = definition.isMetadata ?? false;
  const standard = isMetadata
    ? []
    : isIntersect
      ? [readOnly(column('versionnumber', 'bigint'))]
      : [
          ...(ownership === 'UserOwned' ? ownerColumns : []),
          ...auditColumns,
          ...(withoutImports.has(logicalName) ? [] : importColumns),
          ...(withoutTimeZones.has(logicalName) ? [] : timeZoneColumns),
        ];
  const key = column(primaryId, 'guid', { nullable: false, writable: 'create' });
  const isActivity = definition.isActivity ?? false;
  const activity = isActivity && logicalName !== 'activitypointer' ? logicalName : null;
  const more = moreColumns(logicalName, isActivity);
  const without = missingColumns(logicalName);
  const all = [
    ...new Map([key, ...standard, ...more, ...definition.columns].map((it) => [it.name, it])).values(),
  ]
    .filter((it) => !without.has(it.name))
    .map((it) => withTargets(it, logicalName, activity))
    .map((it) =>
      isMetadata ? it : labelled(it, { logicalName, primaryId, displayName: definition.displayName }),
    );
  const byName = new Map(all.map((it) => [it.name, it]));
  const primaryName = definition.primaryName === undefined ? 'name' : definition.primaryName;
  const navigation = [
    ...all.flatMap((it) => navigationOf(it, logicalName, activity)),
    ...collectionsOf(logicalName),
    ...associationsOf(logicalName),
    ...(definition.collections ?? []),
  ];
  const hasPrivileges = !isIntersect && !isMetadata && ownership !== 'None';
  return {
    logicalName,
    schemaName: definition.schemaName,
    entitySet: definition.entitySet ?? plural(logicalName),
    displayName: definition.displayName,
    displayCollectionName: definition.displayCollectionName ?? plural(definition.displayName),
    objectTypeCode: definition.objectTypeCode,
    ownership,
    primaryId,
    primaryName: primaryName !== null && byName.has(primaryName) ? primaryName : null,
    privilegeSuffix:
      definition.privilegeSuffix === undefined
        ? hasPrivileges
          ? definition.schemaName
          : null
        : definition.privilegeSuffix,
    verbs:
      definition.verbs ??
      (ownership === 'UserOwned' ? verbs : verbs.filter((it) => it !== 'Assign' && it !== 'Share')),
    depths: definition.depths ?? defaultDepths[ownership],
    scope: definition.scope ?? defaultScope(ownership),
    columns: byName,
    properties: new Map(
      all.filter((it) => definition.internal?.includes(it.name) !== true).map((it) => [wireName(it), it]),
    ),
    navigation: new Map(navigation.map((it) => [it.name, it])),
    alternateKeys: definition.alternateKeys ?? [],
    isActivity,
    isIntersect,
    isMetadata,
    isComputed: definition.isComputed ?? false,
    tracksChanges: !isMetadata && !untrackedTables.has(logicalName),
  };
}
