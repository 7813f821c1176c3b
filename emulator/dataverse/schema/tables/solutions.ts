import { choice, column, columns, flag, lookup, readOnly, text } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

const solution = defineTable({
  logicalName: 'solution',
  schemaName: 'Solution',
  displayName: 'Solution',
  objectTypeCode: 7100,
  ownership: 'OrganizationOwned',
  primaryName: 'friendlyname',
  columns: [
    text('friendlyname', 256),
    text('uniquename', 65, { writable: 'create' }),
    text('version', 256),
    column('description', 'memo'),
    readOnly(flag('ismanaged')),
    readOnly(flag('isvisible', true)),
    ...columns('datetime', 'installedon updatedon', { writable: 'never' }),
    text('solutionpackageversion', 256),
    choice('solutiontype', { '0': 'None', '1': 'Snapshot', '2': 'Internal' }),
    lookup('publisherid', 'publisher'),
    readOnly(lookup('parentsolutionid', 'solution')),
  ],
});

const publisher = defineTable({
  logicalName: 'publisher',
  schemaName: 'Publisher',
  displayName: 'Publisher',
  objectTypeCode: 7101,
  ownership: 'OrganizationOwned',
  primaryName: 'friendlyname',
  columns: [
    text('friendlyname', 256),
    text('uniquename', 256, { writable: 'create' }),
    text('customizationprefix', 8),
    // Learn: publisher table reference, MinValue and MaxValue.
    column('customizationoptionvalueprefix', 'integer', { limits: { min: 10_000, max: 99_999 } }),
    text('emailaddress', 100),
    text('supportingwebsiteurl', 200),
    column('description', 'memo'),
    readOnly(flag('isreadonly')),
  ],
});

/** What is in a solution (Learn: solutioncomponent table reference; privileges seen in exported roles). Only those kinds that are here have labels. */
const solutioncomponent = defineTable({
  logicalName: 'solutioncomponent',
  schemaName: 'SolutionComponent',
  displayName: 'Solution Component',
  objectTypeCode: 7103,
  ownership: 'None',
  primaryName: null,
  privilegeSuffix: 'SolutionComponent',
  scope: { kind: 'organization' },
  columns: [
    readOnly(
      choice('componenttype', {
        '20': 'Role',
        '70': 'Field Security Profile',
        '380': 'Environment Variable Definition',
        '381': 'Environment Variable Value',
      }),
    ),
    ...columns('guid', 'objectid rootsolutioncomponentid', { writable: 'never' }),
    readOnly(
      choice('rootcomponentbehavior', {
        '0': 'Include Subcomponents',
        '1': 'Do not include subcomponents',
        '2': 'Include As Shell Only',
      }),
    ),
    readOnly(flag('ismetadata')),
    readOnly(lookup('solutionid', 'solution')),
  ],
});

/** What came of an import (Learn: importjob table reference; privileges seen in exported roles). */
const importjob = defineTable({
  logicalName: 'importjob',
  schemaName: 'ImportJob',
  displayName: 'Import Job',
  objectTypeCode: 9107,
  ownership: 'None',
  privilegeSuffix: 'ImportJob',
  verbs: ['Read', 'Write', 'Delete'],
  scope: { kind: 'organization' },
  columns: [
    readOnly(text('name', 256)),
    readOnly(text('solutionname', 256)),
    readOnly(column('data', 'memo')),
    readOnly(column('progress', 'double')),
    ...columns('datetime', 'startedon completedon', { writable: 'never' }),
  ],
});

/** Files of solutions that wait to be imported or fetched (Learn: stagesolutionupload and exportsolutionupload table references). */
const uploads = (
  [
    ['stagesolutionupload', 'StageSolutionUpload', 'Stage Solution Upload', 10_071],
    ['exportsolutionupload', 'ExportSolutionUpload', 'Export Solution Upload', 10_072],
  ] as const
).map(([logicalName, schemaName, displayName, objectTypeCode]) =>
  defineTable({
    logicalName,
    schemaName,
    displayName,
    objectTypeCode,
    ownership: 'UserOwned',
    columns: [
      text('name', 100),
      text('solutionuniquename', 256),
      choice('statecode', { '0': 'Active', '1': 'Inactive' }, 0),
      choice('statuscode', { '1': 'Active', '2': 'Inactive' }, 1),
    ],
  }),
);

/** Tables of solutions and what is in them. */
export const solutionTables: readonly Table[] = [
  solution,
  publisher,
  solutioncomponent,
  importjob,
  ...uploads,
];
