/** A table of an environment, as it is named in queries. */
export type QueryTable = {
  readonly logicalName: string;
  readonly entitySet: string;
  readonly displayName: string;
  readonly primaryId: string;
  readonly primaryName: string | null;
};

export type QueryColumn = {
  readonly logicalName: string;
  /** A member of `AttributeTypeCode` (Microsoft Learn: "AttributeTypeCode EnumType"). */
  readonly type: string;
  readonly displayName: string;
  readonly secured: boolean;
  /** Tables that a lookup may point to. */
  readonly targets: readonly string[];
  readonly options: readonly { readonly value: number; readonly label: string }[];
};

/** A navigation property of the Web API: to one row through a lookup of this table, or to many whose lookup points here. */
export type QueryNavigation = {
  readonly name: string;
  readonly kind: 'one' | 'many' | 'intersect';
  /** Logical name of the table there. */
  readonly target: string;
  /** Logical name of the lookup: of this table for one, of the other for many; of an intersect its table. */
  readonly column: string;
};

export type QueryTableDetails = QueryTable & {
  readonly columns: readonly QueryColumn[];
  readonly navigation: readonly QueryNavigation[];
};

/** What is known of an environment's tables; of some only the name. */
export type QuerySchema = {
  readonly tables: readonly QueryTable[];
  readonly details: ReadonlyMap<string, QueryTableDetails>;
};

/** The row that owns another one: a person or a team, of which OData tells the ID alone (`$metadata` of the service: the entity type `principal`). */
export const OWNER: QueryTableDetails = {
  logicalName: 'owner',
  entitySet: 'owners',
  displayName: 'owner',
  primaryId: 'ownerid',
  primaryName: null,
  columns: [
    {
      logicalName: 'ownerid',
      type: 'Uniqueidentifier',
      displayName: 'ownerid',
      secured: false,
      targets: [],
      options: [],
    },
  ],
  navigation: [],
};

/** What is known of the table that a navigation property leads to; definitions name tables behind `ownerid`, which OData does not reach. */
export const tableBehind = (schema: QuerySchema, navigation: QueryNavigation): QueryTableDetails | null =>
  navigation.name === 'ownerid' && navigation.kind === 'one'
    ? OWNER
    : (schema.details.get(navigation.target) ?? null);

/** Nothing is known: only the form of a query can be checked. */
export const NO_SCHEMA: QuerySchema = { tables: [], details: new Map() };

const LOOKUPS = new Set(['Lookup', 'Customer', 'Owner']);

/** Whether a column points to another row. */
export const isLookup = (column: QueryColumn): boolean => LOOKUPS.has(column.type);

const CHOICES = new Set(['Picklist', 'State', 'Status']);

/** Whether a column holds the number of a choice, which has a label. */
export const isChoice = (column: QueryColumn): boolean => CHOICES.has(column.type);

/**
 * The column that another one only shows: the name or the kind of table of the row behind a lookup, the label of a choice. FetchXML takes
 * such columns; the Web API has formatted values and annotations instead (Microsoft Learn: AttributeMetadata, AttributeOf).
 */
export const shownColumn = (table: QueryTableDetails, name: string): QueryColumn | null =>
  table.columns.find((column) => {
    const endings = isLookup(column)
      ? ['name', 'yominame', 'type']
      : isChoice(column) || column.type === 'Boolean'
        ? ['name']
        : [];
    return endings.some((ending) => name === `${column.logicalName}${ending}`);
  }) ?? null;

/** Name of a column in the Web API: lookups appear as `_name_value` (Microsoft Learn: "Web API types and operations", lookup properties). */
export const propertyOf = (column: QueryColumn): string =>
  isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;

/** The column behind a property of the Web API, or null. */
export const columnOfProperty = (table: QueryTableDetails, property: string): QueryColumn | null =>
  table.columns.find((column) => propertyOf(column) === property) ?? null;

/** The column behind `property`, or behind `lookup/property` of the row that a lookup names; null where it is not known. */
export const columnOfPath = (
  table: QueryTableDetails,
  path: string,
  schema: QuerySchema,
): QueryColumn | null => {
  const [first = '', second] = path.split('/');
  if (second === undefined) return columnOfProperty(table, first);
  const way = table.navigation.find(({ kind, name }) => kind === 'one' && name === first);
  const there = way === undefined ? null : tableBehind(schema, way);
  return there === null ? null : columnOfProperty(there, second);
};

/** The table with an entity set name, or null. */
export const tableOfSet = (schema: QuerySchema, entitySet: string): QueryTable | null =>
  schema.tables.find((table) => table.entitySet === entitySet) ?? null;

/** The table with a logical name, or null. */
export const tableNamed = (schema: QuerySchema, logicalName: string): QueryTable | null =>
  schema.tables.find((table) => table.logicalName === logicalName) ?? null;
