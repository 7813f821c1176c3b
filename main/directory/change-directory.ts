import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseClientId } from '../../preload/contract/words/ids.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { SignInAudience } from '../../preload/contract/words/status.ts';
import type { GraphExchange } from './graph-exchange.ts';

const secret = z.object({
  keyId: z.string(),
  displayName: z.string().nullish(),
  hint: z.string().nullish(),
  endDateTime: z.string().nullish(),
});
const certificate = z.object({
  keyId: z.string(),
  displayName: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
  endDateTime: z.string().nullish(),
});
const application = z.object({
  id: z.string(),
  appId: z.string(),
  displayName: z.string().nullish(),
  passwordCredentials: z.array(secret).default([]),
  keyCredentials: z.array(certificate).default([]),
});
const applications = z.object({ value: z.array(application) });
const principal = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});
/** The one answer that ever holds a secret (Microsoft Learn: application-addpassword). */
const madeSecret = z.object({ keyId: z.string(), secretText: z.string(), endDateTime: z.string().nullish() });
/** Whatever else an entry holds goes back as it came: PATCH replaces the whole list. */
const keys = z.object({ keyCredentials: z.array(z.looseObject({ keyId: z.string() })) });

const APPLICATION = '$select=id,appId,displayName,passwordCredentials,keyCredentials';

/** `customKeyIdentifier` is the SHA-1 thumbprint, as hex text or as base64 of its bytes (Microsoft Learn: keyCredential). */
const thumbprintOf = (identifier: string | null | undefined): string | null => {
  if (identifier == null) return null;
  if (/^[0-9a-f]{40}$/i.test(identifier)) return identifier.toUpperCase();
  const bytes = Buffer.from(identifier, 'base64');
  return bytes.length === 20 ? bytes.toString('hex').toUpperCase() : null;
};

/** Graph's instants as ISO 8601 with milliseconds, as the console writes its own; null for what is no instant. */
const instantOf = (text: string | null | undefined): string | null =>
  text == null || Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString();

const toApplication = (found: z.infer<typeof application>) => {
  const clientId = parseClientId(found.appId);
  return clientId === null
    ? null
    : {
        objectId: found.id,
        clientId,
        name: found.displayName ?? '',
        secrets: found.passwordCredentials.map((one) => ({
          keyId: one.keyId,
          name: one.displayName ?? '',
          hint: one.hint ?? null,
          endsOn: instantOf(one.endDateTime),
        })),
        certificates: found.keyCredentials.map((one) => ({
          keyId: one.keyId,
          name: one.displayName ?? '',
          thumbprintSha1: thumbprintOf(one.customKeyIdentifier),
          endsOn: instantOf(one.endDateTime),
        })),
      };
};

const decode = <Value>(schema: z.ZodType<Value>, answer: Result<unknown>): Result<Value> => {
  if (!answer.ok) return answer;
  const decoded = schema.safeParse(answer.value);
  return decoded.success
    ? ok(decoded.data)
    : failed('unexpected-answer', { host: 'Microsoft Graph', status: 200, what: 'unknown shape' });
};

/** Null for what Graph says is not there. */
const orNull = (answer: Result<unknown>): Result<unknown> =>
  !answer.ok && answer.error.code === 'graph' && answer.error.params['status'] === 404 ? ok(null) : answer;

/** A text inside quotes of an OData expression doubles its own (OData 4.01, URL conventions 5.1.1.6.1). */
const quoted = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);

/**
 * What the fleet reads and changes of a tenant's directory, one Graph call each (Microsoft Learn: application-*,
 * serviceprincipal-*). Nothing here asks whether it should be done: that is the fleet's.
 */
export const createDirectoryChanges = (send: GraphExchange) => ({
  application: async (clientId: ClientId, signal: AbortSignal) => {
    const path = `applications(appId='${clientId}')?${APPLICATION}`;
    const found = decode(application.nullable(), orNull(await send({ method: 'GET', path, signal })));
    return found.ok ? ok(found.value === null ? null : toApplication(found.value)) : found;
  },

  applicationsNamed: async (name: string, signal: AbortSignal) => {
    const path = `applications?$filter=displayName eq ${quoted(name)}&${APPLICATION}`;
    const found = decode(applications, await send({ method: 'GET', path, signal }));
    if (!found.ok) return found;
    return ok(
      found.value.value.flatMap((one) => {
        const known = toApplication(one);
        return known === null ? [] : [known];
      }),
    );
  },

  /** Only what an app that signs in as itself needs: no redirect, no permission. */
  createApplication: async (
    app: { readonly name: string; readonly audience: SignInAudience },
    signal: AbortSignal,
  ) => {
    const body = { displayName: app.name, signInAudience: app.audience };
    const made = decode(application, await send({ method: 'POST', path: 'applications', body, signal }));
    if (!made.ok) return made;
    const known = toApplication(made.value);
    return known === null
      ? failed('unexpected-answer', { host: 'Microsoft Graph', status: 201, what: 'no client id' })
      : ok(known);
  },

  servicePrincipal: async (clientId: ClientId, signal: AbortSignal) => {
    const path = `servicePrincipals(appId='${clientId}')?$select=id,displayName,accountEnabled`;
    const found = decode(principal.nullable(), orNull(await send({ method: 'GET', path, signal })));
    if (!found.ok) return found;
    const { value } = found;
    return ok(
      value === null
        ? null
        : {
            objectId: value.id,
            name: value.displayName ?? '',
            enabled: value.accountEnabled !== false,
          },
    );
  },

  createServicePrincipal: async (appId: ClientId, signal: AbortSignal) => {
    const made = await send({ method: 'POST', path: 'servicePrincipals', body: { appId }, signal });
    // A registration of a moment ago is not known everywhere yet (Microsoft Learn: serviceprincipal-post).
    return !made.ok && made.error.code === 'graph' && made.error.params['status'] === 400
      ? failed('not-found', { what: 'app registration', id: appId }, made.error)
      : made;
  },

  setServicePrincipalEnabled: (objectId: string, accountEnabled: boolean, signal: AbortSignal) =>
    send({ method: 'PATCH', path: `servicePrincipals/${objectId}`, body: { accountEnabled }, signal }),

  addSecret: async (
    objectId: string,
    wish: { readonly name: string; readonly endsOn: string },
    signal: AbortSignal,
  ) => {
    const body = { passwordCredential: { displayName: wish.name, endDateTime: wish.endsOn } };
    const path = `applications/${objectId}/addPassword`;
    const made = decode(madeSecret, await send({ method: 'POST', path, body, signal }));
    if (!made.ok) return made;
    const { keyId, secretText, endDateTime } = made.value;
    return ok({ keyId, secretText, endsOn: instantOf(endDateTime) });
  },

  removeSecret: (objectId: string, keyId: string, signal: AbortSignal) =>
    send({
      method: 'POST',
      path: `applications/${objectId}/removePassword`,
      body: { keyId },
      signal,
    }),

  /** PATCH replaces the list, so that the others are read with their keys and sent again (Microsoft Learn: application-update). */
  addCertificate: async (
    objectId: string,
    { der, name }: { readonly der: string; readonly name: string },
    signal: AbortSignal,
  ) => {
    const path = `applications/${objectId}`;
    const there = decode(keys, await send({ method: 'GET', path: `${path}?$select=keyCredentials`, signal }));
    if (!there.ok) return there;
    const added = { type: 'AsymmetricX509Cert', usage: 'Verify', key: der, displayName: name };
    const body = { keyCredentials: [...there.value.keyCredentials, added] };
    return send({ method: 'PATCH', path, body, signal });
  },

  removeCertificate: async (objectId: string, keyId: string, signal: AbortSignal) => {
    const path = `applications/${objectId}`;
    const there = decode(keys, await send({ method: 'GET', path: `${path}?$select=keyCredentials`, signal }));
    if (!there.ok) return there;
    const keyCredentials = there.value.keyCredentials.filter((one) => one.keyId !== keyId);
    return send({ method: 'PATCH', path, body: { keyCredentials }, signal });
  },
});
