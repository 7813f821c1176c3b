import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { madeCertificate } from '../vault/made-certificate.ts';
import { demoWorkspace, identityRig, run, startCloud } from './rig.ts';
import type { RunningCloud } from './rig.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const valueOf = <Schema extends z.ZodType>(schema: Schema, result: Result<unknown>): z.output<Schema> => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return schema.parse(result.value);
};

const setUp = async () => {
  const workspace = demoWorkspace(cloud, 'Contoso');
  const rig = identityRig(cloud, [workspace]);
  const { handlers } = rig.identity;
  const profile = valueOf(
    contract['appProfiles.create'].output,
    await run(handlers['appProfiles.create'], {
      workspaceId: workspace.id,
      name: 'Order sync',
      clientId: '0a0a0a0a-0000-4000-8000-000000000001',
      homeTenantId: null,
    }),
  );
  const make = (change: object = {}) =>
    run(handlers['appProfiles.makeCertificate'], {
      id: profile.id,
      label: null,
      subject: 'Order sync / 2026',
      bits: 2048,
      validUntil: inDays(180),
      ...change,
    });
  const add = (content: string, more: object = {}) =>
    run(handlers['appProfiles.addCertificate'], {
      id: profile.id,
      label: null,
      files: [Buffer.from(content).toString('base64')],
      ...more,
    });
  return { ...rig, handlers, profile, make, add };
};

test('a certificate is made, its key is in the vault alone, and only its public part comes out', async () => {
  const { handlers, profile, make, vault, saved, activity, files } = await setUp();
  const made = valueOf(contract['appProfiles.makeCertificate'].output, await make());
  const which = { id: profile.id, credentialId: made.credentialId };
  const kept = await vault.get(made.credentialId);
  const secret: { privateKeyPem: string } = JSON.parse(kept.ok ? kept.value : '{}');
  expect(secret.privateKeyPem).toContain('PRIVATE KEY');
  const details = valueOf(
    contract['appProfiles.certificate'].output,
    await run(handlers['appProfiles.certificate'], which),
  );
  expect(details).toMatchObject({ subject: 'CN=Order sync / 2026', keyBits: 2048, selfSigned: true });
  expect(Date.parse(details.notBefore)).toBeLessThan(Date.now());
  for (const format of ['cer', 'pem'])
    expect(await run(handlers['appProfiles.saveCertificate'], { ...which, format })).toEqual({
      ok: true,
      value: { saved: true, place: `Order sync - 2026.${format}` },
    });
  const [cer, pem] = saved.map(({ content }) => new X509Certificate(content));
  expect(cer?.fingerprint256).toBe(pem?.fingerprint256);
  expect(cer?.fingerprint.replaceAll(':', '')).toBe(details.thumbprints.sha1);
  const line = secret.privateKeyPem.split('\n')[3] ?? '';
  const told = JSON.stringify([made, details, activity, saved.map(({ content }) => String(content))]);
  expect(told).not.toContain(line);
  files.remove();
});

test('a certificate that ends before it begins to be of use is not made', async () => {
  const { make, files } = await setUp();
  expect(await make({ validUntil: inDays(-1) })).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await make({ validUntil: inDays(9000) })).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await make({ bits: 1024 })).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await make({ subject: 'x'.repeat(65) })).toMatchObject({ error: { code: 'invalid-input' } });
  files.remove();
});

test('a file takes the name in the certificate; one that has expired is refused, one that begins later is kept', async () => {
  const { add, files } = await setUp();
  const good = madeCertificate({ name: 'dwh-loader' });
  expect(await add(good.certificatePem + good.privateKeyPem)).toMatchObject({
    value: { credentials: [{ kind: 'certificate', label: 'dwh-loader' }] },
  });
  const { privateKeyPem } = good;
  const old = madeCertificate({
    privateKeyPem,
    notBefore: new Date(Date.now() - 9 * DAY),
    notAfter: new Date(Date.now() - DAY),
  });
  expect(await add(old.certificatePem + privateKeyPem)).toMatchObject({
    error: { code: 'certificate-not-valid-now' },
  });
  const later = madeCertificate({ privateKeyPem, notBefore: new Date(Date.now() + DAY) });
  expect(await add(later.certificatePem + privateKeyPem, { label: 'Next' })).toMatchObject({ ok: true });
  expect(await add('')).toMatchObject({ error: { params: { problem: 'empty' } } });
  files.remove();
});

test('a secret has no public part', async () => {
  const { handlers, profile, files } = await setUp();
  const added = valueOf(
    contract['appProfiles.addSecret'].output,
    await run(handlers['appProfiles.addSecret'], {
      id: profile.id,
      label: 'Main',
      secret: 'abc8Q~aBcDeF.gHiJ_kL-mNoPqRsTuVwXyZ01234',
      expiresOn: null,
    }),
  );
  const which = { id: profile.id, credentialId: added.credentials[0]?.id };
  for (const name of ['appProfiles.certificate', 'appProfiles.saveCertificate'] as const)
    expect(
      await run(handlers[name], name === 'appProfiles.certificate' ? which : { ...which, format: 'pem' }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
  files.remove();
});
