import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { stepProgressSchema } from '../../../preload/contract/fleet.ts';
import type { Plan, StepProgress } from '../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { AppProfileId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { explain } from '../../../preload/contract/words/texts/explain.ts';
import { memoryKeychain } from '../identity/memory-keychain.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { folderConsole } from './support/folder-console.ts';
import type { FolderConsole } from './support/folder-console.ts';
import { canFillDisk, fillDisk, freeDisk } from './support/full-disk.ts';
import { must } from './support/journal-folder.ts';

if (!canFillDisk) console.log('skipped: a disk that is really full (no prlimit here)');

let cloud: RunningCloud;
let folder: string;
let account: string;
let opened: FolderConsole;
let workspaceId: WorkspaceId;
let appProfileId: AppProfileId;
const keychain = memoryKeychain();

/** What happens on this computer at the moment at which Microsoft Graph has answered such a request. */
let after: readonly [url: string, happens: () => void] | null = null;
/** Requests that find no network. */
let unreachable = '';
/** Documents that the disk refuses, as the file port tells it. */
let refused: string | null = null;

const plain = nodeTransport();
const transport: Transport = async (request) => {
  if (unreachable !== '' && request.url.endsWith(unreachable))
    throw Object.assign(new Error('fetch failed'), { code: 'ECONNREFUSED' });
  const answer = await plain(request);
  if (after === null || request.method === 'GET' || !request.url.endsWith(after[0])) return answer;
  const body = await answer.text();
  after[1]();
  return { ...answer, text: async () => body };
};
const refuse = (name: string): void => {
  refused = name;
};
const beforeWrite = (name: string): void => {
  if (name === refused)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
};

const open = () => folderConsole(folder, cloud, { transport, account, keychain, beforeWrite });

beforeAll(async () => {
  cloud = await startCloud();
  folder = mkdtempSync(join(tmpdir(), 's2s-not-kept-'));
  account = administratorOf(cloud, 'Contoso');
  opened = await open();
  const { workspaces } = await opened.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await opened.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
  await opened.get(contract['identity.signIn'], { workspaceId, purpose });
  await apply(
    await plan({
      kind: 'register-application',
      name: 'Careful',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    }),
  );
  appProfileId = must(await profileNamed('Careful')).id;
});
afterEach(() => {
  if (canFillDisk) freeDisk();
  after = null;
  unreachable = '';
  refused = null;
});
afterAll(async () => {
  await opened.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (change: TenantChange) => opened.get(contract['fleet.planTenant'], { workspaceId, change });

/** Applies a plan; tells the last thing said of each step, and the answer. */
const apply = async ({ id: planId, digest, confirmations }: Plan) => {
  const told = new Map<string, StepProgress>();
  const answer = await opened.ask('fleet.apply', { planId, digest, confirmations }, (event) => {
    const progress = stepProgressSchema.parse(event);
    told.set(progress.stepId, progress);
  });
  return { answer, steps: [...told.values()] };
};

const profileNamed = async (wanted: string) => {
  const { profiles } = await opened.get(contract['appProfiles.list'], { workspaceId });
  return profiles.find(({ name }) => name === wanted);
};
/** Key ids of the secrets and certificates that Entra has of the app. */
const keysInEntra = async (): Promise<readonly string[]> => {
  const { clientId } = must(await profileNamed('Careful'));
  const { application } = await opened.get(contract['directory.app'], { workspaceId, clientId });
  return must(application).credentials.map(({ keyId }) => keyId);
};
const newestOperation = async () => {
  const { operations } = await opened.get(contract['fleet.operations'], { workspaceId });
  const { id: operationId } = must(operations[0]);
  return opened.get(contract['fleet.operation'], { workspaceId, operationId });
};
const inAQuarter = (): string => new Date(Date.now() + 90 * 86_400_000).toISOString();
const secret = (label: string): TenantChange => ({
  kind: 'add-secret',
  appProfileId,
  label,
  endsOn: inAQuarter(),
});
const GUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const noOrphan = async (): Promise<void> => {
  const { profiles } = await opened.get(contract['appProfiles.list'], { workspaceId });
  const known = new Set(profiles.flatMap(({ credentials }) => credentials.map(({ id }) => `value:${id}`)));
  const kept = keychain.references().filter((one) => /^value:[0-9a-f]{8}-/.test(one));
  expect(kept.filter((one) => !known.has(one))).toEqual([]);
};

describe('C7, C10: what Entra made and this computer cannot keep', () => {
  test('a secret is removed from Entra again, the step says so with its key id, and the next try works', async () => {
    const before = await keysInEntra();
    after = ['/addPassword', () => refuse('app-profiles')];
    const { answer, steps } = await apply(await plan(secret('nightly')));
    refused = null;
    const error = { code: 'secret-not-kept', params: { name: 'nightly', keyId: GUID, reason: 'full' } };
    expect(answer).toMatchObject({ ok: true, value: { state: 'failed' } });
    expect(steps).toMatchObject([{ state: 'failed', error }]);
    // The journal tells the same, and nothing of it is anywhere.
    expect((await newestOperation()).tenant?.first).toMatchObject([{ state: 'failed', error }]);
    expect(await keysInEntra()).toEqual(before);
    await noOrphan();
    after = null;
    expect((await apply(await plan(secret('nightly')))).answer).toMatchObject({
      value: { state: 'succeeded' },
    });
    expect(await keysInEntra()).toHaveLength(before.length + 1);
  });

  test('a secret that Entra keeps all the same is named with its key id', async () => {
    const before = await keysInEntra();
    after = ['/addPassword', () => refuse('app-profiles')];
    unreachable = '/removePassword';
    const { steps } = await apply(await plan(secret('stuck')));
    refused = null;
    const left = (await keysInEntra()).filter((keyId) => !before.includes(keyId));
    expect(left).toHaveLength(1);
    expect(steps).toMatchObject([
      { error: { code: 'secret-left-behind', params: { name: 'stuck', keyId: left[0], reason: 'full' } } },
    ]);
    const { cause, remedies } = explain(must(must(steps[0]).error));
    expect(cause).toContain(left[0]);
    expect(remedies[0]).toContain('Remove the client secret');
    // Whoever asks for another one has it removed.
    after = null;
    unreachable = '';
    const next = await plan(secret('unstuck'));
    expect(next.tenant?.first.map(({ kind, subject }) => `${kind} ${subject.slice(0, 5)}`)).toEqual([
      'remove-secret stuck',
      'add-secret unstu',
    ]);
    await apply(next);
    expect(await keysInEntra()).not.toContain(left[0]);
  });

  test('a rotation stops there, has nothing left in Entra, and continues', async () => {
    const before = await keysInEntra();
    const retires = must(must(await profileNamed('Careful')).credentials.at(-1)).id;
    const make = { type: 'secret', endsOn: inAQuarter() } as const;
    after = ['/addPassword', () => refuse('app-profiles')];
    const { steps } = await apply(await plan({ kind: 'rotate', appProfileId, retires, make, leaveOut: [] }));
    refused = null;
    after = null;
    expect(steps[0]).toMatchObject({ state: 'failed', error: { code: 'secret-not-kept' } });
    expect(await keysInEntra()).toEqual(before);
    const { rotations } = await opened.get(contract['fleet.rotations'], { workspaceId });
    const { id: rotationId, stage } = must(rotations[0]);
    expect(stage).toBe('adding');
    const again = await apply(await plan({ kind: 'continue-rotation', rotationId, leaveOut: [] }));
    expect(again.answer).toMatchObject({ value: { state: 'succeeded' } });
    expect(await keysInEntra()).toHaveLength(before.length + 1);
  });

  test('a certificate that Entra took is not lost when that cannot be noted', async () => {
    const { credentialId } = await opened.get(contract['appProfiles.makeCertificate'], {
      id: appProfileId,
      label: 'signed',
      subject: 'Careful',
      bits: 2048,
      validUntil: inAQuarter(),
    });
    const uploaded = await plan({ kind: 'upload-certificate', appProfileId, credentialId });
    const before = await keysInEntra();
    refuse('app-profiles');
    const { steps } = await apply(uploaded);
    // Whoever only looks is not refused, and notes it as soon as the disk takes it.
    const noted = async () =>
      must(await profileNamed('Careful')).credentials.find(({ id }) => id === credentialId);
    const [keyId] = (await keysInEntra()).filter((one) => !before.includes(one));
    expect(await noted()).toMatchObject({ notInEntraYet: true, keyId: null });
    refused = null;
    await keysInEntra();
    expect(await noted()).toMatchObject({ notInEntraYet: false, keyId });
    expect(steps).toMatchObject([
      {
        state: 'failed',
        error: { code: 'certificate-not-noted', params: { name: 'signed', keyId, reason: 'full' } },
      },
    ]);
    // It is known by its thumbprint: nothing is left to upload.
    expect((await plan({ kind: 'upload-certificate', appProfileId, credentialId })).tenant?.first).toEqual(
      [],
    );
  });

  test('an app that was registered is told with its client id, and registering it again uses it', async () => {
    const change: TenantChange = {
      kind: 'register-application',
      name: 'Homeless',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    };
    const made = await plan(change);
    after = ['/servicePrincipals', () => refuse('app-profiles')];
    const { steps } = await apply(made);
    refused = null;
    const { params } = must(must(steps.at(-1)).error);
    expect(steps.map(({ state, error }) => error?.code ?? state)).toEqual([
      'verified',
      'verified',
      'app-not-kept',
    ]);
    expect(await profileNamed('Homeless')).toBeUndefined();
    after = null;
    const again = await plan(change);
    expect(again.tenant?.first[0]).toMatchObject({ risks: [] });
    expect((await apply(again)).answer).toMatchObject({ value: { state: 'succeeded' } });
    expect((await profileNamed('Homeless'))?.clientId).toBe(params['clientId']);
  });

  test('a secret that a person typed is told, too, and is in no vault without a record', async () => {
    refuse('app-profiles');
    const typed = {
      id: appProfileId,
      label: 'typed',
      secret: 'abc8Q~0123456789abcdefghijklmnopqrstuvwx',
      expiresOn: null,
    };
    expect(await opened.ask('appProfiles.addSecret', typed)).toMatchObject({
      ok: false,
      error: { code: 'disk-refused', params: { what: 'app-profiles', reason: 'full' } },
    });
    refused = null;
    await noOrphan();
  });

  test.skipIf(!canFillDisk)(
    'with a disk that is really full the secret is taken back, the window hears of it, and Activity tells that it is not recorded',
    async () => {
      const before = await keysInEntra();
      const made = await plan(secret('no room'));
      after = ['/addPassword', fillDisk];
      const { answer, steps } = await apply(made);
      // Before anything else is asked of Entra, a change is refused.
      after = null;
      const more = await apply(await plan(secret('no room')));
      freeDisk();
      expect(steps).toMatchObject([
        { state: 'failed', error: { code: 'secret-not-kept', params: { name: 'no room', keyId: GUID } } },
      ]);
      const refusal = { ok: false, error: { code: 'journal-unwritable', params: { reason: 'full' } } };
      expect(answer).toMatchObject(refusal);
      expect(more).toMatchObject({ answer: refusal, steps: [] });
      expect(await keysInEntra()).toEqual(before);
      await noOrphan();
      await opened.close();
      opened = await open();
      const { summary, tenant } = await newestOperation();
      expect(summary.state).toBe('interrupted');
      expect(tenant?.first).toMatchObject([{ state: 'unrecorded' }]);
      const again = await apply(await plan(secret('no room')));
      expect(again.answer).toMatchObject({ value: { state: 'succeeded' } });
    },
  );

  test.skipIf(!canFillDisk)(
    'a console on a full disk opens all the same, and says that it changes nothing',
    async () => {
      await opened.close();
      fillDisk();
      try {
        opened = await open();
      } finally {
        freeDisk();
      }
      const { notices } = await opened.get(contract['app.start'], {});
      expect(notices).toContainEqual({ id: 'journal-unwritable', kind: 'journal-unwritable', params: {} });
    },
  );
});
