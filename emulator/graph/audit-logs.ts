import type { ServiceResponse } from '../server/exchange.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';
import { mustReadLogs } from './permissions.ts';

/**
 * `/auditLogs/signIns` (Learn: signin-list): the tenants of the demo cloud have no Microsoft Entra ID P1, without which nobody reads them,
 * whatever their permissions.
 */
export function answerAuditLogs(call: GraphCall, below: readonly string[]): ServiceResponse {
  const [kind, ...more] = below;
  if (kind?.toLowerCase() !== 'signins' || more.length > 1) {
    throw graphFaults.noSegment(kind ?? 'auditLogs');
  }
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  mustReadLogs(call);
  throw graphFaults.noPremium();
}
