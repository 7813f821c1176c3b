import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../../preload/contract/index.ts';
import { SHARED_AT_FIRST } from '../../../../preload/contract/words/support-pack.ts';
import { must } from '../../fleet/support/journal-folder.ts';
import { doctorRig } from '../doctor-rig.ts';

let doctor: Awaited<ReturnType<typeof doctorRig>>;
beforeAll(async () => {
  doctor = await doctorRig();
}, 30_000);
afterAll(() => doctor.close());

test('C21: what is shown of a real run is what is saved, and names neither app, tenant nor environment', async () => {
  const { diagnose, environmentOf, profileOf, rig, saved } = doctor;
  const seen = await diagnose('Fabrikam Invoice Bot', 'Fabrikam Sandbox');
  expect(seen.root).toBe('roles');
  const environment = await environmentOf('Fabrikam', 'Fabrikam Sandbox');
  const profile = await profileOf('Fabrikam', 'Fabrikam Invoice Bot');
  const source = { kind: 'doctor', workspaceId: environment.workspaceId, only: null } as const;
  const pack = await rig.get(contract['supportPack.prepare'], { source, shared: [...SHARED_AT_FIRST] });

  const all = pack.files.map(({ text }) => text).join('\n');
  const hidden = [
    profile.name,
    profile.clientId,
    environment.name,
    new URL(environment.url).hostname,
    must(environment.tenantId),
    'Fabrikam',
  ];
  expect(hidden.filter((value) => all.toLowerCase().includes(value.toLowerCase()))).toEqual([]);
  expect(all).toContain('app 1 in environment 1');
  expect(all).toContain('The application user has no security role');

  for (const { form, digest, text } of pack.files) {
    await rig.get(contract['supportPack.save'], { packId: pack.packId, form, digest });
    expect(Buffer.from(must(saved.at(-1)).content).toString('utf8')).toBe(text);
  }
  const { packId, zip } = pack;
  await rig.get(contract['supportPack.save'], { packId, form: 'zip', digest: zip.digest });
  const bytes = must(saved.at(-1)).content;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(zip.digest);
  // Stored, not compressed: what was read in the preview stands in it as it was.
  for (const { text } of pack.files) expect(Buffer.from(bytes).includes(Buffer.from(text))).toBe(true);

  // Another pack takes its place: what is no longer shown is not saved.
  const shared = [...SHARED_AT_FIRST, 'names'] as const;
  const next = await rig.get(contract['supportPack.prepare'], { source, shared: [...shared] });
  expect(next.files[0]?.text).toContain(profile.name);
  for (const asked of [
    { packId, form: 'zip', digest: zip.digest },
    { packId: next.packId, form: 'zip', digest: zip.digest },
  ] as const) {
    const refused = await rig.ask('supportPack.save', asked);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
}, 30_000);
