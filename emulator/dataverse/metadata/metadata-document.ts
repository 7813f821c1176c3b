import { listedTables, requireTable, tableOfSet, tables } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { annotation, element } from './csdl-xml.ts';
import { entityTypeCsdl, rootTypes } from './entity-type-csdl.ts';
import { modelTypes } from './model-csdl.ts';
import { operationImports, operationsCsdl } from './operations-csdl.ts';

const namespace = 'Microsoft.Dynamics.CRM';

/** Vocabularies that the annotations come from. */
const vocabularies: readonly (readonly [string, string, string])[] = [
  ['http://vocabularies.odata.org/OData.Community.Keys.V1.xml', 'OData.Community.Keys.V1', 'Keys'],
  ['http://vocabularies.odata.org/OData.Community.Display.V1.xml', 'OData.Community.Display.V1', 'Display'],
  [
    'https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml',
    'Org.OData.Core.V1',
    'Core',
  ],
  [
    'https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml',
    'Org.OData.Capabilities.V1',
    'Capabilities',
  ],
];

const references = (): readonly string[] =>
  vocabularies.map(([uri, name, alias]) =>
    element('edmx:Reference', { Uri: uri }, element('edmx:Include', { Namespace: name, Alias: alias })),
  );

/** Whether changes of a set can be asked for (Learn: "Use change tracking to synchronize data with external systems"). */
const changeTracking = (table: Table): string =>
  element(
    'Annotation',
    { Term: 'Org.OData.Capabilities.V1.ChangeTracking' },
    element('Record', {}, element('PropertyValue', { Property: 'Supported', Bool: table.tracksChanges })),
  );

/** A set with the sets that its navigation properties lead to, and what its queries cannot do. */
function entitySet(table: Table): string {
  const bindings = [...table.navigation.values()].flatMap((it) => {
    const target = it.kind === 'one' ? (it.targets.length === 1 ? it.targets[0] : undefined) : it.target;
    const found = target === undefined ? null : requireTable(target);
    return found === null || tableOfSet(found.entitySet) !== found
      ? []
      : [element('NavigationPropertyBinding', { Path: it.name, Target: found.entitySet })];
  });
  return element(
    'EntitySet',
    { Name: table.entitySet, EntityType: `${namespace}.${table.logicalName}` },
    ...bindings,
    annotation('Org.OData.Capabilities.V1.SkipSupported', 'Bool', false),
    ...(table.isMetadata ? [] : [changeTracking(table)]),
    ...(table.isMetadata ? [annotation('Org.OData.Capabilities.V1.TopSupported', 'Bool', false)] : []),
  );
}

/** Terms of the service's own annotations on lookups (Learn: "Query data using the Web API", lookup properties). */
const terms = (): readonly string[] =>
  ['associatednavigationproperty', 'lookuplogicalname'].map((name) =>
    element('Term', { Name: name, Type: 'Edm.String', Nullable: false }),
  );

let written: string | null = null;

function write(): string {
  const schema = element(
    'Schema',
    { Namespace: namespace, Alias: 'mscrm', xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    ...rootTypes(),
    ...listedTables.map(entityTypeCsdl),
    ...modelTypes(),
    ...operationsCsdl(),
    ...terms(),
    element(
      'EntityContainer',
      { Name: 'System' },
      ...listedTables.map(entitySet),
      ...tables.filter((it) => it.isMetadata && tableOfSet(it.entitySet) === it).map(entitySet),
      ...operationImports(),
    ),
  );
  const document = element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    ...references(),
    element('edmx:DataServices', {}, schema),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${document}`;
}

/** The CSDL of everything that an environment serves (Learn: "Web API service documents"); it is the same for all of them. */
export const metadataDocument = (): string => (written ??= write());
