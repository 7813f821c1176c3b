import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ApplicationObjectId } from '../../preload/contract/words/ids.ts';
import { decode } from './decode.ts';
import { addedKeyShape, keyCredentialsShape } from './directory-objects.ts';
import type { KeyCredential } from './directory-objects.ts';
import type { GraphAsk, GraphClient } from './graph-client.ts';

const asking = (id: string, signal: AbortSignal, needs: GraphAsk['needs']): GraphAsk => ({
  what: 'app registration',
  id,
  needs,
  signal,
});
const writing = (id: string, signal: AbortSignal) => asking(id, signal, 'Application.ReadWrite.All');

/** The public part of a certificate that is to be registered. */
export type NewCertificate = {
  readonly name: string;
  /** DER encoding, base64. */
  readonly der: string;
};

const newKey = ({ name, der }: NewCertificate) => ({
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
  displayName: name,
  key: der,
});

/** Certificates of an app with their keys, which Graph shows only when they are selected of a single app (keyCredential resource). */
export const readKeyCredentials = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  signal: AbortSignal,
): Promise<Result<readonly KeyCredential[]>> => {
  const answer = await graph.get(
    `applications/${application}?$select=keyCredentials`,
    asking(application, signal, 'Application.Read.All'),
  );
  const read = decode(keyCredentialsShape, answer, 'certificates');
  return read.ok ? ok(read.value.keyCredentials) : read;
};

const sameKeys = (a: readonly KeyCredential[], b: readonly KeyCredential[]): boolean =>
  a.length === b.length && a.every(({ keyId }) => b.some((other) => other.keyId === keyId));

/**
 * Writes the whole list, because PATCH replaces it (application-update): the others are sent back as they were read, with their keys.
 * Graph offers no precondition, so the list is read once more just before; a change in between is `directory-changed`, one in the
 * moment that is left can only be seen afterwards.
 */
const replace = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  change: (now: readonly KeyCredential[]) => readonly unknown[],
  seen: readonly KeyCredential[],
  signal: AbortSignal,
): Promise<Result<null>> => {
  const now = await readKeyCredentials(graph, application, signal);
  if (!now.ok) return now;
  if (!sameKeys(seen, now.value)) return failed('directory-changed', { what: 'certificates' });
  const keyless = now.value.find(({ key }) => key === null || key === undefined);
  if (keyless !== undefined)
    return failed('unexpected-answer', {
      host: 'Microsoft Graph',
      status: 200,
      what: `certificate ${keyless.keyId} without its key`,
    });
  return decode(
    z.null(),
    await graph.patch(
      `applications/${application}`,
      { keyCredentials: change(now.value) },
      writing(application, signal),
    ),
    'empty answer',
  );
};

/** Registers one more certificate and keeps the others. `seen` is the list that the person decided by. */
export const appendKeyCredential = (
  graph: GraphClient,
  application: ApplicationObjectId,
  certificate: NewCertificate,
  seen: readonly KeyCredential[],
  signal: AbortSignal,
): Promise<Result<null>> => replace(graph, application, (now) => [...now, newKey(certificate)], seen, signal);

/** Takes one certificate away and keeps the others. */
export const dropKeyCredential = (
  graph: GraphClient,
  application: ApplicationObjectId,
  keyId: string,
  seen: readonly KeyCredential[],
  signal: AbortSignal,
): Promise<Result<null>> =>
  replace(graph, application, (now) => now.filter((one) => one.keyId !== keyId), seen, signal);

/** Registers a certificate with the proof of one that is there (application-addKey), which changes no other. */
export const addKey = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  certificate: NewCertificate,
  proof: string,
  signal: AbortSignal,
): Promise<Result<KeyCredential>> =>
  decode(
    addedKeyShape,
    await graph.post(
      `applications/${application}/addKey`,
      { keyCredential: newKey(certificate), passwordCredential: null, proof },
      writing(application, signal),
    ),
    'certificate',
  );

/** Takes a certificate away with the proof of one that is there (application-removeKey). */
export const removeKey = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  keyId: string,
  proof: string,
  signal: AbortSignal,
): Promise<Result<null>> =>
  decode(
    z.null(),
    await graph.post(`applications/${application}/removeKey`, { keyId, proof }, writing(application, signal)),
    'empty answer',
  );
