import { notImplemented } from '../errors/request-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { updateRecord } from './record-writes.ts';

const organizations = requireTable('organization');

/**
 * The settings that can be changed, and what is needed for each beside Write: "Change Hierarchy Security Settings" for those of hierarchy security
 * (Learn: organization table reference, "Hierarchy security", "Sharing and assigning", "Configure auditing").
 */
const settings: ReadonlyMap<string, 'prvWriteHierarchicalSecurityConfiguration' | null> = new Map([
  ['ishierarchicalsecuritymodelenabled', 'prvWriteHierarchicalSecurityConfiguration'],
  ['maxdepthforhierarchicalsecuritymodel', 'prvWriteHierarchicalSecurityConfiguration'],
  ['usepositionhierarchy', 'prvWriteHierarchicalSecurityConfiguration'],
  ['sharetopreviousowneronassign', null],
  ['isauditenabled', null],
  ['isuseraccessauditenabled', null],
  ['useraccessauditinginterval', null],
]);

/** Changes settings of the organization; others than those above change nothing here, and are refused. */
export function updateOrganization(session: Session, before: Row, payload: Payload): Row {
  session.access.require(organizations, 'Write');
  for (const name of [...Object.keys(payload.values), ...payload.links.keys()]) {
    const privilege = settings.get(name);
    if (privilege === undefined) throw notImplemented(`Changing '${name}' of 'organization'`);
    if (privilege !== null) session.access.requirePrivilege(privilege);
  }
  return updateRecord(session, organizations, before, payload);
}
