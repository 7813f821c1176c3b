import type { Grants } from '../base/role-definition.ts';
import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import { presentColumns } from '../query/projection.ts';
import { readRecord } from '../query/resource.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, numberOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { AuditDetail } from '../store/audit-details.ts';
import { principalOf, rightsOf } from './access-functions.ts';
import { objectArgument, recordArgument, textArgument } from './arguments.ts';
import type { FunctionCall, WebApiFunction } from './operation.ts';
import { rolePrivilege } from './privilege-functions.ts';

const audit = requireTable('audit');
const largestPage = 5000;

const typed = (name: string, properties: WireObject): WireObject => ({
  '@odata.type': `#Microsoft.Dynamics.CRM.${name}`,
  ...properties,
});

const privilegesOf = ({ environment }: Session, grants: Grants, businessUnitId: string): readonly Json[] =>
  [...grants].flatMap(([id, mask]) => {
    const privilege = environment.privileges.withId(id);
    return privilege === null ? [] : [rolePrivilege(privilege, mask, businessUnitId)];
  });

/** One change in the form of its kind. `AuditRecord` is left out, as there (Learn: "Retrieve the history of audited data changes"). */
function shown(session: Session, detail: AuditDetail): WireObject {
  switch (detail.kind) {
    case 'attributes': {
      const values = (row: Row): WireObject =>
        typed(detail.table, presentColumns(session, requireTable(detail.table), row));
      return typed('AttributeAuditDetail', {
        InvalidNewValueAttributes: [],
        LocLabelLanguageCode: 0,
        DeletedAttributes: { Count: 0, Keys: [], Values: [] },
        OldValue: values(detail.before),
        NewValue: values(detail.after),
      });
    }
    case 'relationship':
      return typed('RelationshipAuditDetail', {
        RelationshipName: detail.relationship,
        TargetRecords: [typed(detail.table, { [requireTable(detail.table).primaryId]: detail.id })],
      });
    case 'rolePrivileges':
      return typed('RolePrivilegeAuditDetail', {
        InvalidNewPrivileges: [],
        NewRolePrivileges: privilegesOf(session, detail.after, detail.businessUnitId),
        OldRolePrivileges: privilegesOf(session, detail.before, detail.businessUnitId),
      });
    case 'share':
      return typed('ShareAuditDetail', {
        NewPrivileges: rightsOf(detail.after),
        OldPrivileges: rightsOf(detail.before),
        Principal: principalOf(detail.principal),
      });
    case 'access':
      return typed('UserAccessAuditDetail', { AccessTime: detail.time, Interval: detail.interval });
  }
}

/** Of the privileges that older pages list prvReadAuditPartitions is left out: the audit log has no partitions any more. */
const requireHistory = (session: Session): void =>
  session.access.requirePrivilege('prvReadRecordAuditHistory');

/** The details of one audit row (Learn: "RetrieveAuditDetails Function"; "RetrieveAuditDetails message privileges"). */
const retrieveAuditDetails: WebApiFunction = {
  name: 'RetrieveAuditDetails',
  boundTo: ['audit'],
  run: ({ session, target }) => {
    requireHistory(session);
    session.access.requirePrivilege('prvReadAuditSummary');
    const detail = session.environment.auditDetails.of(idOf(target ?? {}, audit.primaryId));
    return { AuditDetail: detail === null ? null : shown(session, detail) };
  },
};

const wholeNumber = (info: Row, name: string, fallback: number): number => {
  const value = info[name] ?? fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw badRequest(`The value of '${name}' in 'PagingInfo' is not valid.`);
};

/** The page that a cookie continues with; null for none. */
const pageOfCookie = (cookie: Json | undefined): number | null => {
  const page = typeof cookie === 'string' ? /pageNumber(?:&quot;|"):(\d{1,9})/.exec(cookie)?.[1] : undefined;
  return page === undefined ? null : Number(page);
};

const cookieFor = (page: number): string =>
  `<cookie page="${page}"><cookieExtensions ContinuationToken="{&quot;pageNumber&quot;:${page + 1}}" /></cookie>`;

/** One page of changes, the newest first, as PagingInfo asks for it (Learn: "PagingInfo ComplexType", "AuditDetailCollection ComplexType"). */
function pageOf(call: FunctionCall, details: readonly AuditDetail[]): WireObject {
  const info = objectArgument(call, 'PagingInfo');
  const asked = wholeNumber(info, 'Count', 0);
  const count = asked === 0 ? largestPage : Math.min(asked, largestPage);
  const page = pageOfCookie(info['PagingCookie']) ?? Math.max(1, wholeNumber(info, 'PageNumber', 1));
  const end = page * count;
  const more = end < details.length;
  return {
    AuditDetailCollection: {
      MoreRecords: more,
      PagingCookie: more ? cookieFor(page) : '',
      TotalRecordCount: info['ReturnTotalRecordCount'] === true ? details.length : -1,
      AuditDetails: details.slice(end - count, end).map((it) => shown(call.session, it)),
    },
  };
}

/** What is known of the record that a call names, the newest change first; the record has to be readable. */
function historyOf(call: FunctionCall): { readonly table: string; readonly details: readonly AuditDetail[] } {
  const { session } = call;
  requireHistory(session);
  const { id, table } = recordArgument(call, 'Target');
  readRecord(session, table, id);
  const rows = [...session.environment.rows(audit).where('objectid', id)].toSorted(
    (a, b) => (numberOf(b, 'versionnumber') ?? 0) - (numberOf(a, 'versionnumber') ?? 0),
  );
  const details = rows.flatMap(
    (row) => session.environment.auditDetails.of(idOf(row, audit.primaryId)) ?? [],
  );
  return { table: table.logicalName, details };
}

/** All that happened to a record (Learn: "RetrieveRecordChangeHistory Function"; needs prvReadRecordAuditHistory). */
const retrieveRecordChangeHistory: WebApiFunction = {
  name: 'RetrieveRecordChangeHistory',
  boundTo: null,
  run: (call) => pageOf(call, historyOf(call).details),
};

const only = (row: Row, column: string): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name.split(':')[0] === column));

/** What happened to one column of a record (Learn: "RetrieveAttributeChangeHistory Function" and its message privileges). */
const retrieveAttributeChangeHistory: WebApiFunction = {
  name: 'RetrieveAttributeChangeHistory',
  boundTo: null,
  run: (call) => {
    call.session.access.requirePrivilege('prvReadAuditSummary');
    const { details, table } = historyOf(call);
    const column = textArgument(call, 'AttributeLogicalName');
    if (!requireTable(table).columns.has(column)) throw propertyNotFound(column, table);
    const changes = details.flatMap((it): readonly AuditDetail[] => {
      if (it.kind !== 'attributes') return [];
      const changed = { ...it, before: only(it.before, column), after: only(it.after, column) };
      return Object.keys({ ...changed.before, ...changed.after }).length === 0 ? [] : [changed];
    });
    return pageOf(call, changes);
  },
};

/** Parts of the log, of which there are none any more (Learn: RetrieveAuditPartitionList Function; "Delete audit data"). */
const retrieveAuditPartitionList: WebApiFunction = {
  name: 'RetrieveAuditPartitionList',
  boundTo: null,
  run: ({ session }) => {
    session.access.requirePrivilege('prvReadAuditPartitions');
    return { AuditPartitionDetailCollection: [] };
  },
};

/** Functions about the history of records. */
export const auditFunctions: readonly WebApiFunction[] = [
  retrieveAuditDetails,
  retrieveRecordChangeHistory,
  retrieveAttributeChangeHistory,
  retrieveAuditPartitionList,
];
