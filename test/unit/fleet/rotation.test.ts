import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepProgressSchema } from '../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import { must } from './support/journal-folder.ts';
import { rotationBench } from './support/rotation-bench.ts';
import type { RotationBench } from './support/rotation-bench.ts';

const PATIENCE = 60_000;
const BROKEN = 'Contoso Test';

/** Every case goes on where the one before ended. */
let folder: string;
let bench: RotationBench;
let retires: CredentialId;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 's2s-rotation-'));
  bench = await rotationBench(folder);
  retires = await bench.firstCredential();
}, PATIENCE);
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (make: 'secret' | 'certificate'): TenantChange => {
  const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();
  return {
    kind: 'rotate',
    appProfileId: bench.appProfileId,
    retires,
    make: make === 'secret' ? { type: make, endsOn } : { type: make, endsOn, keyBits: 2048 },
    leaveOut: [],
  };
};

const newest = async () => must((await bench.rotations())[0]);

const finish = async () => {
  const { id: rotationId, credentialId } = await newest();
  await bench.carryOut({ kind: 'finish-rotation', rotationId, leaveOut: [] });
  retires = credentialId;
};

describe('C10: a rotation', { timeout: PATIENCE }, () => {
  test('waits until Entra takes the new secret, proves it everywhere, and only then puts it to use', async () => {
    await bench.control({ credentialLagMilliseconds: 1500 });
    await bench.carryOut(begin('secret'));
    await bench.control({ credentialLagMilliseconds: 0 });
    const { stage, proofs, credentialId } = await newest();
    expect([stage, proofs.map(({ state }) => state)]).toEqual(['switched', ['proved', 'proved', 'proved']]);
    const profile = await bench.profile();
    expect(profile.current).toBe(credentialId);
    expect(profile.credentials.find(({ id }) => id === retires)).toMatchObject({ retiring: true });
    await finish();
    expect((await newest()).stage).toBe('finished');
  });

  test('goes to a certificate that is made here, of which Entra gets the public part beside the others', async () => {
    const before = await bench.keysInEntra();
    await bench.carryOut(begin('certificate'));
    const { credentialId } = await newest();
    const made = must((await bench.profile()).credentials.find(({ id }) => id === credentialId));
    expect(made).toMatchObject({ kind: 'certificate', kept: 'keychain', notInEntraYet: false });
    expect(made.keyId).not.toBeNull();
    await finish();
    expect(await bench.keysInEntra()).toEqual(before.slice(1));
  });

  test('stops before the switch where an environment refuses, tells why, and goes on without it when a person says so', async () => {
    const broken = must(bench.environments.find(({ name }) => name === BROKEN));
    const plan = await bench.plan(begin('secret'));
    await bench.control({ target: new URL(broken.url).host, fault: 'html' });
    expect(await bench.applyPlan(plan)).toBe('partly-failed');
    const { id: rotationId, stage, proofs } = await newest();
    expect(stage).toBe('proving');
    expect(proofs.map(({ environmentName, state }) => [environmentName, state])).toEqual([
      ['Contoso Development', 'proved'],
      ['Contoso Production', 'proved'],
      [BROKEN, 'failed'],
    ]);
    expect(proofs.find(({ state }) => state === 'failed')?.error?.code).toBe('unexpected-answer');
    expect((await bench.profile()).current).toBe(retires);
    const leaveOut = [broken.id];
    expect(await bench.refusal({ kind: 'finish-rotation', rotationId, leaveOut })).toBe('rotation-not-ready');
    await bench.carryOut({ kind: 'continue-rotation', rotationId, leaveOut });
    expect((await newest()).stage).toBe('switched');
    expect(await bench.refusal({ kind: 'finish-rotation', rotationId, leaveOut: [] })).toBe(
      'credential-unproved',
    );
    await bench.control(null);
    await bench.carryOut({ kind: 'finish-rotation', rotationId, leaveOut });
    expect((await newest()).stage).toBe('finished');
    retires = (await newest()).credentialId;
  });

  test('cancelled while it waits for Entra ends as cancelled and continues', async () => {
    await bench.control({ credentialLagMilliseconds: 6000 });
    const plan = await bench.plan(begin('secret'));
    const cancel = new AbortController();
    const end = await bench.applyPlan(
      plan,
      (event) => {
        const { stepId, state } = stepProgressSchema.parse(event);
        if (stepId.includes('await-credential') && state === 'running') cancel.abort();
      },
      cancel.signal,
    );
    expect(end).toBe('cancelled');
    await bench.control({ credentialLagMilliseconds: 0 });
    const { id: rotationId, stage } = await newest();
    expect(stage).toBe('proving');
    await bench.carryOut({ kind: 'continue-rotation', rotationId, leaveOut: [] });
    expect((await newest()).stage).toBe('switched');
  });
});
