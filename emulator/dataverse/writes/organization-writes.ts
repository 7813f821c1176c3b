import { notImplemented } from '../errors/request-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { updateRecord } from './record-writes.ts';

const organizations = requireTable('organization');

/** The settings of hierarchy security (Learn: organization table reference). */
const hierarchySettings: ReadonlySet<string> = new Set([
  'ishierarchicalsecuritymodelenabled',
  'maxdepthforhierarchicalsecuritymodel',
  'usepositionhierarchy',
]);

/**
 * Changes the settings of hierarchy security, for which "Change Hierarchy Security Settings" is needed beside Write (Learn: "Hierarchy security").
 * Other settings cannot be changed here.
 */
export function updateOrganization(session: Session, before: Row, payload: Payload): Row {
  const names = [...Object.keys(payload.values), ...payload.links.keys()];
  const other = names.find((it) => !hierarchySettings.has(it));
  if (other !== undefined) throw notImplemented(`Changing '${other}' of 'organization'`);
  session.access.require(organizations, 'Write');
  session.access.requirePrivilege('prvWriteHierarchicalSecurityConfiguration');
  return updateRecord(session, organizations, before, payload);
}
