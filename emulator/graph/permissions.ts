import type { AppRegistration } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';

const readers = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const writers = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];

const holds = (call: GraphCall, anyOf: readonly string[]): boolean =>
  call.scopes.some((scope) => anyOf.includes(scope));

/** Whether the person behind the call administers the tenant. */
export const isAdministrator = (call: GraphCall): boolean =>
  call.caller.kind === 'user' &&
  call.cloud.directory.accountById(call.caller.tenantId, call.caller.objectId)?.kind === 'administrator';

/** Every member may read apps (Learn: users-default-permissions); an app-only token here holds no permission. */
export function mustRead(call: GraphCall): void {
  if (call.caller.kind !== 'user' || !holds(call, readers)) {
    throw graphFaults.denied();
  }
}

/** Making apps and service principals is for administrators: these tenants have "Users can register applications" off. */
export function mustAdminister(call: GraphCall): void {
  if (!holds(call, writers) || !isAdministrator(call)) {
    throw graphFaults.denied();
  }
}

/** An app is changed by administrators and by its owners (Learn: users-default-permissions, "Application registrations"). */
export function mustChange(call: GraphCall, app: AppRegistration): void {
  if (!holds(call, writers) || !(isAdministrator(call) || app.owners.includes(call.caller.objectId))) {
    throw graphFaults.denied();
  }
}

/** An app may roll its own keys without any permission (Learn: application-addkey). */
export function mustRollKeys(call: GraphCall, app: AppRegistration): void {
  if (call.caller.kind === 'app' && call.caller.appId === app.appId) {
    return;
  }
  mustChange(call, app);
}

/** Consent for everybody is given and taken back by administrators (Learn: oauth2permissiongrant-post). */
export function mustGrant(call: GraphCall): void {
  if (
    !holds(call, ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All']) ||
    !isAdministrator(call)
  ) {
    throw graphFaults.denied();
  }
}
