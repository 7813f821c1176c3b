import { choice, column, columns, flag, lookup, readOnly, text, tableName } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import { many } from './business-columns.ts';

/** States of system jobs with their status reasons (Learn: asyncoperation table reference, statecode and statuscode). */
const states = { '0': 'Ready', '1': 'Suspended', '2': 'Locked', '3': 'Completed' };
const reasons = {
  '0': 'Waiting For Resources',
  '10': 'Waiting',
  '20': 'In Progress',
  '21': 'Pausing',
  '22': 'Canceling',
  '30': 'Succeeded',
  '31': 'Failed',
  '32': 'Canceled',
};

/** Kinds of system jobs that are here (Learn: asyncoperation table reference, operationtype). */
export const bulkDeleteJob = 13;
export const revokeInheritedAccessJob = 96;
export const exportSolutionJob = 202;
export const importSolutionJob = 203;
export const deleteAndPromoteJob = 207;
export const uninstallSolutionJob = 208;
export const stageAndUpgradeJob = 211;

/** System jobs (Learn: asyncoperation table reference; compared with a document of the real service). */
export const asyncoperation = defineTable({
  logicalName: 'asyncoperation',
  schemaName: 'AsyncOperation',
  displayName: 'System Job',
  objectTypeCode: 4700,
  ownership: 'UserOwned',
  columns: [
    readOnly(text('name', 256)),
    readOnly(
      choice('operationtype', {
        '1': 'System Event',
        '10': 'Workflow',
        '13': 'Bulk Delete',
        '96': 'Revoke Inherited Access',
        '202': 'Export Solution Async Operation',
        '203': 'Import Solution Async Operation',
        '207': 'DeleteAndPromote Async Operation',
        '208': 'UninstallSolution Async Operation',
        '211': 'StageAndUpgrade Async Operation',
      }),
    ),
    choice('statecode', states, 0),
    choice('statuscode', reasons, 0),
    column('postponeuntil', 'datetime'),
    text('recurrencepattern', 256),
    column('recurrencestarttime', 'datetime'),
    ...columns('datetime', 'startedon completedon correlationupdatedtime', { writable: 'never' }),
    ...columns('integer', 'depth errorcode retrycount subtype', { writable: 'never' }),
    ...columns('bigint', 'sequence', { writable: 'never' }),
    ...columns('double', 'executiontimespan', { writable: 'never' }),
    ...columns('guid', 'correlationid requestid parentpluginexecutionid', { writable: 'never' }),
    ...columns('memo', 'data message friendlymessage', { writable: 'never' }),
    readOnly(tableName('primaryentitytype')),
    ...columns('string', 'dependencytoken hostid messagename workflowstagename', {
      writable: 'never',
    }),
    readOnly(flag('iswaitingforevent')),
  ],
  collections: [many('AsyncOperation_BulkDeleteFailure', 'bulkdeletefailure', 'asyncoperationid')],
});

/** Jobs that delete, with how far they came; who may start them sees them (Learn: BulkDeleteOperation entity privileges). */
const bulkdeleteoperation = defineTable({
  logicalName: 'bulkdeleteoperation',
  schemaName: 'BulkDeleteOperation',
  displayName: 'Bulk Delete Operation',
  objectTypeCode: 4424,
  ownership: 'None',
  scope: { kind: 'privilege', privilege: 'prvBulkDelete' },
  columns: [
    readOnly(text('name', 256)),
    readOnly(choice('statecode', states, 0)),
    readOnly(choice('statuscode', reasons, 0)),
    readOnly(flag('isrecurring')),
    ...columns('integer', 'successcount failurecount processingqeindex', { writable: 'never', fallback: 0 }),
    readOnly(column('nextrun', 'datetime')),
    readOnly(column('orderedquerysetxml', 'memo')),
    readOnly(lookup('asyncoperationid', 'asyncoperation')),
    readOnly(lookup('ownerid', 'systemuser', 'team')),
    readOnly(lookup('owninguser', 'systemuser')),
    readOnly(lookup('owningbusinessunit', 'businessunit')),
  ],
});

/** Records that such a job could not delete, and why. */
const bulkdeletefailure = defineTable({
  logicalName: 'bulkdeletefailure',
  schemaName: 'BulkDeleteFailure',
  displayName: 'Bulk Delete Failure',
  objectTypeCode: 4425,
  ownership: 'None',
  primaryName: null,
  scope: { kind: 'privilege', privilege: 'prvBulkDelete' },
  columns: [
    ...columns('integer', 'errornumber orderedqueryindex', { writable: 'never' }),
    readOnly(text('errordescription', 512)),
    readOnly(lookup('bulkdeleteoperationid', 'bulkdeleteoperation')),
    readOnly(lookup('asyncoperationid', 'asyncoperation')),
    readOnly(
      lookup(
        'regardingobjectid',
        'account',
        'contact',
        'lead',
        'opportunity',
        'incident',
        'task',
        'annotation',
        'systemuser',
      ),
    ),
    readOnly(lookup('ownerid', 'systemuser', 'team')),
    ...columns('guid', 'owninguser owningbusinessunit', { writable: 'never' }),
  ],
});

/** What the service does by itself, and what came of it. */
export const jobTables: readonly Table[] = [asyncoperation, bulkdeleteoperation, bulkdeletefailure];
