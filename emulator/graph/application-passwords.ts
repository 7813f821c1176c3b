import type { AppRegistration } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { secretOf } from '../seed/deterministic.ts';
import { passwordEntity } from './credential-entities.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, done, isEntity, timeOf } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import { mustChange } from './permissions.ts';

const day = 86_400_000;

/** Where nothing is said, a secret lives two years (Learn: application-addpassword). */
function inTwoYears(time: number): number {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() + 2);
  return date.getTime();
}

/** `POST …/addPassword` (Learn: application-addpassword): the only answer that ever says the secret. */
export function addPassword(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustChange(call, app);
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
  call.cloud.directory.changes.saveApp({ ...app, secrets: [secret, ...app.secrets] });
  return answer(call, 200, 'microsoft.graph.passwordCredential', {
    ...passwordEntity(secret),
    secretText: value,
  });
}

/** `POST …/removePassword` (Learn: application-removepassword). */
export function removePassword(call: GraphCall, app: AppRegistration): ServiceResponse {
  mustChange(call, app);
  const keyId = bodyOf(call)['keyId'];
  if (!app.secrets.some((secret) => secret.keyId === keyId)) {
    throw graphFaults.noPassword(String(keyId));
  }
  call.cloud.directory.changes.saveApp({
    ...app,
    secrets: app.secrets.filter((secret) => secret.keyId !== keyId),
  });
  return done();
}
