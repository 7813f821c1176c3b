import { choice, column, columns, flag, lookup, onCreate, readOnly, text, tableName } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import { intersect } from './intersect.ts';
import { addressColumns } from './address.ts';
import { exchangeRate } from './business-columns.ts';

const componentState = choice('componentstate', { '0': 'Published', '1': 'Unpublished', '2': 'Deleted' }, 0);

const role = defineTable({
  logicalName: 'role',
  schemaName: 'Role',
  displayName: 'Security Role',
  objectTypeCode: 1036,
  ownership: 'BusinessOwned',
  columns: [
    text('name', 100, { nullable: false }),
    column('description', 'memo'),
    lookup('businessunitid', 'businessunit'),
    readOnly(lookup('parentroleid', 'role')),
    readOnly(lookup('parentrootroleid', 'role')),
    readOnly(lookup('roletemplateid', 'roletemplate')),
    choice(
      'isinherited',
      { '0': 'Team privileges only', '1': 'Direct User (Basic) access level and Team privileges' },
      1,
    ),
    choice('isautoassigned', { '0': 'No', '1': 'Yes' }, 0),
    readOnly(flag('ismanaged', false, ['Unmanaged', 'Managed'])),
    readOnly(componentState),
    readOnly(column('overwritetime', 'datetime', { fallback: '1900-01-01T00:00:00Z' })),
    ...columns('guid', 'solutionid roleidunique organizationid'),
    ...columns('complex', 'iscustomizable canbedeleted', { edmType: 'mscrm.BooleanManagedProperty' }),
    text('appliesto', 2000),
    text('summaryofcoreprivileges', 2000),
  ],
  collections: [
    {
      kind: 'intersect',
      name: 'systemuserroles_association',
      target: 'systemuser',
      through: 'systemuserroles',
      near: 'roleid',
      far: 'systemuserid',
    },
    {
      kind: 'intersect',
      name: 'teamroles_association',
      target: 'team',
      through: 'teamroles',
      near: 'roleid',
      far: 'teamid',
    },
    {
      kind: 'intersect',
      name: 'roleprivileges_association',
      target: 'privilege',
      through: 'roleprivileges',
      near: 'roleid',
      far: 'privilegeid',
    },
  ],
});

const businessunit = defineTable({
  logicalName: 'businessunit',
  schemaName: 'BusinessUnit',
  displayName: 'Business Unit',
  objectTypeCode: 10,
  ownership: 'BusinessOwned',
  columns: [
    text('name', 160, { nullable: false }),
    text('divisionname', 100),
    column('description', 'memo', { maxLength: 2000 }),
    column('picture', 'memo'),
    text('emailaddress', 100),
    text('costcenter', 100),
    text('websiteurl', 200),
    column('usergroupid', 'guid'),
    ...columns('string', 'disabledreason fileasname ftpsiteurl stockexchange tickersymbol'),
    flag('isdisabled'),
    flag('workflowsuspended'),
    column('inheritancemask', 'integer', { fallback: 1023 }),
    column('utcoffset', 'integer'),
    column('creditlimit', 'double'),
    column('exchangerate', 'decimal', { limits: exchangeRate }),
    lookup('parentbusinessunitid', 'businessunit'),
    lookup('organizationid', 'organization'),
    lookup('transactioncurrencyid', 'transactioncurrency'),
    lookup('calendarid', 'calendar'),
    // No address in one piece (recorded definitions).
    ...[...addressColumns('address1'), ...addressColumns('address2')].filter(
      ({ name }) => !name.endsWith('_composite'),
    ),
  ],
  scope: { kind: 'businessUnit', column: 'businessunitid' },
});

/** Tables whose records may have teams of their own. */
const recordsWithTeams = [
  'opportunity',
  'knowledgearticle',
  'account',
  'contact',
  'lead',
  'incident',
] as const;

const team = defineTable({
  logicalName: 'team',
  schemaName: 'Team',
  displayName: 'Team',
  objectTypeCode: 9,
  ownership: 'BusinessOwned',
  alternateKeys: [['azureactivedirectoryobjectid', 'membershiptype']],
  columns: [
    text('name', 160, { nullable: false }),
    column('description', 'memo'),
    text('emailaddress', 100),
    ...columns('string', 'yominame traversedpath'),
    choice('teamtype', { '0': 'Owner', '1': 'Access', '2': 'Security Group', '3': 'Office Group' }, 0),
    // "Cannot be changed after the group team is created" (Learn: "Manage group teams").
    onCreate(
      choice(
        'membershiptype',
        { '0': 'Members and guests', '1': 'Members', '2': 'Owners', '3': 'Guests' },
        0,
      ),
    ),
    readOnly(flag('isdefault')),
    readOnly(flag('systemmanaged')),
    column('azureactivedirectoryobjectid', 'guid', { writable: 'create' }),
    ...columns('guid', 'organizationid processid stageid'),
    readOnly(column('ownerid', 'guid')),
    column('exchangerate', 'decimal', { limits: exchangeRate }),
    lookup('businessunitid', 'businessunit'),
    lookup('administratorid', 'systemuser'),
    // Of a team that the service makes for one record: the template and the record (Learn: team table reference).
    readOnly(lookup('teamtemplateid')),
    readOnly(lookup('regardingobjectid', ...recordsWithTeams)),
    lookup('queueid', 'queue'),
    lookup('transactioncurrencyid', 'transactioncurrency'),
  ],
  collections: [
    {
      kind: 'intersect',
      name: 'teammembership_association',
      target: 'systemuser',
      through: 'teammembership',
      near: 'teamid',
      far: 'systemuserid',
    },
    {
      kind: 'intersect',
      name: 'teamroles_association',
      target: 'role',
      through: 'teamroles',
      near: 'teamid',
      far: 'roleid',
    },
    {
      kind: 'intersect',
      name: 'teamprofiles_association',
      target: 'fieldsecurityprofile',
      through: 'teamprofiles',
      near: 'teamid',
      far: 'fieldsecurityprofileid',
    },
  ],
});

/** What a team that is made for a record gives of it (Learn: teamtemplate table reference; privileges seen in exported roles). */
const teamtemplate = defineTable({
  logicalName: 'teamtemplate',
  schemaName: 'TeamTemplate',
  displayName: 'Team template',
  objectTypeCode: 92,
  ownership: 'None',
  primaryName: 'teamtemplatename',
  privilegeSuffix: 'TeamTemplate',
  verbs: ['Create', 'Read', 'Write', 'Delete'],
  scope: { kind: 'organization' },
  columns: [
    text('teamtemplatename', 160, { nullable: false }),
    column('description', 'memo'),
    column('objecttypecode', 'integer', { writable: 'create' }),
    column('defaultaccessrightsmask', 'integer'),
    readOnly(flag('issystem')),
  ],
});

const privilege = defineTable({
  logicalName: 'privilege',
  schemaName: 'Privilege',
  displayName: 'Privilege',
  objectTypeCode: 1023,
  ownership: 'None',
  columns: [
    text('name', 100),
    column('accessright', 'integer'),
    flag('canbebasic'),
    flag('canbelocal'),
    flag('canbedeep'),
    flag('canbeglobal'),
    flag('canbeentityreference'),
    flag('canbeparententityreference'),
    flag('canberecordfilter'),
    flag('isdisabledwhenintegrated'),
    column('introducedversion', 'string'),
    componentState,
    flag('ismanaged', true),
    column('overwritetime', 'datetime', { fallback: '1900-01-01T00:00:00Z' }),
    ...columns('guid', 'solutionid privilegerowid'),
  ],
  collections: [
    {
      kind: 'intersect',
      name: 'roleprivileges_association',
      target: 'role',
      through: 'roleprivileges',
      near: 'privilegeid',
      far: 'roleid',
    },
  ],
});

const profileId = 'fieldsecurityprofileid';

/** Column security profiles (Learn: "FieldSecurityProfile table/entity reference"). */
const fieldsecurityprofile = defineTable({
  logicalName: 'fieldsecurityprofile',
  schemaName: 'FieldSecurityProfile',
  displayName: 'Column Security Profile',
  objectTypeCode: 1200,
  ownership: 'OrganizationOwned',
  columns: [
    text('name', 100, { nullable: false }),
    text('description', 2000),
    readOnly(flag('ismanaged', false, ['Unmanaged', 'Managed'])),
    readOnly(componentState),
    readOnly(column('overwritetime', 'datetime', { fallback: '1900-01-01T00:00:00Z' })),
    ...columns('guid', 'solutionid fieldsecurityprofileidunique'),
    readOnly(lookup('organizationid', 'organization')),
  ],
  collections: [
    {
      kind: 'intersect',
      name: 'systemuserprofiles_association',
      target: 'systemuser',
      through: 'systemuserprofiles',
      near: profileId,
      far: 'systemuserid',
    },
    {
      kind: 'intersect',
      name: 'teamprofiles_association',
      target: 'team',
      through: 'teamprofiles',
      near: profileId,
      far: 'teamid',
    },
  ],
});

const allowed = { '0': 'Not Allowed', '4': 'Allowed' };

/** What a profile allows with one secured column (Learn: "FieldPermission table/entity reference"); as open as its profile. */
const fieldpermission = defineTable({
  logicalName: 'fieldpermission',
  schemaName: 'FieldPermission',
  displayName: 'Field Permission',
  objectTypeCode: 1201,
  ownership: 'None',
  primaryName: null,
  scope: { kind: 'through', table: 'fieldsecurityprofile', column: profileId },
  columns: [
    tableName('entityname', { writable: 'create', nullable: false }),
    column('attributelogicalname', 'string', { writable: 'create', nullable: false }),
    choice('cancreate', allowed, 0),
    choice('canread', allowed, 0),
    choice('canupdate', allowed, 0),
    choice('canreadunmasked', { '0': 'Not Allowed', '1': 'One Record', '3': 'All Records' }, 0),
    lookup(profileId, 'fieldsecurityprofile'),
    readOnly(flag('ismanaged', false, ['Unmanaged', 'Managed'])),
    readOnly(componentState),
    readOnly(column('overwritetime', 'datetime', { fallback: '1900-01-01T00:00:00Z' })),
    ...columns('guid', 'solutionid fieldpermissionidunique'),
    readOnly(lookup('organizationid', 'organization')),
  ],
});

/** Tables of the security model: roles, business units, teams, privileges and what joins them. */
export const securityTables: readonly Table[] = [
  role,
  businessunit,
  team,
  teamtemplate,
  privilege,
  fieldsecurityprofile,
  fieldpermission,
  intersect(
    'systemuserroles',
    'SystemUserRoles',
    'systemuserrolescollection',
    'systemuserroleid',
    15,
    ['systemuserid', 'roleid'],
    { table: 'role', column: 'roleid' },
  ),
  intersect('teamroles', 'TeamRoles', 'teamrolescollection', 'teamroleid', 40, ['teamid', 'roleid'], {
    table: 'role',
    column: 'roleid',
  }),
  intersect(
    'teammembership',
    'TeamMembership',
    'teammemberships',
    'teammembershipid',
    23,
    ['teamid', 'systemuserid'],
    { table: 'team', column: 'teamid' },
  ),
  intersect(
    'roleprivileges',
    'RolePrivileges',
    'roleprivilegescollection',
    'roleprivilegeid',
    12,
    ['roleid', 'privilegeid'],
    { table: 'role', column: 'roleid' },
    [
      ['privilegedepthmask', 'integer'],
      ['componentstate', 'integer', { fallback: 0 }],
      ['ismanaged', 'boolean', { fallback: false }],
      ['solutionid', 'guid'],
      ['roleprivilegeidunique', 'guid'],
      ['overwritetime', 'datetime', { fallback: '1900-01-01T00:00:00Z' }],
      ['recordfilterid', 'guid'],
    ],
  ),
  intersect(
    'systemuserprofiles',
    'SystemUserProfiles',
    'systemuserprofilescollection',
    'systemuserprofileid',
    1202,
    ['systemuserid', profileId],
    { table: 'fieldsecurityprofile', column: profileId },
  ),
  intersect(
    'teamprofiles',
    'TeamProfiles',
    'teamprofilescollection',
    'teamprofileid',
    1203,
    ['teamid', profileId],
    {
      table: 'fieldsecurityprofile',
      column: profileId,
    },
  ),
];
