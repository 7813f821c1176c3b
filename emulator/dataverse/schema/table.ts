import { type Column, column, columns, lookup, readOnly, wireName } from './column.ts';
import { withoutImports, withoutTimeZones } from './standard-columns.ts';
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

/**
 * Navigation properties of a lookup: one per target where it can point to several, except `ownerid`. Those of an activity bear its
 * name, as in `regardingobjectid_account_task` (recorded answers).
 */
function navigationOf(it: Column, activity: string | null): readonly Navigation[] {
  if (it.type !== 'lookup') return [];
  if (it.targets.length === 1 || it.name === 'ownerid') {
    return [{ kind: 'one', name: it.navigationName ?? it.name, column: it.name, targets: it.targets }];
  }
  return it.targets.map((target) => ({
    kind: 'one',
    name: `${it.name}_${target}${activity === null ? '' : `_${activity}`}`,
    column: it.name,
    targets: [target],
  }));
}

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
  const byName = new Map([key, ...standard, ...definition.columns].map((it) => [it.name, it]));
  const all = [...byName.values()];
  const activity = definition.isActivity === true && logicalName !== 'activitypointer' ? logicalName : null;
  const navigation = [...all.flatMap((it) => navigationOf(it, activity)), ...(definition.collections ?? [])];
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
    primaryName: definition.primaryName === undefined ? 'name' : definition.primaryName,
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
    isActivity: definition.isActivity ?? false,
    isIntersect,
    isMetadata,
    isComputed: definition.isComputed ?? false,
    tracksChanges: !isMetadata && !untrackedTables.has(logicalName),
  };
}
