import type { ServiceResponse } from '../server/exchange.ts';
import { secretOf } from '../seed/deterministic.ts';
import { passwordEntity } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done, isEntity, named, timeOf } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import type { Holder } from './holder.ts';
import { mustChange } from './permissions.ts';

const day = 86_400_000;

/** Where nothing is said, a secret lives two years (Learn: application-addpassword, serviceprincipal-addpassword). */
function inTwoYears(time: number): number {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() + 2);
  return date.getTime();
}

/** `POST …/addPassword` (Learn: application-addpassword, serviceprincipal-addpassword): the only answer that ever says the secret. */
export function addPassword(call: GraphCall, holder: Holder): ServiceResponse {
  mustChange(call, holder);
  const given = call.request.body === '' ? {} : bodyOf(call)['passwordCredential'];
  const wanted = given ?? {};
  if (!isEntity(wanted)) {
    throw graphFaults.badProperty('passwordCredential');
  }
  const now = call.cloud.now();
  const start = timeOf(wanted, 'startDateTime', now);
  const end = timeOf(wanted, 'endDateTime', inTwoYears(start));
  const { secretsAllowed, longestSecretDays } = call.policy;
  if (!secretsAllowed) {
    throw graphFaults.secretBlocked();
  }
  if (end <= start || end <= now) {
    throw graphFaults.passwordEnd();
  }
  if (longestSecretDays !== null && end - start > longestSecretDays * day) {
    throw graphFaults.lifetime();
  }
  const keyId = call.cloud.directory.newId();
  const value = secretOf(keyId);
  const name = wanted['displayName'];
  const secret = {
    keyId,
    displayName: typeof name === 'string' ? name : '',
    value,
    hint: value.slice(0, 3),
    toldOnce: true,
    start,
    end,
  };
  holder.save({ secrets: [secret, ...holder.secrets] });
  return answer(call, 200, 'microsoft.graph.passwordCredential', {
    ...passwordEntity(secret),
    secretText: value,
  });
}

/** `POST …/removePassword` (Learn: application-removepassword, serviceprincipal-removepassword). */
export function removePassword(call: GraphCall, holder: Holder): ServiceResponse {
  mustChange(call, holder);
  const keyId = bodyOf(call)['keyId'];
  if (!holder.secrets.some((secret) => secret.keyId === keyId)) {
    throw graphFaults.noPassword(named(keyId));
  }
  holder.save({ secrets: holder.secrets.filter((secret) => secret.keyId !== keyId) });
  return done();
}
