import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appProfileSchema } from '../../../preload/contract/app-profiles.ts';
import { createJustMade } from '../../../main/identity/app-profiles/just-made.ts';
import { newId } from '../../../main/settings/new-id.ts';
import { createSecretClipboard } from '../../../main/vault/secret-clipboard.ts';
import { parseCredentialId } from '../../../preload/contract/words/ids.ts';
import type { MadeCertificate } from '../vault/made-certificate.ts';
import { madeCertificate } from '../vault/made-certificate.ts';
import { demoWorkspace, identityRig, run, startCloud } from './rig.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const SECRET = 'Abc8Q~made-by-the-console-itself-x';
const asFile = (one: MadeCertificate): string =>
  Buffer.from(one.certificatePem + one.privateKeyPem).toString('base64');
const CLIENT = '11111111-2222-4333-8444-555555555555';

/** A profile with a secret and a certificate, and a clipboard that shows what it holds. */
const rig = async (offers = true) => {
  const held = { text: '' };
  const clipboard = createSecretClipboard(
    {
      write: async (text) => {
        if (offers) held.text = text;
        return offers;
      },
      read: async () => held.text,
      clear: async () => {
        held.text = '';
      },
    },
    () => new Promise(() => undefined),
  );
  const workspace = demoWorkspace(cloud, 'Contoso');
  const made = identityRig(cloud, [workspace], { clipboard });
  const { handlers } = made.identity;
  const profileOf = async (answer: Promise<{ readonly ok: boolean }>) => {
    const result = await answer;
    if (!result.ok || !('value' in result)) throw new Error(JSON.stringify(result));
    return appProfileSchema.parse(result.value);
  };
  const { id } = await profileOf(
    run(handlers['appProfiles.create'], {
      workspaceId: workspace.id,
      name: 'Order sync',
      clientId: CLIENT,
      homeTenantId: null,
    }),
  );
  await profileOf(
    run(handlers['appProfiles.addSecret'], { id, label: 'main', secret: SECRET, expiresOn: null }),
  );
  const certificate = madeCertificate({ name: 'first' });
  const added = await run(handlers['appProfiles.addCertificate'], {
    id,
    label: 'CN=first',
    files: [asFile(certificate)],
  });
  const profile = storedSchema.parse(added).value.profile;
  const [secret, cert] = profile.credentials;
  if (secret === undefined || cert === undefined) throw new Error('two credentials were added');
  return { ...made, handlers, held, id, secret, cert, certificate, profileOf };
};

const storedSchema = z.object({ value: z.object({ profile: appProfileSchema }) });

test('C10: the credential that a rotation replaced does not retire any more once its replacement is removed', async () => {
  const { cert, handlers, id, identity, profileOf, secret } = await rig();
  identity.profiles.change(id, (now) => ({
    ...now,
    current: cert.id,
    credentials: now.credentials.map((one) => ({ ...one, retiring: one.id === secret.id })),
  }));
  const left = await profileOf(run(handlers['appProfiles.removeCredential'], { id, credentialId: cert.id }));
  expect(left).toMatchObject({ current: null, credentials: [{ id: secret.id, retiring: false }] });
});

describe('C10, C36: a secret that was just made is copied once', () => {
  test('by id, without being answered, and is told of in the journal', async () => {
    const { identity, handlers, held, id, secret, activity } = await rig();
    identity.justMade.mark(secret.id);
    expect(await run(handlers['appProfiles.copyable'], { id })).toMatchObject({
      value: { credentialIds: [secret.id] },
    });
    const copied = await run(handlers['appProfiles.copySecret'], { id, credentialId: secret.id });
    expect(copied).toEqual({ ok: true, value: { clearsAfterSeconds: 30 } });
    expect(held.text).toBe(SECRET);
    expect(activity.at(-1)).toMatchObject({ kind: 'credential-copied' });
    expect(JSON.stringify([copied, activity])).not.toContain(SECRET);
    held.text = '';
    expect(await run(handlers['appProfiles.copySecret'], { id, credentialId: secret.id })).toMatchObject({
      error: { code: 'copy-not-allowed', params: { credential: 'main' } },
    });
    expect([held.text, await run(handlers['appProfiles.copyable'], { id })]).toMatchObject([
      '',
      { value: { credentialIds: [] } },
    ]);
  });

  test('twice at once copies once', async () => {
    const { identity, handlers, id, secret } = await rig();
    identity.justMade.mark(secret.id);
    const copy = () => run(handlers['appProfiles.copySecret'], { id, credentialId: secret.id });
    const answers = await Promise.all([copy(), copy()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('one that a person entered is never copied, nor is a key', async () => {
    const { identity, handlers, held, id, secret, cert } = await rig();
    identity.justMade.mark(cert.id);
    for (const credentialId of [secret.id, cert.id])
      expect(await run(handlers['appProfiles.copySecret'], { id, credentialId })).toMatchObject({
        error: { code: 'copy-not-allowed' },
      });
    expect(held.text).toBe('');
  });

  test('where main reaches no clipboard it says so, and the copy is not used up', async () => {
    const { identity, handlers, id, secret } = await rig(false);
    identity.justMade.mark(secret.id);
    for (const _ of [1, 2])
      expect(await run(handlers['appProfiles.copySecret'], { id, credentialId: secret.id })).toMatchObject({
        error: { code: 'not-available-here' },
      });
  });

  test('half an hour later it is like any other', () => {
    let now = 0;
    const justMade = createJustMade(() => now);
    const id = newId(parseCredentialId);
    justMade.mark(id);
    now = 30 * 60_000 - 1;
    expect(justMade.has(id)).toBe(true);
    now += 1;
    expect([justMade.has(id), justMade.take(id)]).toEqual([false, false]);
  });
});

describe('C7: what was lost is entered again in its place', () => {
  test('a secret, under the same credential', async () => {
    const { vault, handlers, id, secret, profileOf, activity } = await rig();
    await vault.remove(secret.id);
    const value = { kind: 'secret', secret: `${SECRET}2` };
    const profile = await profileOf(
      run(handlers['appProfiles.reenter'], { id, credentialId: secret.id, value }),
    );
    expect(profile.credentials.find((one) => one.id === secret.id)).toMatchObject({
      label: 'main',
      kept: 'keychain',
    });
    expect(profile.credentials).toHaveLength(2);
    expect(activity.at(-1)).toMatchObject({ kind: 'credential-reentered' });
  });

  test('a certificate whose file was damaged; the damaged file stays', async () => {
    const { handlers, files, id, cert, certificate, profileOf } = await rig();
    const sealed = join(files.folder, 'sealed');
    const [file = ''] = readdirSync(sealed).filter((name) => name.endsWith('.sealed'));
    const damaged = readFileSync(join(sealed, file)).fill(9, 50);
    writeFileSync(join(sealed, file), damaged);
    // Of several in the files the one that the record names.
    const another = madeCertificate({ name: 'another' });
    const value = { kind: 'certificate', files: [asFile(another), asFile(certificate)] };
    const profile = await profileOf(
      run(handlers['appProfiles.reenter'], { id, credentialId: cert.id, value }),
    );
    expect(profile.credentials.find((one) => one.id === cert.id)).toMatchObject({ kept: 'keychain' });
    const aside = readdirSync(sealed).find((name) => name.includes('set-aside')) ?? '';
    expect(readFileSync(join(sealed, aside))).toEqual(damaged);
  });

  test('another certificate, another kind or a damaged secret is refused', async () => {
    const { handlers, id, secret, cert } = await rig();
    const other = madeCertificate({ name: 'second' });
    const reenter = (credentialId: string, value: unknown) =>
      run(handlers['appProfiles.reenter'], { id, credentialId, value });
    expect(await reenter(cert.id, { kind: 'certificate', files: [asFile(other)] })).toMatchObject({
      error: { code: 'certificate-other' },
    });
    expect(await reenter(cert.id, { kind: 'secret', secret: SECRET })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(await reenter(secret.id, { kind: 'secret', secret: CLIENT })).toMatchObject({
      error: { code: 'secret-looks-like-id' },
    });
  });
});
