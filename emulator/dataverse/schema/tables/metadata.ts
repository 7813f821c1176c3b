import { column, columns, flag } from '../column.ts';
import { defineTable } from '../table.ts';
import {
  complexColumn,
  definition,
  enumColumn,
  hasChanged,
  labelColumn,
  managedColumn,
} from './definition-columns.ts';

const managedColumns = [
  managedColumn('IsAuditEnabled', false, true, 'canmodifyauditsettings'),
  managedColumn('IsValidForQueue', false, true, 'canmodifyqueuesettings'),
  managedColumn('IsConnectionsEnabled', true, true, 'canmodifyconnectionsettings'),
  managedColumn('IsCustomizable', true, false, 'iscustomizable'),
  managedColumn('IsRenameable', true, false, 'isrenameable'),
  managedColumn('IsMappable', true, false, 'ismappable'),
  managedColumn('IsDuplicateDetectionEnabled', true, true, 'canmodifyduplicatedetectionsettings'),
  managedColumn('CanCreateAttributes', true, false, 'cancreateattributes'),
  managedColumn('CanCreateForms', true, false, 'cancreateforms'),
  managedColumn('CanCreateViews', true, false, 'cancreateviews'),
  managedColumn('CanCreateCharts', true, false, 'cancreatecharts'),
  managedColumn('CanBeRelatedEntityInRelationship', true, false, 'canberelatedentityinrelationship'),
  managedColumn('CanBePrimaryEntityInRelationship', true, false, 'canbeprimaryentityinrelationship'),
  managedColumn('CanBeInManyToMany', true, false, 'canbeinmanytomany'),
  managedColumn('CanBeInCustomEntityAssociation', true, false, 'canbeincustomentityassociation'),
  managedColumn('CanEnableSyncToExternalSearchIndex', true, true, 'canenablesynctoexternalsearchindex'),
  managedColumn('CanModifyAdditionalSettings', true, true, 'canmodifyadditionalsettings'),
  managedColumn('CanChangeHierarchicalRelationship', true, false, 'canchangehierarchicalrelationship'),
  managedColumn('CanChangeTrackingBeEnabled', true, true, 'canchangetrackingbeenabled'),
  managedColumn('IsMailMergeEnabled', false, true, 'canmodifymailmergesettings'),
  managedColumn('IsVisibleInMobile', false, true, 'canmodifymobilevisibility'),
  managedColumn('IsVisibleInMobileClient', true, true, 'canmodifymobileclientvisibility'),
  managedColumn('IsReadOnlyInMobileClient', false, true, 'canmodifymobileclientreadonly'),
  managedColumn('IsOfflineInMobileClient', true, true, 'canmodifymobileclientoffline'),
];

const flags = (names: string, fallback: boolean) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => flag(name, fallback));

/** Definitions of tables, read like a table (Learn: "EntityMetadata EntityType"; recorded answers). */
export const entityDefinition = defineTable({
  ...definition,
  logicalName: 'EntityMetadata',
  schemaName: 'EntityMetadata',
  entitySet: 'EntityDefinitions',
  displayName: 'Entity Metadata',
  displayCollectionName: 'Entity Definitions',
  alternateKeys: [['LogicalName']],
  columns: [
    hasChanged,
    ...columns('string', 'LogicalName SchemaName EntitySetName LogicalCollectionName CollectionSchemaName'),
    ...columns('string', 'PrimaryIdAttribute PrimaryNameAttribute PrimaryImageAttribute ReportViewName'),
    ...columns(
      'string',
      'IntroducedVersion TableType EntityColor EntityHelpUrl MobileOfflineFilters SettingOf',
    ),
    ...columns('string', 'IconLargeName IconMediumName IconSmallName IconVectorName ExternalName'),
    ...columns('string', 'ExternalCollectionName RecurrenceBaseEntityLogicalName'),
    ...columns('guid', 'DataProviderId DataSourceId OwnerId OwningBusinessUnit'),
    ...columns('integer', 'ActivityTypeMask DaysSinceRecordLastModified', { fallback: 0 }),
    column('ObjectTypeCode', 'integer'),
    column('OwnerIdType', 'integer', { fallback: 8 }),
    ...columns('datetime', 'CreatedOn ModifiedOn', { fallback: '1900-01-01T00:00:00Z' }),
    enumColumn('OwnershipType', 'OwnershipTypes'),
    ...flags(
      `AutoRouteToOwnerQueue EntityHelpUrlEnabled IsDocumentManagementEnabled IsOneNoteIntegrationEnabled
       IsInteractionCentricEnabled IsKnowledgeManagementEnabled IsSLAEnabled IsBPFEntity IsDocumentRecommendationsEnabled
       IsMSTeamsIntegrationEnabled AutoCreateAccessTeams IsActivity IsActivityParty IsRetrieveAuditEnabled
       IsRetrieveMultipleAuditEnabled IsArchivalEnabled IsRetentionEnabled IsChildEntity IsAIRUpdated IsCustomEntity
       IsBusinessProcessEnabled SyncToExternalSearchIndex IsIntersect IsEnabledForCharts IsEnabledForTrace
       IsQuickCreateEnabled IsStateModelAware EnforceStateTransitions IsEnabledForExternalChannels IsPrivate
       UsesBusinessDataLabelTable IsLogicalEntity HasNotes HasActivities HasFeedback IsSolutionAware HasEmailAddresses`,
      false,
    ),
    ...flags(
      `CanTriggerWorkflow IsAvailableOffline IsOptimisticConcurrencyEnabled ChangeTrackingEnabled IsImportable IsManaged
       IsValidForAdvancedFind IsReadingPaneEnabled`,
      true,
    ),
    ...['Description', 'DisplayCollectionName', 'DisplayName'].map(labelColumn),
    ...managedColumns,
    complexColumn('Privileges', 'Collection(mscrm.SecurityPrivilegeMetadata)', []),
    complexColumn('Settings', 'Collection(mscrm.EntitySetting)', []),
  ],
  collections: [
    // The columns that join them are no properties: definitions of columns name their table in EntityLogicalName.
    { kind: 'many', name: 'Attributes', target: 'AttributeMetadata', column: 'EntityMetadataId' },
    { kind: 'many', name: 'Keys', target: 'EntityKeyMetadata', column: 'EntityMetadataId' },
    {
      kind: 'many',
      name: 'ManyToOneRelationships',
      target: 'OneToManyRelationshipMetadata',
      column: 'ReferencingMetadataId',
    },
    {
      kind: 'many',
      name: 'OneToManyRelationships',
      target: 'OneToManyRelationshipMetadata',
      column: 'ReferencedMetadataId',
    },
    {
      kind: 'many',
      name: 'ManyToManyRelationships',
      target: 'ManyToManyRelationshipMetadata',
      column: 'Entity1MetadataId',
    },
  ],
});

/** Alternate keys of a table (Learn: "EntityKeyMetadata EntityType"). */
export const keyDefinition = defineTable({
  ...definition,
  logicalName: 'EntityKeyMetadata',
  schemaName: 'EntityKeyMetadata',
  displayName: 'Entity Key Metadata',
  alternateKeys: [['LogicalName']],
  columns: [
    hasChanged,
    ...columns('string', 'LogicalName SchemaName EntityLogicalName IntroducedVersion'),
    ...flags('IsManaged IsSynchronous IsExportKey IsSecondaryKey', false),
    column('AsyncJob', 'guid'),
    enumColumn('EntityKeyIndexStatus', 'EntityKeyIndexStatus', 'Active'),
    complexColumn('KeyAttributes', 'Collection(Edm.String)', []),
    labelColumn('DisplayName'),
    managedColumn('IsCustomizable', true, false, 'iscustomizable'),
  ],
});
