import { randomBytes, randomUUID } from 'node:crypto';
import type { AppRegistration } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
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

/** Shaped as those of the service are: three characters, `8Q~`, and 34 more. */
function newSecret(): string {
  const text = randomBytes(48).toString('base64url').replaceAll('-', '~').replaceAll('_', '.');
  const letters = randomBytes(12)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, 'a');
  return `${letters.slice(0, 3)}8Q~${text.slice(0, 34)}`;
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
  const value = newSecret();
  const name = wanted['displayName'];
  const secret = {
    keyId: randomUUID(),
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
