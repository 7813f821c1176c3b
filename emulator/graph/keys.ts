import type { ServiceResponse } from '../server/exchange.ts';
import { keyEntity } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done, isEntity, named } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import type { Holder } from './holder.ts';
import { newKey } from './key-credentials.ts';
import { mustRollKeys } from './permissions.ts';
import { proofHolds } from './proof.ts';

function mustProve(call: GraphCall, holder: Holder, body: Entity): void {
  const { proof } = body;
  if (typeof proof !== 'string' || !proofHolds(proof, holder, call.cloud.now())) {
    throw graphFaults.proof();
  }
}

/** `POST …/addKey` (Learn: application-addkey, serviceprincipal-addkey): one more certificate, proved by one that is valid now. */
export function addKey(call: GraphCall, holder: Holder): ServiceResponse {
  mustRollKeys(call, holder);
  const body = bodyOf(call);
  mustProve(call, holder, body);
  if (!isEntity(body['keyCredential'])) {
    throw graphFaults.badProperty('keyCredential');
  }
  const added = newKey(call, body['keyCredential']);
  holder.save({ certificates: [...holder.certificates, added] });
  return answer(call, 200, 'microsoft.graph.keyCredential', keyEntity(added, false));
}

/** `POST …/removeKey` (Learn: application-removekey, serviceprincipal-removekey), with the same proof. */
export function removeKey(call: GraphCall, holder: Holder): ServiceResponse {
  mustRollKeys(call, holder);
  const body = bodyOf(call);
  mustProve(call, holder, body);
  const { keyId } = body;
  if (!holder.certificates.some((one) => one.keyId === keyId)) {
    throw graphFaults.noKey(named(keyId));
  }
  holder.save({ certificates: holder.certificates.filter((one) => one.keyId !== keyId) });
  return done();
}
