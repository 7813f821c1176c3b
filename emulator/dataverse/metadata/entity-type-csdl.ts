import { type Column, wireName } from '../schema/column.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import { isPrincipal, type Navigation, type Table } from '../schema/table.ts';
import { partnerOf } from '../schema/partner.ts';
import { annotation, element } from './csdl-xml.ts';
import { edmTypeOf, facetsOf } from './edm-type.ts';

const activities = 'activitypointer';

/** Name of the type that a table's type is derived from. */
export function baseTypeOf(table: Table): string {
  if (isPrincipal(table.logicalName)) return 'principal';
  return table.isActivity && table.logicalName !== activities ? activities : 'crmbaseentity';
}

/** Names that a type has from the type above it. */
function inherited(table: Table): ReadonlySet<string> {
  const base = baseTypeOf(table);
  const above = tableNamed(base === 'principal' ? 'owner' : base);
  if (above === null) return new Set();
  const properties = base === 'principal' ? [above.primaryId] : above.properties.keys();
  return new Set([...properties, ...above.navigation.keys()]);
}

const readOnlyAnnotation = (): string =>
  element(
    'Annotation',
    { Term: 'Org.OData.Core.V1.Permissions' },
    element('EnumMember', {}, 'Org.OData.Core.V1.Permission/Read'),
  );

/** A property with its type, its label, and whether only the service sets it. */
export function propertyCsdl(column: Column): string {
  const type = edmTypeOf(column);
  return element(
    'Property',
    {
      Name: wireName(column),
      Type: type,
      ...(type.startsWith('Collection(') ? { Nullable: false } : {}),
      ...facetsOf(type),
    },
    annotation('Org.OData.Core.V1.Description', 'String', column.displayName),
    ...(column.type === 'lookup' ? [annotation('Org.OData.Core.V1.Computed', 'Bool', true)] : []),
    ...(column.writable === 'never' || column.type === 'lookup' ? [readOnlyAnnotation()] : []),
  );
}

function navigationCsdl(table: Table, navigation: Navigation): string {
  const partner = partnerOf(table, navigation);
  if (navigation.kind !== 'one') {
    return element('NavigationProperty', {
      Name: navigation.name,
      Type: `Collection(mscrm.${navigation.target})`,
      Partner: partner,
    });
  }
  const [only = ''] = navigation.targets;
  const leadsToOwner = navigation.targets.length > 1;
  const column = table.columns.get(navigation.column);
  return element(
    'NavigationProperty',
    {
      Name: navigation.name,
      Type: `mscrm.${leadsToOwner ? 'principal' : only}`,
      Nullable: false,
      Partner: partner,
    },
    element('ReferentialConstraint', {
      Property: column === undefined ? navigation.column : wireName(column),
      ReferencedProperty:
        leadsToOwner || baseTypeOf(requireTable(only)) === 'principal'
          ? 'ownerid'
          : requireTable(only).primaryId,
    }),
  );
}

const record = (type: string, ...values: readonly string[]): string =>
  element('Record', { Type: `OData.Community.Keys.V1.${type}` }, ...values);

/** Alternate keys, in the vocabulary that the OData library has for them. */
function alternateKeys(table: Table): readonly string[] {
  if (table.alternateKeys.length === 0) return [];
  const keyOf = (names: readonly string[]): string =>
    record(
      'AlternateKey',
      element(
        'PropertyValue',
        { Property: 'Key' },
        element(
          'Collection',
          {},
          ...names.map((name) =>
            record(
              'PropertyRef',
              element('PropertyValue', { Property: 'Alias', String: name }),
              element('PropertyValue', { Property: 'Name', PropertyPath: name }),
            ),
          ),
        ),
      ),
    );
  return [
    element(
      'Annotation',
      { Term: 'OData.Community.Keys.V1.AlternateKeys' },
      element('Collection', {}, ...table.alternateKeys.map(keyOf)),
    ),
  ];
}

/** Type above all tables, and the one above users and teams (Learn: "Web API EntityTypes", inheritance). */
export function rootTypes(): readonly string[] {
  const owner = requireTable('owner');
  return [
    element('EntityType', { Name: 'crmbaseentity', Abstract: true }),
    element(
      'EntityType',
      { Name: 'principal', BaseType: 'mscrm.crmbaseentity', Abstract: true },
      element('Key', {}, element('PropertyRef', { Name: owner.primaryId })),
      element('Property', { Name: owner.primaryId, Type: 'Edm.Guid' }),
      ...[...owner.navigation.values()].map((it) => navigationCsdl(owner, it)),
    ),
  ];
}

/** The type of a table's rows. */
export function entityTypeCsdl(table: Table): string {
  const above = inherited(table);
  const base = baseTypeOf(table);
  const hasKey = base === 'crmbaseentity';
  return element(
    'EntityType',
    {
      Name: table.logicalName,
      BaseType: `mscrm.${base}`,
      Abstract: table.logicalName === activities ? true : null,
    },
    ...(hasKey ? [element('Key', {}, element('PropertyRef', { Name: table.primaryId }))] : []),
    ...[...table.properties].flatMap(([name, it]) => (above.has(name) ? [] : [propertyCsdl(it)])),
    ...[...table.navigation].flatMap(([name, it]) => (above.has(name) ? [] : [navigationCsdl(table, it)])),
    annotation('Org.OData.Core.V1.Description', 'String', table.displayName),
    ...alternateKeys(table),
  );
}
