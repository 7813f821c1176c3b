import { wireName } from '../schema/column.ts';
import { derivedTypesOf, tables } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { element } from './csdl-xml.ts';
import { facetsOf } from './edm-type.ts';
import { propertyCsdl } from './entity-type-csdl.ts';
import { complexTypes, derivedComplexTypes, enumTypes } from './model-types.ts';

/** One property by name and type. */
export const plainProperty = (name: string, type: string): string =>
  element('Property', {
    Name: name,
    Type: type,
    ...(type.startsWith('Collection(') ? { Nullable: false } : {}),
    ...facetsOf(type),
  });

const complexType = (
  name: string,
  properties: readonly (readonly [string, string])[],
  base: string | null = null,
): string =>
  element(
    'ComplexType',
    { Name: name, BaseType: base },
    ...properties.map(([property, type]) =>
      // A record in a complex type is a navigation property of it (Learn: "AttributeAuditDetail ComplexType").
      /mscrm\.crmbaseentity\b/.test(type)
        ? element('NavigationProperty', { Name: property, Type: type })
        : plainProperty(property, type),
    ),
  );

const enumType = (name: string, members: string): string =>
  element(
    'EnumType',
    // Rights are written as a list of names, which only flags can be.
    { Name: name, IsFlags: name === 'AccessRights' ? true : null },
    ...members.split(' ').map((member, index) => {
      const [label = '', value = String(index)] = member.split('=');
      return element('Member', { Name: label, Value: value });
    }),
  );

/** The definition type above a type: the nearest that it is derived from, otherwise the one above all. */
const baseOf = (table: Table): string =>
  tables.findLast((it) => derivedTypesOf(it).includes(table))?.logicalName ?? 'MetadataBase';

function definitionType(table: Table): string {
  const base = baseOf(table);
  const above = tables.find((it) => it.logicalName === base);
  const inherited = new Set(['MetadataId', 'HasChanged', ...(above?.properties.keys() ?? [])]);
  return element(
    'EntityType',
    { Name: table.logicalName, BaseType: `mscrm.${base}` },
    ...[...table.properties.values()].flatMap((it) =>
      inherited.has(wireName(it)) ? [] : [propertyCsdl(it)],
    ),
    ...[...table.navigation.values()].flatMap((it) =>
      above?.navigation.has(it.name) === true
        ? []
        : element('NavigationProperty', {
            Name: it.name,
            Type: it.kind === 'one' ? `mscrm.${it.targets[0] ?? ''}` : `Collection(mscrm.${it.target})`,
            ContainsTarget: ['Attributes', 'Keys', 'OptionSet'].includes(it.name) ? true : null,
          }),
    ),
  );
}

/** What a table's definition holds in its own type by navigation, and in this one itself. */
const listsOfDefinitions: Readonly<Record<string, string>> = {
  Attributes: 'AttributeMetadata',
  Keys: 'EntityKeyMetadata',
  ManyToManyRelationships: 'ManyToManyRelationshipMetadata',
  ManyToOneRelationships: 'OneToManyRelationshipMetadata',
  OneToManyRelationships: 'OneToManyRelationshipMetadata',
};

/** The same definitions as complex types, in which RetrieveMetadataChanges answers (Learn: ComplexEntityMetadata ComplexType and the like). */
function complexDefinition(table: Table): string {
  const { logicalName } = table;
  const above = tables.find((it) => it.logicalName === baseOf(table) && it.properties.has('AttributeType'));
  const lists = logicalName === 'EntityMetadata' ? Object.entries(listsOfDefinitions) : [];
  const hasOwnOptions = table.columns.has('OptionSet') && above?.columns.has('OptionSet') !== true;
  return element(
    'ComplexType',
    {
      Name: `Complex${logicalName}`,
      BaseType: above === undefined ? null : `mscrm.Complex${above.logicalName}`,
    },
    ...[...table.properties.values()].flatMap((it) =>
      above?.properties.has(wireName(it)) === true ? [] : [propertyCsdl(it)],
    ),
    ...lists.map(([name, type]) => plainProperty(name, `Collection(mscrm.Complex${type})`)),
    ...(hasOwnOptions
      ? [
          plainProperty(
            'OptionSet',
            `mscrm.Complex${logicalName.startsWith('Boolean') ? 'Boolean' : ''}OptionSetMetadata`,
          ),
        ]
      : []),
  );
}

const isBaseOfSets = (table: Table): boolean =>
  ['OptionSetMetadataBase', 'RelationshipMetadataBase'].includes(table.logicalName);

/** The types of definitions of tables, columns, keys, relationships and choices, with what they are made of (Learn: "Web API Metadata EntityTypes"). */
export const modelTypes = (): readonly string[] => [
  element('EntityType', { Name: 'crmmodelbaseentity', Abstract: true }),
  element(
    'EntityType',
    { Name: 'MetadataBase', BaseType: 'mscrm.crmmodelbaseentity', Abstract: true },
    element('Key', {}, element('PropertyRef', { Name: 'MetadataId' })),
    plainProperty('MetadataId', 'Edm.Guid'),
    plainProperty('HasChanged', 'Edm.Boolean'),
  ),
  ...tables.filter((it) => it.isMetadata).map(definitionType),
  ...tables.filter((it) => it.isMetadata && !isBaseOfSets(it)).map(complexDefinition),
  ...Object.entries(complexTypes).map(([name, properties]) => complexType(name, properties)),
  ...Object.entries(derivedComplexTypes).flatMap(([base, derived]) =>
    Object.entries(derived).map(([name, properties]) => complexType(name, properties, `mscrm.${base}`)),
  ),
  ...Object.entries(enumTypes).map(([name, members]) => enumType(name, members)),
];
