import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { requireTable } from '../schema/schema.ts';
import { lookupTableKey } from '../schema/value.ts';
import { auditActions } from '../schema/tables/audit.ts';
import type { Session } from '../session.ts';

type Change = {
  readonly action: keyof typeof auditActions;
  /** Table and id of the record that was changed. */
  readonly table: string;
  readonly id: string;
  /** What became of each column, as text of JSON. */
  readonly changed?: string;
};

const operationOf = (action: Change['action']): number =>
  action === 'create' ? 1 : action === 'delete' ? 3 : 2;

/** Writes down a change where the organization audits (Learn: "Configure auditing"; `organization.isauditenabled`, on in every seed). */
export function recordAudit(session: Session, { action, table, id, changed }: Change): void {
  const { environment, access, ports } = session;
  const versionnumber = environment.nextVersion();
  environment.mutable(requireTable('audit')).put({
    auditid: guid('audit', environment.seed.organizationId, versionnumber),
    createdon: wireTime(ports.now()),
    action: auditActions[action],
    operation: operationOf(action),
    objecttypecode: table,
    objectid: id,
    [lookupTableKey('objectid')]: table,
    userid: access.userId,
    callinguserid: session.actingUserId,
    changedata: changed ?? null,
    versionnumber,
  });
}
