import { choice, column, lookup, readOnly, tableName } from '../column.ts';
import { defineTable } from '../table.ts';

/** What was done, by its number in `audit.action` (Learn: audit table reference, Action). Only those that this service records. */
export const auditActions = {
  create: 1,
  update: 2,
  delete: 3,
  activate: 4,
  deactivate: 5,
  merge: 12,
  assign: 13,
  share: 14,
  addMember: 31,
  removeMember: 32,
  modifyShare: 48,
  unshare: 49,
  assignRoleToTeam: 53,
  removeRoleFromTeam: 54,
  assignRoleToUser: 55,
  removeRoleFromUser: 56,
  addPrivileges: 57,
  removePrivileges: 58,
  replacePrivileges: 59,
} as const;

/** Tables whose rows are audited. */
export const auditedTables = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'incident',
  'task',
  'annotation',
  'systemuser',
  'team',
  'role',
  'businessunit',
] as const;

/** The log of changes, readable with prvReadAuditSummary and written by the service alone (Learn: "Retrieve and delete the history of audited data changes"). */
export const audit = defineTable({
  logicalName: 'audit',
  schemaName: 'Audit',
  displayName: 'Auditing',
  displayCollectionName: 'Auditing',
  objectTypeCode: 4567,
  ownership: 'None',
  primaryName: null,
  verbs: [],
  scope: { kind: 'privilege', privilege: 'prvReadAuditSummary' },
  columns: [
    readOnly(
      choice('action', {
        '1': 'Create',
        '2': 'Update',
        '3': 'Delete',
        '4': 'Activate',
        '5': 'Deactivate',
        '12': 'Merge',
        '13': 'Assign',
        '14': 'Share',
        '31': 'Add Member',
        '32': 'Remove Member',
        '48': 'Modify Share',
        '49': 'Unshare',
        '53': 'Assign Role To Team',
        '54': 'Remove Role From Team',
        '55': 'Assign Role To User',
        '56': 'Remove Role From User',
        '57': 'Add Privileges to Role',
        '58': 'Remove Privileges From Role',
        '59': 'Replace Privileges In Role',
      }),
    ),
    readOnly(choice('operation', { '1': 'Create', '2': 'Update', '3': 'Delete', '4': 'Access' })),
    readOnly(tableName('objecttypecode')),
    readOnly(lookup('objectid', ...auditedTables)),
    readOnly(lookup('userid', 'systemuser')),
    readOnly(lookup('callinguserid', 'systemuser')),
    readOnly(column('changedata', 'memo')),
    readOnly(column('attributemask', 'memo')),
    readOnly(column('transactionid', 'guid')),
  ],
});
