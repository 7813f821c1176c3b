import { randomUUID, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
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
    value: { profile: { credentials: [{ kind: 'certificate', label: 'dwh-loader' }] }, unusable: [] },
  });
  const { privateKeyPem } = good;
  const old = madeCertificate({
    privateKeyPem,
    notBefore: new Date(Date.now() - 9 * DAY),
    notAfter: new Date(Date.now() - DAY),
  });
  expect(await add(old.certificatePem + privateKeyPem)).toMatchObject({
    error: { code: 'certificate-not-valid-now', params: { why: 'expired' } },
  });
  const later = madeCertificate({ privateKeyPem, notBefore: new Date(Date.now() + DAY) });
  expect(await add(later.certificatePem + privateKeyPem, { label: 'Next' })).toMatchObject({ ok: true });
  expect(await add('')).toMatchObject({ error: { params: { problem: 'empty' } } });
  files.remove();
});

const together = (
  ...made: readonly { readonly certificatePem: string; readonly privateKeyPem: string }[]
): string => made.map((one) => one.certificatePem + one.privateKeyPem).join('');

test('of two certificates in one file the person says which: nothing is kept before, and the file is not needed again', async () => {
  const { add, handlers, profile, identity, vault, files } = await setUp();
  const [first, second] = [madeCertificate({ name: 'first' }), madeCertificate({ name: 'second' })];
  const expired = madeCertificate({ name: 'gone', notAfter: new Date(Date.now() - DAY) });
  const asked = contract['appProfiles.addCertificate'].output.parse(
    valueOf(z.unknown(), await add(together(first, second, expired), { label: 'Mine' })),
  );
  if (asked.outcome !== 'choose') throw new Error('the person is asked');
  expect(asked.pairs.map(({ name }) => name).toSorted()).toEqual(['first', 'second']);
  expect(asked.unusable).toMatchObject([{ name: 'gone', why: 'expired' }]);
  expect(JSON.stringify(asked)).not.toContain('BEGIN');
  expect(identity.profiles.find(profile.id)).toMatchObject({ value: { credentials: [] } });
  const { thumbprintSha256 } = asked.pairs.find(({ name }) => name === 'second') ?? { thumbprintSha256: '' };
  const choose = (offer: string) =>
    run(handlers['appProfiles.chooseCertificate'], { offer, thumbprintSha256 });
  expect(await choose(randomUUID())).toMatchObject({ error: { params: { problem: 'choice-gone' } } });
  const stored = valueOf(contract['appProfiles.chooseCertificate'].output, await choose(asked.offer));
  expect(stored).toMatchObject({ taken: { name: 'second' }, profile: { credentials: [{ label: 'Mine' }] } });
  const kept = await vault.get(stored.profile.credentials[0]?.id ?? '');
  expect(kept.ok && JSON.parse(kept.value)).toMatchObject({ privateKeyPem: second.privateKeyPem });
  expect(await choose(asked.offer)).toMatchObject({ error: { params: { problem: 'choice-gone' } } });
  files.remove();
});

test('what waits for a choice is gone with the next files; the only one that can be used is taken and said to be', async () => {
  const { add, handlers, files } = await setUp();
  const [good, other] = [madeCertificate({ name: 'good' }), madeCertificate({ name: 'other' })];
  const asked = valueOf(contract['appProfiles.addCertificate'].output, await add(together(good, other)));
  const small = madeCertificate({ name: 'small', bits: 1024 });
  expect(await add(together(small, good))).toMatchObject({
    value: { outcome: 'stored', taken: { name: 'good' }, unusable: [{ name: 'small', why: 'key' }] },
  });
  const { thumbprintSha256, offer } =
    asked.outcome === 'choose' ? { ...asked, ...asked.pairs[0] } : { thumbprintSha256: '', offer: '' };
  expect(await run(handlers['appProfiles.chooseCertificate'], { offer, thumbprintSha256 })).toMatchObject({
    error: { params: { problem: 'choice-gone' } },
  });
  files.remove();
});

test('what waits for a choice is gone once the page no longer asks: it left the choice, or was loaded again', async () => {
  const { add, handlers, files } = await setUp();
  const pair = together(madeCertificate({ name: 'first' }), madeCertificate({ name: 'second' }));
  const offered = async () => {
    const asked = valueOf(contract['appProfiles.addCertificate'].output, await add(pair));
    if (asked.outcome !== 'choose') throw new Error('the person is asked');
    return { offer: asked.offer, thumbprintSha256: asked.pairs[0]?.thumbprintSha256 ?? '' };
  };
  const hold = (offer: string, signal?: AbortSignal) =>
    run(handlers['appProfiles.holdCertificates'], { offer }, signal);
  const gone = { error: { params: { problem: 'choice-gone' } } };

  const left = await offered();
  const page = new AbortController();
  const holding = hold(left.offer, page.signal);
  page.abort();
  await holding;
  expect(await run(handlers['appProfiles.chooseCertificate'], left)).toMatchObject(gone);

  // Leaving the one before takes nothing from the next, and a choice that was made ends what held it.
  const before = await offered();
  const late = new AbortController();
  const holdingBefore = hold(before.offer, late.signal);
  const next = await offered();
  late.abort();
  await holdingBefore;
  const holdingNext = hold(next.offer);
  expect(await run(handlers['appProfiles.chooseCertificate'], next)).toMatchObject({ ok: true });
  expect(await holdingNext).toMatchObject({ ok: true });
  expect(await hold(next.offer)).toMatchObject(gone);
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
