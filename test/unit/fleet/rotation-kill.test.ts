import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import type { RotationStage } from '../../../preload/contract/words/status.ts';
import { must } from './support/journal-folder.ts';
import { killStandingStill } from './support/kill-standing-still.ts';
import { rotationBench } from './support/rotation-bench.ts';
import type { RotationBench } from './support/rotation-bench.ts';
import type { RotatingTask, RotationMoment } from './support/rotating-child.ts';

/** A child is a whole console of its own. */
const PATIENCE = 60_000;

/** Every case goes on where the one before ended: one cloud, one folder, one app that is rotated again and again. */
let folder: string;
let bench: RotationBench;
let retires: CredentialId;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 's2s-rotation-'));
  bench = await rotationBench(folder);
  retires = await bench.firstCredential();
  await bench.closeConsole();
}, PATIENCE);
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a rotation until it stands still, then kills it. */
const rotateUntil = (change: TenantChange, moment: RotationMoment): Promise<void> => {
  const { cloud, account, workspaceId } = bench;
  const task: RotatingTask = { folder, cloud: cloud.description, account, workspaceId, change, moment };
  return killStandingStill(new URL('support/rotating-child.ts', import.meta.url), task);
};

const RENEWING: readonly (readonly [string, RotationMoment, RotationStage, number])[] = [
  ['before a secret is asked for', { at: 'request', url: 'addPassword' }, 'adding', 0],
  ['when Entra has made it and nobody has read it', { at: 'answer', url: 'addPassword' }, 'adding', 1],
  ['when the vault has it and the profile does not know', { at: 'kept' }, 'adding', 1],
  ['when it is added', { at: 'done', step: 'add-secret' }, 'proving', 1],
  ['after the first environment has answered', { at: 'answer', url: 'WhoAmI' }, 'proving', 1],
  ['between two environments', { at: 'done', step: 'prove/' }, 'proving', 1],
  [
    'when it was put to use and nobody wrote it down',
    { at: 'running', step: 'use-credential' },
    'switched',
    1,
  ],
];

const FINISHING: readonly (readonly [string, RotationMoment])[] = [
  ['when Entra has removed it and nobody has heard', { at: 'answer', url: 'removePassword' }],
  ['before the vault forgets it', { at: 'running', step: 'forget-credential' }],
];

describe('C10: kill -9 in the middle of a rotation', { timeout: PATIENCE }, () => {
  test.each(RENEWING)(
    '%s: it continues, makes nothing twice and takes nothing before its time',
    async (_name, moment, stage, made) => {
      const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();
      const { appProfileId } = bench;
      const before = await bench.keysInEntra();
      await rotateUntil(
        { kind: 'rotate', appProfileId, retires, make: { type: 'secret', endsOn }, leaveOut: [] },
        moment,
      );
      expect((await bench.keysInEntra()).length - before.length).toBe(made);
      expect(await bench.keysInEntra()).toEqual(expect.arrayContaining([...before]));

      await bench.openConsole();
      const [rotation] = await bench.rotations();
      expect(rotation).toMatchObject({ stage, running: false, retires });
      const { id: rotationId, credentialId, label } = must(rotation);
      const inEntra = async () => (await bench.namesInEntra()).filter((name) => name === label);
      // Another one is not begun beside it, and the old one is not given up for it.
      expect(
        await bench.refusal({
          kind: 'rotate',
          appProfileId,
          retires,
          make: { type: 'secret', endsOn },
          leaveOut: [],
        }),
      ).toBe('rotation-unfinished');
      const early = await bench.refusal({ kind: 'finish-rotation', rotationId, leaveOut: [] });
      expect(early).toBe(stage === 'switched' ? null : 'rotation-not-ready');

      await bench.carryOut({ kind: 'continue-rotation', rotationId, leaveOut: [] });
      expect(await inEntra()).toEqual([label]);
      expect(await bench.keysInEntra()).toEqual(expect.arrayContaining([...before]));
      expect((await bench.rotations())[0]).toMatchObject({ stage: 'switched' });
      expect((await bench.rotations())[0]?.proofs.map(({ state }) => state)).toEqual([
        'proved',
        'proved',
        'proved',
      ]);
      expect(await bench.left({ kind: 'continue-rotation', rotationId, leaveOut: [] })).toBe(0);

      await bench.carryOut({ kind: 'finish-rotation', rotationId, leaveOut: [] });
      const profile = await bench.profile();
      expect(profile.current).toBe(credentialId);
      expect(profile.credentials.some(({ id }) => id === retires)).toBe(false);
      expect((await bench.rotations())[0]).toMatchObject({ stage: 'finished' });
      expect((await bench.keysInEntra()).length).toBe(before.length);
      expect(await inEntra()).toEqual([label]);
      retires = credentialId;
      await bench.closeConsole();
    },
  );

  test.each(FINISHING)('%s: the old one is gone in the end, and only that', async (_name, moment) => {
    const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();
    const { appProfileId } = bench;
    const before = await bench.keysInEntra();
    await bench.openConsole();
    await bench.carryOut({
      kind: 'rotate',
      appProfileId,
      retires,
      make: { type: 'secret', endsOn },
      leaveOut: [],
    });
    const { id: rotationId, credentialId, label } = must((await bench.rotations())[0]);
    await bench.closeConsole();
    await rotateUntil({ kind: 'finish-rotation', rotationId, leaveOut: [] }, moment);
    await bench.openConsole();
    await bench.carryOut({ kind: 'finish-rotation', rotationId, leaveOut: [] });
    expect(
      (await bench.profile()).credentials.filter(({ kept }) => kept === 'keychain').map(({ id }) => id),
    ).toEqual([credentialId]);
    expect((await bench.keysInEntra()).length).toBe(before.length);
    expect((await bench.namesInEntra()).filter((name) => name === label)).toEqual([label]);
    expect((await bench.rotations())[0]).toMatchObject({ stage: 'finished' });
    retires = credentialId;
    await bench.closeConsole();
  });

  test('no secret of all these stands in the journal or in a document', async () => {
    const keychain = readFileSync(join(folder, 'keychain.json'), 'utf8');
    const secret = must(/\\"secret\\":\\"([^"\\]{30,})/.exec(keychain)?.[1]);
    for (const text of bench.files()) expect(text.includes(secret)).toBe(false);
  });
});
