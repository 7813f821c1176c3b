import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { requireTable } from '../schema/schema.ts';
import { lookupTableKey } from '../schema/value.ts';
import { auditActions } from '../schema/tables/audit.ts';
import type { Session } from '../session.ts';
import type { AuditDetail } from '../store/audit-details.ts';
import { attributeMask, changeData } from './changed-attributes.ts';

/** The transaction of changes that are no transaction's (recorded answers). */
const noTransaction = '00000000-0000-0000-0000-000000000000';

type Change = {
  readonly action: keyof typeof auditActions;
  /** Table and id of the record that was changed. */
  readonly table: string;
  readonly id: string;
  readonly detail: AuditDetail;
};

const operationOf = (action: Change['action']): number =>
  action === 'create' ? 1 : action === 'delete' ? 3 : 2;

/** Writes down a change where the organization audits (Learn: "Configure auditing"; `organization.isauditenabled`, on in every seed). */
export function recordAudit(session: Session, { action, detail, id, table }: Change): void {
  const { environment, access, ports } = session;
  const versionnumber = environment.nextVersion();
  const auditid = guid('audit', environment.seed.organizationId, versionnumber);
  environment.mutable(requireTable('audit')).put({
    auditid,
    createdon: wireTime(ports.now()),
    action: auditActions[action],
    operation: operationOf(action),
    objecttypecode: table,
    objectid: id,
    [lookupTableKey('objectid')]: table,
    userid: access.userId,
    callinguserid: session.actingUserId,
    changedata: changeData(detail),
    attributemask: attributeMask(detail),
    transactionid: noTransaction,
    versionnumber,
  });
  environment.auditDetails.put(auditid, detail);
}

/** Writes down a role that a user or a team lost because of another change, as if somebody had taken it (Learn: audit table reference, Action). */
export function recordRoleTaken(
  session: Session,
  holder: { readonly kind: 'systemuser' | 'team'; readonly id: string },
  roleId: string,
): void {
  const isUser = holder.kind === 'systemuser';
  recordAudit(session, {
    action: isUser ? 'removeRoleFromUser' : 'removeRoleFromTeam',
    table: holder.kind,
    id: holder.id,
    detail: {
      kind: 'relationship',
      relationship: isUser ? 'systemuserroles_association' : 'teamroles_association',
      table: 'role',
      id: roleId,
    },
  });
}
