import { choice, type Column, column, columns, flag, lookup, readOnly, text, tableName } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

/** What every activity has (Learn: activitypointer table reference; compared with a document of the real service). */
const activityColumns: readonly Column[] = [
  text('subject', 200),
  column('description', 'memo'),
  ...columns('datetime', 'scheduledstart scheduledend actualstart actualend sortdate lastonholdtime'),
  ...columns('integer', 'actualdurationminutes scheduleddurationminutes', { limits: { min: 0 } }),
  column('onholdtime', 'integer'),
  choice('prioritycode', { '0': 'Low', '1': 'Normal', '2': 'High' }, 1),
  flag('isbilled'),
  flag('isworkflowcreated'),
  readOnly(flag('isregularactivity', true)),
  readOnly(
    choice(
      'instancetypecode',
      { '0': 'Not Recurring', '1': 'Recurring Master', '2': 'Recurring Instance' },
      0,
    ),
  ),
  text('activityadditionalparams', 8192),
  lookup('regardingobjectid', 'account', 'contact', 'lead', 'opportunity', 'incident'),
];

const stateLabels = { '0': 'Open', '1': 'Completed', '2': 'Canceled', '3': 'Scheduled' };

/** States and status reasons of a kind of activity. */
type ActivityStates = {
  readonly states: readonly number[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly first: number;
};

const common: ActivityStates = {
  states: [0, 1, 2, 3],
  reasons: { '1': 'Open', '2': 'Completed', '3': 'Canceled', '4': 'Scheduled' },
  first: 1,
};

/** Status reasons of kinds that have their own (Learn: table references of each, statuscode). */
const own: Readonly<Record<string, ActivityStates>> = {
  appointment: {
    states: [0, 1, 2, 3],
    reasons: {
      '1': 'Free',
      '2': 'Tentative',
      '3': 'Completed',
      '4': 'Canceled',
      '5': 'Busy',
      '6': 'Out of Office',
    },
    first: 1,
  },
  email: {
    states: [0, 1, 2],
    reasons: {
      '1': 'Draft',
      '2': 'Completed',
      '3': 'Sent',
      '4': 'Received',
      '5': 'Canceled',
      '6': 'Pending Send',
      '7': 'Sending',
      '8': 'Failed',
    },
    first: 1,
  },
  fax: {
    states: [0, 1, 2],
    reasons: { '1': 'Open', '2': 'Completed', '3': 'Sent', '4': 'Received', '5': 'Canceled' },
    first: 1,
  },
  letter: {
    states: [0, 1, 2],
    reasons: { '1': 'Open', '2': 'Draft', '3': 'Received', '4': 'Sent', '5': 'Canceled' },
    first: 1,
  },
  phonecall: {
    states: [0, 1, 2],
    reasons: { '1': 'Open', '2': 'Made', '3': 'Canceled', '4': 'Received' },
    first: 1,
  },
  task: {
    states: [0, 1, 2],
    reasons: {
      '2': 'Not Started',
      '3': 'In Progress',
      '4': 'Waiting on someone else',
      '5': 'Completed',
      '6': 'Canceled',
      '7': 'Deferred',
    },
    first: 2,
  },
};

function stateColumns(kind: string): readonly Column[] {
  const { first, reasons, states } = own[kind] ?? common;
  const labels = Object.entries(stateLabels).filter(([state]) => states.includes(Number(state)));
  return [choice('statecode', Object.fromEntries(labels), 0), choice('statuscode', reasons, first)];
}

/** A kind of activity with what every activity has, and with columns of its own. */
export const activity = (
  [logicalName, schemaName, displayName, objectTypeCode]: readonly [string, string, string, number],
  more: readonly Column[] = [],
): Table =>
  defineTable({
    logicalName,
    schemaName,
    displayName,
    objectTypeCode,
    ...(logicalName === 'fax' ? { entitySet: 'faxes' } : {}),
    ownership: 'UserOwned',
    primaryId: 'activityid',
    primaryName: 'subject',
    privilegeSuffix: 'Activity',
    isActivity: true,
    columns: [
      ...activityColumns,
      ...stateColumns(logicalName),
      tableName('activitytypecode', { fallback: logicalName, writable: 'never' }),
      ...more,
    ],
  });

/** Tasks (Learn: task table reference). */
export const task = activity(
  ['task', 'Task', 'Task', 4212],
  [text('category', 250), column('percentcomplete', 'integer', { limits: { min: 0, max: 100 } })],
);

/** All activities, whatever their kind: rows are those of the kinds, and only read here (Learn: activitypointer table reference, messages). */
export const activitypointer = defineTable({
  logicalName: 'activitypointer',
  schemaName: 'ActivityPointer',
  displayName: 'Activity',
  displayCollectionName: 'Activities',
  objectTypeCode: 4200,
  ownership: 'UserOwned',
  primaryId: 'activityid',
  primaryName: 'subject',
  privilegeSuffix: 'Activity',
  isActivity: true,
  isComputed: true,
  columns: [
    ...activityColumns,
    text('subject', 400),
    ...stateColumns('activitypointer'),
    readOnly(tableName('activitytypecode')),
  ],
});
