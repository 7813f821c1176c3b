/** A parameter or a property of an answer: its name and type, and whether it may be left out. */
type Typed = readonly [name: string, type: string, optional?: 'optional'];

/** A function or an action as `$metadata` describes it; every answer of a function is a complex type of its own. */
export type OperationSignature = {
  readonly name: string;
  readonly kind: 'function' | 'action';
  /** Logical names of the tables that it is bound to; empty for an unbound one. */
  readonly boundTo: readonly string[];
  /** Bound to all rows of the table instead of one. */
  readonly ofSet?: boolean;
  /** More of the path, and query options, may follow its rows. */
  readonly isComposable?: boolean;
  readonly parameters: readonly Typed[];
  /** Properties of the answer's type, or the type that it has by itself. */
  readonly returns: readonly Typed[] | string;
};

const unbound = (
  name: string,
  parameters: readonly Typed[],
  returns: OperationSignature['returns'],
): OperationSignature => ({
  name,
  kind: 'function',
  boundTo: [],
  parameters,
  returns,
});

const ofUser = (
  name: string,
  parameters: readonly Typed[],
  returns: OperationSignature['returns'],
): OperationSignature => ({
  ...unbound(name, parameters, returns),
  boundTo: ['systemuser'],
});

const action = (
  name: string,
  boundTo: readonly string[],
  parameters: readonly Typed[],
): OperationSignature => ({
  name,
  kind: 'action',
  boundTo,
  parameters,
  returns: [],
});

const record = 'mscrm.crmbaseentity';
const rolePrivileges: readonly Typed[] = [['RolePrivileges', 'Collection(mscrm.RolePrivilege)']];

const exportParameters: readonly Typed[] = [
  ['SolutionName', 'Edm.String'],
  ['Managed', 'Edm.Boolean'],
  ['TargetVersion', 'Edm.String', 'optional'],
  ...[
    'AutoNumberingSettings',
    'CalendarSettings',
    'CustomizationSettings',
    'EmailTrackingSettings',
    'GeneralSettings',
    'MarketingSettings',
    'OutlookSynchronizationSettings',
    'RelationshipRoles',
    'IsvConfig',
    'Sales',
    'ExternalApplications',
  ].map((name): Typed => [`Export${name}`, 'Edm.Boolean', 'optional']),
];
const importParameters: readonly Typed[] = [
  ['OverwriteUnmanagedCustomizations', 'Edm.Boolean'],
  ['PublishWorkflows', 'Edm.Boolean'],
  ['CustomizationFile', 'Edm.Binary'],
  ['ImportJobId', 'Edm.Guid'],
  ['ConvertToManaged', 'Edm.Boolean', 'optional'],
  ['SkipProductUpdateDependencies', 'Edm.Boolean', 'optional'],
  ['HoldingSolution', 'Edm.Boolean', 'optional'],
];

/** Functions and actions of the demo cloud with their parameters (Learn: "Web API Functions", "Web API Actions"). */
export const operationSignatures: readonly OperationSignature[] = [
  unbound(
    'WhoAmI',
    [],
    [
      ['BusinessUnitId', 'Edm.Guid'],
      ['UserId', 'Edm.Guid'],
      ['OrganizationId', 'Edm.Guid'],
    ],
  ),
  unbound(
    'RetrieveCurrentOrganization',
    [['AccessType', 'mscrm.EndpointAccessType']],
    [['Detail', 'mscrm.OrganizationDetail']],
  ),
  unbound('RetrieveVersion', [], [['Version', 'Edm.String']]),
  unbound(
    'RetrieveTotalRecordCount',
    [['EntityNames', 'Collection(Edm.String)']],
    [['EntityRecordCountCollection', 'mscrm.EntityRecordCountCollection']],
  ),
  unbound(
    'ValidateFetchXmlExpression',
    [['FetchXml', 'Edm.String']],
    [['ValidationResults', 'mscrm.ValidateFetchXmlExpressionResult']],
  ),
  unbound('RetrieveRolePrivilegesRole', [['RoleId', 'Edm.Guid']], rolePrivileges),
  unbound(
    'RetrieveSharedPrincipalsAndAccess',
    [['Target', record]],
    [['PrincipalAccesses', 'Collection(mscrm.PrincipalAccess)']],
  ),
  unbound(
    'RetrieveAccessOrigin',
    [
      ['ObjectId', 'Edm.Guid'],
      ['LogicalName', 'Edm.String'],
      ['PrincipalId', 'Edm.Guid'],
    ],
    [['Response', 'Edm.String']],
  ),
  unbound('RetrieveProvisionedLanguages', [], [['RetrieveProvisionedLanguages', 'Collection(Edm.Int32)']]),
  unbound('RetrieveAvailableLanguages', [], [['LocaleIds', 'Collection(Edm.Int32)']]),
  unbound(
    'RetrieveMetadataChanges',
    [
      ['Query', 'mscrm.EntityQueryExpression'],
      ['DeletedMetadataFilters', 'mscrm.DeletedMetadataFilters'],
      ['ClientVersionStamp', 'Edm.String'],
      ['AppModuleId', 'Edm.Guid'],
      ['RetrieveAllSettings', 'Edm.Boolean'],
    ],
    [
      ['ServerVersionStamp', 'Edm.String'],
      ['DeletedMetadata', 'mscrm.DeletedMetadataCollection'],
      ['EntityMetadata', 'Collection(mscrm.ComplexEntityMetadata)'],
    ],
  ),
  unbound('RetrieveTimestamp', [], [['Timestamp', 'Edm.String']]),
  unbound(
    'FormatAddress',
    [
      ['Line1', 'Edm.String'],
      ['City', 'Edm.String'],
      ['StateOrProvince', 'Edm.String'],
      ['PostalCode', 'Edm.String'],
      ['Country', 'Edm.String'],
    ],
    [['Address', 'Edm.String']],
  ),
  {
    ...unbound('RetrieveAuditDetails', [], [['AuditDetail', 'mscrm.AuditDetail']]),
    boundTo: ['audit'],
  },
  unbound(
    'RetrieveRecordChangeHistory',
    [
      ['Target', record],
      ['PagingInfo', 'mscrm.PagingInfo'],
    ],
    [['AuditDetailCollection', 'mscrm.AuditDetailCollection']],
  ),
  unbound(
    'RetrieveAttributeChangeHistory',
    [
      ['Target', record],
      ['AttributeLogicalName', 'Edm.String'],
      ['PagingInfo', 'mscrm.PagingInfo'],
    ],
    [['AuditDetailCollection', 'mscrm.AuditDetailCollection']],
  ),
  unbound(
    'InitializeFrom',
    [
      ['EntityMoniker', record],
      ['TargetEntityName', 'Edm.String'],
      ['TargetFieldType', 'mscrm.TargetFieldType'],
    ],
    record,
  ),
  unbound(
    'RetrieveSolutionImportResult',
    [['ImportJobId', 'Edm.Guid']],
    [['SolutionOperationResult', 'mscrm.SolutionOperationResult']],
  ),
  unbound('RetrieveOrganizationInfo', [], [['organizationInfo', 'mscrm.OrganizationInfo']]),
  unbound('IsDataEncryptionActive', [], [['IsActive', 'Edm.Boolean']]),
  unbound(
    'RetrieveInstalledLanguagePacks',
    [],
    [['RetrieveInstalledLanguagePacks', 'Collection(Edm.Int32)']],
  ),
  unbound(
    'RetrieveDeprovisionedLanguages',
    [],
    [['RetrieveDeprovisionedLanguages', 'Collection(Edm.Int32)']],
  ),
  unbound('RetrieveInstalledLanguagePackVersion', [['Language', 'Edm.Int32']], [['Version', 'Edm.String']]),
  unbound('RetrieveProvisionedLanguagePackVersion', [['Language', 'Edm.Int32']], [['Version', 'Edm.String']]),
  unbound('RetrieveExchangeRate', [['TransactionCurrencyId', 'Edm.Guid']], [['ExchangeRate', 'Edm.Decimal']]),
  unbound(
    'RetrieveEnvironmentVariableValue',
    [['DefinitionSchemaName', 'Edm.String']],
    [['Value', 'Edm.String']],
  ),
  unbound(
    'IsComponentCustomizable',
    [
      ['ComponentId', 'Edm.Guid'],
      ['ComponentType', 'Edm.Int32'],
    ],
    [['IsComponentCustomizable', 'Edm.Boolean']],
  ),
  unbound(
    'RetrieveAuditPartitionList',
    [],
    [['AuditPartitionDetailCollection', 'Collection(mscrm.AuditPartitionDetail)']],
  ),
  {
    ...ofUser('RetrieveAllChildUsersSystemUser', [], 'Collection(mscrm.systemuser)'),
    isComposable: true,
  },
  unbound(
    'UtcTimeFromLocalTime',
    [
      ['TimeZoneCode', 'Edm.Int32'],
      ['LocalTime', 'Edm.DateTimeOffset'],
    ],
    [['UtcTime', 'Edm.DateTimeOffset']],
  ),
  {
    ...unbound('GetAllTimeZonesWithDisplayName', [['LocaleId', 'Edm.Int32']], `Collection(${record})`),
    boundTo: ['timezonedefinition'],
    ofSet: true,
  },
  unbound(
    'LocalTimeFromUtcTime',
    [
      ['TimeZoneCode', 'Edm.Int32'],
      ['UtcTime', 'Edm.DateTimeOffset'],
    ],
    [['LocalTime', 'Edm.DateTimeOffset']],
  ),
  unbound(
    'GetTimeZoneCodeByLocalizedName',
    [
      ['LocalizedStandardName', 'Edm.String'],
      ['LocaleId', 'Edm.Int32'],
    ],
    [['TimeZoneCode', 'Edm.Int32']],
  ),
  unbound(
    'IsValidStateTransition',
    [
      ['Entity', record],
      ['NewState', 'Edm.String'],
      ['NewStatus', 'Edm.Int32'],
    ],
    [['IsValid', 'Edm.Boolean']],
  ),
  ofUser('RetrieveUserPrivileges', [], rolePrivileges),
  ofUser('RetrieveUserPrivilegeByPrivilegeName', [['PrivilegeName', 'Edm.String']], rolePrivileges),
  ofUser('RetrieveUserPrivilegeByPrivilegeId', [['PrivilegeId', 'Edm.Guid']], rolePrivileges),
  ofUser(
    'RetrieveUserSetOfPrivilegesByNames',
    [['PrivilegeNames', 'Collection(Edm.String)']],
    rolePrivileges,
  ),
  ofUser('RetrieveUserSetOfPrivilegesByIds', [['PrivilegeIds', 'Collection(Edm.Guid)']], rolePrivileges),
  ofUser(
    'RetrieveUsersPrivilegesThroughTeams',
    [
      ['ExcludeOrgDisabledPrivileges', 'Edm.Boolean'],
      ['IncludeSetupUserFiltering', 'Edm.Boolean'],
    ],
    rolePrivileges,
  ),
  { ...unbound('RetrieveTeamPrivileges', [], rolePrivileges), boundTo: ['team'] },
  {
    ...unbound('RetrievePrivilegeSet', [], 'Collection(mscrm.privilege)'),
    boundTo: ['privilege'],
    ofSet: true,
  },
  unbound('RetrieveAadUserRoles', [['DirectoryObjectId', 'Edm.Guid']], 'Collection(mscrm.role)'),
  unbound('RetrieveAadUserPrivileges', [['DirectoryObjectId', 'Edm.Guid']], rolePrivileges),
  unbound(
    'RetrieveAadUserSetOfPrivilegesByNames',
    [
      ['DirectoryObjectId', 'Edm.Guid'],
      ['PrivilegeNames', 'Collection(Edm.String)'],
    ],
    rolePrivileges,
  ),
  unbound(
    'RetrieveAadUserSetOfPrivilegesByIds',
    [
      ['DirectoryObjectId', 'Edm.Guid'],
      ['PrivilegeIds', 'Collection(Edm.Guid)'],
    ],
    rolePrivileges,
  ),
  {
    ...unbound('RetrieveBusinessHierarchyBusinessUnit', [], 'Collection(mscrm.businessunit)'),
    boundTo: ['businessunit'],
    isComposable: true,
  },
  {
    ...unbound('RetrievePrincipalAccess', [['Target', record]], [['AccessRights', 'mscrm.AccessRights']]),
    boundTo: ['systemuser', 'team'],
  },
  {
    ...unbound(
      'RetrievePrincipalAttributePrivileges',
      [],
      [['AttributePrivileges', 'Collection(mscrm.AttributePrivilege)']],
    ),
    boundTo: ['systemuser', 'team'],
  },
  {
    ...action(
      'BulkDelete',
      [],
      [
        ['QuerySet', 'Collection(mscrm.QueryExpression)'],
        ['JobName', 'Edm.String'],
        ['SendEmailNotification', 'Edm.Boolean'],
        ['ToRecipients', `Collection(${record})`],
        ['CCRecipients', `Collection(${record})`],
        ['RecurrencePattern', 'Edm.String'],
        ['StartDateTime', 'Edm.DateTimeOffset'],
        ['SourceImportId', 'Edm.Guid'],
        ['RunNow', 'Edm.Boolean'],
        ['Options', 'mscrm.BulkDeleteOptions'],
      ],
    ),
    returns: [['JobId', 'Edm.Guid']],
  },
  action('AddPrivilegesRole', ['role'], [['Privileges', 'Collection(mscrm.RolePrivilege)']]),
  action('ReplacePrivilegesRole', ['role'], [['Privileges', 'Collection(mscrm.RolePrivilege)']]),
  action('RemovePrivilegeRole', ['role'], [['Privilege', 'mscrm.privilege']]),
  action('SyncGroupMembersToTeam', ['team'], []),
  action('AddMembersTeam', ['team'], [['Members', 'Collection(mscrm.systemuser)']]),
  action('RemoveMembersTeam', ['team'], [['Members', 'Collection(mscrm.systemuser)']]),
  {
    ...action(
      'AddUserToRecordTeam',
      ['systemuser'],
      [
        ['Record', record],
        ['TeamTemplate', 'mscrm.teamtemplate'],
      ],
    ),
    returns: [['AccessTeamId', 'Edm.Guid']],
  },
  {
    ...action(
      'RemoveUserFromRecordTeam',
      ['systemuser'],
      [
        ['Record', record],
        ['TeamTemplate', 'mscrm.teamtemplate'],
      ],
    ),
    returns: [['AccessTeamId', 'Edm.Guid']],
  },
  action('ConvertOwnerTeamToAccessTeam', ['team'], []),
  {
    ...action(
      'AddSolutionComponent',
      [],
      [
        ['ComponentId', 'Edm.Guid'],
        ['ComponentType', 'Edm.Int32'],
        ['SolutionUniqueName', 'Edm.String'],
        ['AddRequiredComponents', 'Edm.Boolean'],
        ['DoNotIncludeSubcomponents', 'Edm.Boolean', 'optional'],
        ['IncludedComponentSettingsValues', 'Collection(Edm.String)'],
      ],
    ),
    returns: [['id', 'Edm.Guid']],
  },
  {
    ...action(
      'RemoveSolutionComponent',
      [],
      [
        ['SolutionComponent', 'mscrm.solutioncomponent'],
        ['ComponentType', 'Edm.Int32'],
        ['SolutionUniqueName', 'Edm.String'],
      ],
    ),
    returns: [['id', 'Edm.Guid']],
  },
  {
    ...action('ExportSolution', [], exportParameters),
    returns: [['ExportSolutionFile', 'Edm.Binary']],
  },
  {
    ...action('ExportSolutionAsync', [], exportParameters),
    returns: [
      ['AsyncOperationId', 'Edm.Guid'],
      ['ExportJobId', 'Edm.Guid'],
    ],
  },
  {
    ...action('DownloadSolutionExportData', [], [['ExportJobId', 'Edm.Guid']]),
    returns: [['ExportSolutionFile', 'Edm.Binary']],
  },
  action('ImportSolution', [], importParameters),
  {
    ...action(
      'ImportSolutionAsync',
      [],
      [
        ...importParameters,
        ['ComponentParameters', `Collection(${record})`],
        ['SolutionParameters', 'mscrm.SolutionParameters'],
      ],
    ),
    returns: [
      ['ImportJobKey', 'Edm.String'],
      ['AsyncOperationId', 'Edm.Guid'],
    ],
  },
  {
    ...action(
      'StageAndUpgrade',
      [],
      [
        ...importParameters.filter(([name]) => name !== 'HoldingSolution'),
        ['ComponentParameters', `Collection(${record})`],
      ],
    ),
    returns: [['SolutionId', 'Edm.Guid']],
  },
  {
    ...action(
      'StageAndUpgradeAsync',
      [],
      [
        ...importParameters.filter(([name]) => name !== 'HoldingSolution'),
        ['ComponentParameters', `Collection(${record})`],
        ['SolutionParameters', 'mscrm.SolutionParameters'],
      ],
    ),
    returns: [
      ['ImportJobKey', 'Edm.String'],
      ['AsyncOperationId', 'Edm.Guid'],
    ],
  },
  {
    ...action('DeleteAndPromote', [], [['UniqueName', 'Edm.String']]),
    returns: [['SolutionId', 'Edm.Guid']],
  },
  {
    ...action('DeleteAndPromoteAsync', [], [['UniqueName', 'Edm.String']]),
    returns: [['AsyncOperationId', 'Edm.Guid']],
  },
  {
    ...action('UninstallSolutionAsync', [], [['SolutionUniqueName', 'Edm.String']]),
    returns: [['AsyncOperationId', 'Edm.Guid']],
  },
  {
    ...action('StageSolution', [], [['CustomizationFile', 'Edm.Binary']]),
    returns: [['StageSolutionResults', 'mscrm.StageSolutionResults']],
  },
  unbound(
    'ResetInheritedAccess',
    [['FetchXml', 'Edm.String']],
    [['ResetInheritedAccessResponse', 'Edm.String']],
  ),
  action('CreateAsyncJobToRevokeInheritedAccess', [], [['RelationshipSchema', 'Edm.String']]),
  unbound('searchstatus', [], [['response', 'Edm.String']]),
  ...(
    [
      ['searchquery', 'entities facets filter options orderby propertybag', 'skip top', 'count'],
      ['searchsuggest', 'entities filter options orderby propertybag', 'top', 'fuzzy'],
      ['searchautocomplete', 'entities filter propertybag', '', 'fuzzy'],
    ] as const
  ).map(([name, texts, numbers, flag]): OperationSignature => ({
    ...action(
      name,
      [],
      [
        ['search', 'Edm.String'],
        ...texts.split(' ').map((it): Typed => [it, 'Edm.String']),
        ...numbers
          .split(' ')
          .filter((it) => it !== '')
          .map((it): Typed => [it, 'Edm.Int32']),
        [flag, 'Edm.Boolean'],
      ],
    ),
    returns: [['response', 'Edm.String']],
  })),
  action('PublishAllXml', [], []),
  action('PublishXml', [], [['ParameterXml', 'Edm.String']]),
  {
    ...action('DeleteRecordChangeHistory', [], [['Target', record]]),
    returns: [['DeletedEntriesCount', 'Edm.Int32']],
  },
  {
    ...action('DeleteAuditData', [], [['EndDate', 'Edm.DateTimeOffset']]),
    returns: [['PartitionsDeleted', 'Edm.Int32']],
  },
  action('RemoveParent', [], [['Target', record]]),
  action(
    'ReassignObjectsOwner',
    [],
    [
      ['FromPrincipal', record],
      ['ToPrincipal', record],
    ],
  ),
  action(
    'SetParentSystemUser',
    ['systemuser'],
    [
      ['Parent', 'mscrm.systemuser'],
      ['KeepChildUsers', 'Edm.Boolean'],
    ],
  ),
  action(
    'ReassignObjectsSystemUser',
    ['systemuser'],
    [
      ['ReassignPrincipal', record],
      ['objectType', 'Edm.Int32'],
    ],
  ),
  action(
    'SetBusinessSystemUser',
    ['systemuser'],
    [
      ['BusinessUnit', 'mscrm.businessunit'],
      ['ReassignPrincipal', record],
    ],
  ),
  action(
    'Merge',
    [],
    [
      ['Target', record],
      ['Subordinate', record],
      ['UpdateContent', record],
      ['PerformParentingChecks', 'Edm.Boolean'],
    ],
  ),
  action(
    'GrantAccess',
    [],
    [
      ['Target', record],
      ['PrincipalAccess', 'mscrm.PrincipalAccess'],
    ],
  ),
  action(
    'ModifyAccess',
    [],
    [
      ['Target', record],
      ['PrincipalAccess', 'mscrm.PrincipalAccess'],
    ],
  ),
  action(
    'RevokeAccess',
    [],
    [
      ['Target', record],
      ['Revokee', record],
    ],
  ),
];
