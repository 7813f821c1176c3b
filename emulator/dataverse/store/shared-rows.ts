import { guid } from '../base/guid.ts';
import { systemSolution } from '../base/known-solutions.ts';
import {
  accessRightOf,
  privilegeFor,
  privilegeNamed,
  privileges,
  type Privilege,
} from '../base/privileges.ts';
import { tables } from '../schema/schema.ts';
import { tableFlags } from '../schema/table-flags.ts';
import { type Table, verbs } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';

/** Rows of the privilege table. */
export const privilegeRowsOf = (all: readonly Privilege[]): RowSource =>
  memoryRows('privilegeid', () =>
    all.map((it, index) => ({
      privilegeid: it.id,
      name: it.name,
      accessright: it.verb === null ? 0 : accessRightOf[it.verb],
      canbebasic: it.depths.includes('b'),
      canbelocal: it.depths.includes('l'),
      canbedeep: it.depths.includes('d'),
      canbeglobal: it.depths.includes('g'),
      introducedversion: '5.0.0.0',
      solutionid: systemSolution,
      privilegerowid: guid('privilegerow', it.name),
      versionnumber: 10_000 + index,
    })),
  );

/** Those of environments that bring nothing of their own: one copy for all of them. */
export const privilegeRows: RowSource = privilegeRowsOf(privileges);

const described = (it: Privilege): Json => ({
  CanBeBasic: it.depths.includes('b'),
  CanBeDeep: it.depths.includes('d'),
  CanBeGlobal: it.depths.includes('g'),
  CanBeLocal: it.depths.includes('l'),
  CanBeEntityReference: false,
  CanBeParentEntityReference: false,
  CanBeRecordFilter: false,
  Name: it.name,
  PrivilegeId: it.id,
  PrivilegeType: it.verb ?? 'None',
});

/** Privileges without a verb that metadata lists with a table. */
const alsoListed: Readonly<Record<string, readonly string[]>> = {
  businessunit: ['prvDisableBusinessUnit', 'prvReparentBusinessUnit'],
  role: ['prvAssignRole'],
  systemuser: ['prvDisableUser', 'prvReparentUser'],
};

/** A label with its one translation. */
export const label = (text: string): Json => {
  const localized = {
    Label: text,
    LanguageCode: 1033,
    IsManaged: true,
    MetadataId: guid('label', text),
    HasChanged: null,
  };
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
};

const knownMetadataIds: Readonly<Record<string, string>> = {
  account: '70816501-edb9-4740-a16c-6a5efbc05d84',
  businessunit: 'f01e8baa-c7f5-4ec3-b538-5a3eed8527f6',
  contact: '608861bc-50a4-4c5f-a02c-21fe1943e2cf',
};

/** Id of a table's definition. */
export const metadataIdOf = (table: Table): string =>
  knownMetadataIds[table.logicalName] ?? guid('metadata', table.logicalName);

function definitionOf(table: Table): Row {
  const listed = [
    ...verbs.flatMap((verb) => privilegeFor(table, verb) ?? []),
    ...(alsoListed[table.logicalName] ?? []).flatMap((name) => privilegeNamed(name) ?? []),
  ];
  return {
    MetadataId: metadataIdOf(table),
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.entitySet,
    LogicalCollectionName: table.entitySet,
    CollectionSchemaName: table.displayCollectionName.replaceAll(' ', ''),
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    PrimaryImageAttribute: table.columns.has('entityimage') ? 'entityimage' : null,
    ReportViewName: `Filtered${table.schemaName}`,
    IntroducedVersion: '5.0.0.0',
    TableType: 'Standard',
    OwnershipType: table.ownership,
    ObjectTypeCode: table.objectTypeCode,
    ActivityTypeMask: table.isActivity ? 1 : 0,
    IsActivity: table.isActivity,
    IsIntersect: table.isIntersect,
    // The sales team of an opportunity is one of those; others are turned on by whoever customizes the table.
    AutoCreateAccessTeams: table.logicalName === 'opportunity',
    ChangeTrackingEnabled: table.tracksChanges,
    CanChangeTrackingBeEnabled: {
      Value: table.tracksChanges,
      CanBeChanged: table.tracksChanges,
      ManagedPropertyLogicalName: 'canchangetrackingbeenabled',
    },
    IsCustomEntity: table.logicalName.includes('_'),
    IsManaged: !table.logicalName.startsWith('ctso_'),
    IsStateModelAware: table.columns.has('statecode'),
    ...tableFlags(table),
    DisplayName: label(table.displayName),
    DisplayCollectionName: label(table.displayCollectionName),
    Privileges: listed.map(described),
  };
}

/** Rows of the table definitions, one copy for all environments. */
export const entityDefinitionRows: RowSource = memoryRows('MetadataId', () =>
  tables.filter((it) => !it.isMetadata).map(definitionOf),
);
