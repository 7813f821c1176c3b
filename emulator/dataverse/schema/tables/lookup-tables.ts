import { column, columns, lookup, readOnly, tableName, text } from '../column.ts';
import { defineTable, type Table, type TableDefinition } from '../table.ts';

/** A table of the service's own that says nothing of who made its rows and when; every user with a role reads it. */
const bare = (definition: Omit<TableDefinition, 'ownership' | 'primaryName'>): Table => ({
  ...defineTable({ ...definition, ownership: 'None', primaryName: null, isIntersect: true }),
  isIntersect: false,
});

/**
 * Tables that only explain others: texts of choices (Learn: stringmap table reference), which table a privilege is about (seen in clients), and
 * whom records are shared with (Learn: principalobjectaccess table reference; ResetInheritedAccess Action and clients query it).
 */
export const lookupTables: readonly Table[] = [
  // Learn: owner table reference. Its type in the Web API is `principal`, which has no set (seen in a document of the real service).
  {
    ...bare({
      logicalName: 'owner',
      schemaName: 'Owner',
      displayName: 'Owner',
      objectTypeCode: 7,
      isComputed: true,
      columns: [
        readOnly(text('name', 160)),
        readOnly(text('yominame', 160)),
        readOnly(tableName('owneridtype')),
      ],
    }),
    primaryName: 'name',
  },
  bare({
    logicalName: 'stringmap',
    schemaName: 'StringMap',
    displayName: 'String Map',
    objectTypeCode: 1043,
    columns: [
      tableName('objecttypecode'),
      ...columns('string', 'attributename value'),
      ...columns('integer', 'attributevalue displayorder langid'),
      column('organizationid', 'guid'),
    ],
  }),
  bare({
    logicalName: 'privilegeobjecttypecodes',
    schemaName: 'PrivilegeObjectTypeCodes',
    displayName: 'Privilege Object Type Code',
    entitySet: 'privilegeobjecttypecodesset',
    primaryId: 'privilegeobjecttypecodeid',
    objectTypeCode: 31,
    columns: [lookup('privilegeid', 'privilege'), tableName('objecttypecode')],
  }),
  // Learn: timezonedefinition table reference, messages: it is only read.
  defineTable({
    logicalName: 'timezonedefinition',
    schemaName: 'TimeZoneDefinition',
    displayName: 'Time Zone Definition',
    objectTypeCode: 4810,
    ownership: 'None',
    primaryName: 'userinterfacename',
    isComputed: true,
    columns: [
      text('userinterfacename', 100),
      text('standardname', 100),
      text('daylightname', 100),
      ...columns('integer', 'timezonecode bias retiredorder', { nullable: false }),
      readOnly(lookup('organizationid', 'organization')),
    ],
  }),
  defineTable({
    logicalName: 'timezonelocalizedname',
    schemaName: 'TimeZoneLocalizedName',
    displayName: 'Time Zone Localized Name',
    objectTypeCode: 4812,
    ownership: 'None',
    primaryName: 'userinterfacename',
    isComputed: true,
    columns: [
      text('userinterfacename', 100),
      text('standardname', 100),
      text('daylightname', 100),
      column('cultureid', 'integer', { nullable: false }),
      readOnly(lookup('timezonedefinitionid', 'timezonedefinition')),
      readOnly(lookup('organizationid', 'organization')),
    ],
  }),
  defineTable({
    logicalName: 'timezonerule',
    schemaName: 'TimeZoneRule',
    displayName: 'Time Zone Rule',
    objectTypeCode: 4811,
    ownership: 'None',
    primaryName: null,
    isComputed: true,
    columns: [
      ...columns(
        'integer',
        `bias standardbias standardyear standardmonth standardday standarddayofweek standardhour standardminute standardsecond
         daylightbias daylightyear daylightmonth daylightday daylightdayofweek daylighthour daylightminute daylightsecond`,
        { nullable: false },
      ),
      column('effectivedatetime', 'datetime'),
      readOnly(lookup('timezonedefinitionid', 'timezonedefinition')),
      readOnly(lookup('organizationid', 'organization')),
    ],
  }),
  bare({
    logicalName: 'principalobjectaccess',
    schemaName: 'PrincipalObjectAccess',
    displayName: 'Principal Object Access',
    entitySet: 'principalobjectaccessset',
    objectTypeCode: 11,
    isComputed: true,
    columns: [
      ...columns('guid', 'principalid objectid'),
      tableName('principaltypecode'),
      tableName('objecttypecode'),
      ...columns('integer', 'accessrightsmask inheritedaccessrightsmask', { fallback: 0 }),
      column('changedon', 'datetime'),
      ...columns('integer', 'timezoneruleversionnumber utcconversiontimezonecode'),
    ],
  }),
];
