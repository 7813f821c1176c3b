import type { AppRegistration } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { keyEntity } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done, isEntity } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { newKey } from './key-credentials.ts';
import { mustRollKeys } from './permissions.ts';
import { proofHolds } from './proof.ts';

function mustProve(call: GraphCall, app: AppRegistration, body: Entity): void {
  const { proof } = body;
  if (typeof proof !== 'string' || !proofHolds(proof, app, call.cloud.now())) {
    throw graphFaults.proof();
  }
}

/** `POST …/addKey` (Learn: application-addkey): one more certificate, proved by one that is valid now. */
export function addKey(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustRollKeys(call, app);
  const body = bodyOf(call);
  mustProve(call, app, body);
  if (!isEntity(body['keyCredential'])) {
    throw graphFaults.badProperty('keyCredential');
  }
  const added = newKey(call, body['keyCredential']);
  call.cloud.directory.changes.saveApp({ ...app, certificates: [...app.certificates, added] });
  return answer(call, 200, 'microsoft.graph.keyCredential', keyEntity(added, false));
}

/** `POST …/removeKey` (Learn: application-removekey), with the same proof. */
export function removeKey(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustRollKeys(call, app);
  const body = bodyOf(call);
  mustProve(call, app, body);
  const { keyId } = body;
  if (!app.certificates.some((one) => one.keyId === keyId)) {
    throw graphFaults.noKey(String(keyId));
  }
  call.cloud.directory.changes.saveApp({
    ...app,
    certificates: app.certificates.filter((one) => one.keyId !== keyId),
  });
  return done();
}
