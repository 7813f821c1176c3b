/** Members of enums by their names, in the order of their values from 0 unless a value is given (Learn: "Web API EnumTypes"). */
export const enumTypes: Readonly<Record<string, string>> = {
  AccessRights:
    'None=0 ReadAccess=1 WriteAccess=2 AppendAccess=4 AppendToAccess=16 CreateAccess=32 DeleteAccess=65536 ShareAccess=262144 AssignAccess=524288',
  AssociatedMenuBehavior: 'UseCollectionName UseLabel DoNotDisplay',
  AssociatedMenuGroup: 'Details Sales Service Marketing',
  AttributeRequiredLevel: 'None SystemRequired ApplicationRequired Recommended',
  AttributeTypeCode:
    'Boolean Customer DateTime Decimal Double Integer Lookup Memo Money Owner PartyList Picklist State Status String Uniqueidentifier CalendarRules Virtual BigInt ManagedProperty EntityName',
  CascadeType: 'NoCascade Cascade Active UserOwned RemoveLink Restrict',
  DateTimeFormat: 'DateOnly DateAndTime',
  EndpointAccessType: 'Default Internet Intranet',
  EndpointType: 'OrganizationService OrganizationDataService WebApplication',
  EntityKeyIndexStatus: 'Pending InProgress Active Failed',
  ImeMode: 'Auto Inactive Active Disabled',
  IntegerFormat: 'None Duration TimeZone Language Locale',
  LookupFormat: 'None Connection Regarding Text',
  OptionSetType: 'Picklist State Status Boolean',
  OrganizationState: 'Enabled Disabled',
  OwnershipTypes: 'None=0 UserOwned=1 TeamOwned=2 BusinessOwned=4 OrganizationOwned=8 BusinessParented=16',
  PrivilegeDepth: 'Basic Local Deep Global RecordFilter',
  PrivilegeType: 'None Create Read Write Delete Assign Share Append AppendTo',
  RelationshipType: 'OneToManyRelationship ManyToManyRelationship',
  SecurityTypes: 'None=0 Append=1 ParentChild=2 Pointer=4 Inheritance=8',
  TargetFieldType: 'All ValidForCreate ValidForUpdate ValidForRead',
  StringFormat: 'Email Text TextArea Url TickerSymbol PhoneticGuide VersionNumber Phone Json RichText',
};

/** A property and its type; `mscrm.` and `Edm.` are written out. */
type Property = readonly [name: string, type: string];

/** Properties of complex types (Learn: "Web API ComplexTypes"). */
export const complexTypes: Readonly<Record<string, readonly Property[]>> = {
  AssociatedMenuConfiguration: [
    ['Behavior', 'mscrm.AssociatedMenuBehavior'],
    ['Group', 'mscrm.AssociatedMenuGroup'],
    ['Label', 'mscrm.Label'],
    ['Order', 'Edm.Int32'],
    ['IsCustomizable', 'Edm.Boolean'],
    ['Icon', 'Edm.String'],
    ['ViewId', 'Edm.Guid'],
    ['AvailableOffline', 'Edm.Boolean'],
    ['MenuId', 'Edm.String'],
    ['QueryApi', 'Edm.String'],
  ],
  AttributePrivilege: [
    ['AttributeId', 'Edm.Guid'],
    ['CanCreate', 'Edm.Int32'],
    ['CanRead', 'Edm.Int32'],
    ['CanUpdate', 'Edm.Int32'],
    ['CanReadUnMasked', 'Edm.Int32'],
  ],
  AttributeRequiredLevelManagedProperty: [
    ['Value', 'mscrm.AttributeRequiredLevel'],
    ['CanBeChanged', 'Edm.Boolean'],
    ['ManagedPropertyLogicalName', 'Edm.String'],
  ],
  AttributeSetting: [['Name', 'Edm.String']],
  AttributeTypeDisplayName: [['Value', 'Edm.String']],
  AuditDetail: [],
  AuditDetailCollection: [
    ['MoreRecords', 'Edm.Boolean'],
    ['PagingCookie', 'Edm.String'],
    ['TotalRecordCount', 'Edm.Int32'],
    ['AuditDetails', 'Collection(mscrm.AuditDetail)'],
  ],
  BooleanManagedProperty: [
    ['Value', 'Edm.Boolean'],
    ['CanBeChanged', 'Edm.Boolean'],
    ['ManagedPropertyLogicalName', 'Edm.String'],
  ],
  CascadeConfiguration: [
    'Assign',
    'Delete',
    'Archive',
    'Merge',
    'Reparent',
    'Share',
    'Unshare',
    'RollupView',
  ].map((name): Property => [name, 'mscrm.CascadeType']),
  Collection_Int32_String: [
    ['Count', 'Edm.Int32'],
    ['Keys', 'Collection(Edm.Int32)'],
    ['Values', 'Collection(Edm.String)'],
  ],
  DateTimeBehavior: [['Value', 'Edm.String']],
  EndpointCollection: [
    ['Count', 'Edm.Int32'],
    ['IsReadOnly', 'Edm.Boolean'],
    ['Keys', 'Collection(mscrm.EndpointType)'],
    ['Values', 'Collection(Edm.String)'],
  ],
  EntityRecordCountCollection: [
    ['Count', 'Edm.Int32'],
    ['IsReadOnly', 'Edm.Boolean'],
    ['Keys', 'Collection(Edm.String)'],
    ['Values', 'Collection(Edm.Int64)'],
  ],
  EntitySetting: [['Name', 'Edm.String']],
  Label: [
    ['LocalizedLabels', 'Collection(mscrm.LocalizedLabel)'],
    ['UserLocalizedLabel', 'mscrm.LocalizedLabel'],
  ],
  LocalizedLabel: [
    ['Label', 'Edm.String'],
    ['LanguageCode', 'Edm.Int32'],
    ['IsManaged', 'Edm.Boolean'],
    ['MetadataId', 'Edm.Guid'],
    ['HasChanged', 'Edm.Boolean'],
  ],
  MemoFormatName: [['Value', 'Edm.String']],
  OptionMetadata: [
    ['Value', 'Edm.Int32'],
    ['Label', 'mscrm.Label'],
    ['Description', 'mscrm.Label'],
    ['Color', 'Edm.String'],
    ['IsManaged', 'Edm.Boolean'],
    ['ExternalValue', 'Edm.String'],
    ['ParentValues', 'Collection(Edm.Int32)'],
    ['Tag', 'Edm.String'],
    ['IsHidden', 'Edm.Boolean'],
    ['MetadataId', 'Edm.Guid'],
    ['HasChanged', 'Edm.Boolean'],
  ],
  OrganizationDetail: [
    ['OrganizationId', 'Edm.Guid'],
    ['FriendlyName', 'Edm.String'],
    ['OrganizationVersion', 'Edm.String'],
    ['EnvironmentId', 'Edm.String'],
    ['DatacenterId', 'Edm.Guid'],
    ['Geo', 'Edm.String'],
    ['TenantId', 'Edm.String'],
    ['UrlName', 'Edm.String'],
    ['UniqueName', 'Edm.String'],
    ['Endpoints', 'mscrm.EndpointCollection'],
    ['State', 'mscrm.OrganizationState'],
  ],
  PagingInfo: [
    ['PageNumber', 'Edm.Int32'],
    ['Count', 'Edm.Int32'],
    ['ReturnTotalRecordCount', 'Edm.Boolean'],
    ['PagingCookie', 'Edm.String'],
  ],
  PrincipalAccess: [
    ['AccessMask', 'mscrm.AccessRights'],
    ['Principal', 'mscrm.principal'],
  ],
  RelationshipAttribute: [
    ['ReferencingAttribute', 'Edm.String'],
    ['ReferencedAttribute', 'Edm.String'],
  ],
  RolePrivilege: [
    ['Depth', 'mscrm.PrivilegeDepth'],
    ['PrivilegeId', 'Edm.Guid'],
    ['BusinessUnitId', 'Edm.Guid'],
    ['PrivilegeName', 'Edm.String'],
    ['RecordFilterId', 'Edm.Guid'],
    ['RecordFilterUniqueName', 'Edm.String'],
  ],
  SecurityPrivilegeMetadata: [
    ['CanBeBasic', 'Edm.Boolean'],
    ['CanBeDeep', 'Edm.Boolean'],
    ['CanBeGlobal', 'Edm.Boolean'],
    ['CanBeLocal', 'Edm.Boolean'],
    ['CanBeEntityReference', 'Edm.Boolean'],
    ['CanBeParentEntityReference', 'Edm.Boolean'],
    ['CanBeRecordFilter', 'Edm.Boolean'],
    ['Name', 'Edm.String'],
    ['PrivilegeId', 'Edm.Guid'],
    ['PrivilegeType', 'mscrm.PrivilegeType'],
  ],
  StringFormatName: [['Value', 'Edm.String']],
};

/** Complex types derived from others, by the one that they are derived from. */
export const derivedComplexTypes: Readonly<Record<string, Readonly<Record<string, readonly Property[]>>>> = {
  AuditDetail: {
    AttributeAuditDetail: [
      ['InvalidNewValueAttributes', 'Collection(Edm.String)'],
      ['LocLabelLanguageCode', 'Edm.Int32'],
      ['DeletedAttributes', 'mscrm.Collection_Int32_String'],
      ['OldValue', 'mscrm.crmbaseentity'],
      ['NewValue', 'mscrm.crmbaseentity'],
    ],
    RelationshipAuditDetail: [
      ['RelationshipName', 'Edm.String'],
      ['TargetRecords', 'Collection(mscrm.crmbaseentity)'],
    ],
    RolePrivilegeAuditDetail: [
      ['InvalidNewPrivileges', 'Collection(Edm.Guid)'],
      ['NewRolePrivileges', 'Collection(mscrm.RolePrivilege)'],
      ['OldRolePrivileges', 'Collection(mscrm.RolePrivilege)'],
    ],
    ShareAuditDetail: [
      ['NewPrivileges', 'mscrm.AccessRights'],
      ['OldPrivileges', 'mscrm.AccessRights'],
      ['Principal', 'mscrm.crmbaseentity'],
    ],
  },
  OptionMetadata: {
    StateOptionMetadata: [
      ['DefaultStatus', 'Edm.Int32'],
      ['InvariantName', 'Edm.String'],
    ],
    StatusOptionMetadata: [
      ['State', 'Edm.Int32'],
      ['TransitionData', 'Edm.String'],
    ],
  },
};
