import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentHandlers } from '../../../main/directory/consent/handlers.ts';
import { createConsentBook } from '../../../main/directory/consent/consent-book.ts';
import { openConsents } from '../../../main/directory/consent/consent-record.ts';
import { chooseCredential } from '../../../main/query/choose-credential.ts';
import * as contract from '../../../preload/contract/consent.ts';
import type { ConsentRow } from '../../../preload/contract/consent.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { clouds, demoWorkspace, identityRig, run, startCloud } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { answerConsentPages } from './consent-browser.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud({ control: true });
});
afterAll(() => cloud.close());

const never = new AbortController().signal;
const felicia = 'felicia.admin@fabrikam.demo.test';

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The demo's apps in the workspace of their home and in that of a client, with a clock that never waits. */
const setUp = async (home = 'Adventure Works', app = 'Adventure Works Warehouse') => {
  const here = demoWorkspace(cloud, home);
  const client = demoWorkspace(cloud, 'Fabrikam');
  const rig = identityRig(cloud, [here, client]);
  const { identity, files } = rig;
  valueOf(await run(identity.handlers['appProfiles.addDemo'], { workspaceId: here.id }));
  const profile = identity.profilesOf(here.id).find(({ name }) => name === app);
  if (profile === undefined) throw new Error(`no app ${app}`);
  const sleeps: number[] = [];
  const book = createConsentBook(openConsents(files.open, () => {}));
  const deadline = new AbortController();
  const handlers = consentHandlers({
    book,
    tokens: identity.tokens,
    now: Date.now,
    clock: { now: Date.now, sleep: async (milliseconds) => void sleeps.push(milliseconds) },
    workspaces: () => [here, client],
    cloudOf: clouds.of,
    profilesOf: identity.profilesOf,
    useIn: identity.useIn,
    signInPages: () => cloud.description.login.http,
    deadline: () => deadline.signal,
    recordActivity: async (record) => void rig.activity.push(record),
    chooseCredential: async (id) => {
      const found = await identity.profileOf(id);
      return found.ok ? chooseCredential(found.value, null, Date.now()) : found;
    },
  });
  const target = { workspaceId: here.id, appProfileId: profile.id, clientWorkspaceId: client.id };
  const list = async (workspaceId = here.id) =>
    contract.list.output.parse(valueOf(await run(handlers['consent.list'], { workspaceId })));
  const stateOf = async () =>
    (await list()).rows.find((row) => row.appProfileId === profile.id && row.workspaceId === client.id)
      ?.state;
  /** Waits for the answer as the window does; `browse` is what the administrator does with the link. */
  const listen = async (
    browse: (url: string) => Promise<unknown>,
    change: { form?: 'v1' | 'v2'; authority?: 'tenant' | 'organizations' } = {},
    signal = never,
  ) => {
    const attempts: number[] = [];
    const input = { ...target, form: 'v1', authority: 'tenant', ...change };
    const result = await run(handlers['consent.listen'], input, signal, async (event) => {
      const told = contract.listen.event.parse(event);
      if (told.kind === 'checking') attempts.push(told.attempt);
      else void browse(told.url);
    });
    return { result, attempts };
  };
  return { ...rig, handlers, here, client, profile, target, list, stateOf, listen, sleeps, deadline, book };
};

const rowOf = (result: Result<unknown>): ConsentRow => contract.consentRowSchema.parse(valueOf(result));

describe('an administrator at this computer', () => {
  test('declines: noted, and told as a refusal', async () => {
    for (const form of ['v1', 'v2'] as const) {
      const { listen, stateOf, activity } = await setUp();
      const { result } = await listen(
        (url) => answerConsentPages(url, [{ account: felicia }, { answer: 'cancel' }]),
        { form },
      );
      expect(result).toMatchObject({ error: { code: 'consent-refused', params: { reason: 'declined' } } });
      expect(await stateOf()).toMatchObject({ status: 'declined', asked: { form } });
      expect(activity.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['consent-asked', 'consent-answered']),
      );
    }
  });

  test('is nobody who may consent', async () => {
    const { listen, stateOf } = await setUp();
    const { result } = await listen((url) =>
      answerConsentPages(url, [{ account: 'dwayne.okoro@fabrikam.demo.test' }, { answer: 'return' }]),
    );
    expect(result).toMatchObject({
      error: { code: 'consent-refused', params: { reason: 'not-admin', aadsts: 90094 } },
    });
    expect(await stateOf()).toMatchObject({ status: 'asked' });
  });

  test('accepts in another tenant: nothing is believed, and it is said', async () => {
    const { listen, stateOf } = await setUp();
    const { result } = await listen(
      (url) => answerConsentPages(url, [{ account: 'adele.admin@contoso.demo.test' }, { answer: 'accept' }]),
      { authority: 'organizations' },
    );
    expect(result).toMatchObject({ error: { code: 'consent-elsewhere' } });
    expect(await stateOf()).toMatchObject({ status: 'asked', checked: { verdict: 'missing' } });
  });

  test('a made-up yes is waited for with patience and then not believed', async () => {
    const { listen, stateOf, sleeps } = await setUp();
    const { result, attempts } = await listen(async (url) => {
      const link = new URL(url).searchParams;
      const made = new URL(link.get('redirect_uri') ?? '');
      made.searchParams.set('admin_consent', 'True');
      made.searchParams.set('state', link.get('state') ?? '');
      await fetch(made);
    });
    expect(rowOf(result).state).toMatchObject({ status: 'asked', checked: { verdict: 'missing' } });
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sleeps.reduce((sum, pause) => sum + pause, 0)).toBe(120_000);
    expect(await stateOf()).toMatchObject({ status: 'asked' });
  });

  test('accepts: verified by a token, the app is used in that workspace, and it stays known', async () => {
    const { listen, stateOf, identity, client, profile, files } = await setUp();
    const { result, attempts } = await listen((url) =>
      answerConsentPages(url, [{ account: felicia }, { answer: 'accept' }]),
    );
    expect(rowOf(result)).toMatchObject({ workspaceId: client.id, state: { status: 'consented' } });
    expect(attempts).toEqual([1]);
    expect(await stateOf()).toMatchObject({ checked: { verdict: 'present', error: null } });
    expect(identity.profilesOf(client.id).map(({ id }) => id)).toEqual([profile.id]);
    const again = createConsentBook(openConsents(files.open, () => {}));
    expect(again.of(client.id, profile.id)).toMatchObject({ known: 'present', seen: true });
    expect(files.bytes('consents.json').toString('utf8')).not.toContain('eyJ');
  });

  test('never answers: cancelled at any moment, or too late; the port is free afterwards', async () => {
    const { listen, deadline } = await setUp();
    let redirect = '';
    const leave = new AbortController();
    const cancelled = await listen(
      async (url) => {
        redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
        leave.abort();
      },
      {},
      leave.signal,
    );
    expect(cancelled.result).toMatchObject({ error: { code: 'cancelled' } });
    await expect(fetch(redirect)).rejects.toThrow('fetch failed');
    const late = await listen(async () => deadline.abort());
    expect(late.result).toMatchObject({ error: { code: 'timed-out', params: { what: 'consent' } } });
  });
});

describe('an administrator elsewhere', () => {
  const ask = async (
    rig: Awaited<ReturnType<typeof setUp>>,
    change: Record<string, unknown> = {},
  ): Promise<Result<unknown>> =>
    run(rig.handlers['consent.ask'], {
      ...rig.target,
      form: 'v1',
      authority: 'tenant',
      redirectUri: null,
      ...change,
    });
  const linkOf = (result: Result<unknown>) => contract.ask.output.parse(valueOf(result)).url;

  test('pastes the address at which the browser ended; only the answer to the last link counts', async () => {
    const rig = await setUp();
    const old = linkOf(await ask(rig));
    const url = linkOf(await ask(rig));
    expect(await rig.stateOf()).toMatchObject({ status: 'asked', asked: { form: 'v1' } });
    const answer = (address: string) => run(rig.handlers['consent.answer'], { ...rig.target, address });
    const yes = [{ account: felicia }, { answer: 'accept' }];
    expect(await answer(await answerConsentPages(old, yes, 'stay'))).toMatchObject({
      error: { code: 'consent-answer-unreadable', params: { reason: 'other-link' } },
    });
    expect(await answer('it worked')).toMatchObject({
      error: { code: 'consent-answer-unreadable', params: { reason: 'not-an-address' } },
    });
    expect(rowOf(await answer(await answerConsentPages(url, yes, 'stay'))).state.status).toBe('consented');
  });

  test.each([
    ['v2 without an address', { form: 'v2' }],
    ['an address without encryption', { redirectUri: 'http://apps.example/consented' }],
    ['an address with a fragment', { redirectUri: 'https://apps.example/#x' }],
    ['something that is no address', { redirectUri: 'apps.example' }],
  ])('%s is refused before anything is noted', async (_name, change) => {
    const rig = await setUp();
    expect(await ask(rig, change)).toMatchObject({
      error: { code: 'invalid-input', params: { path: 'redirectUri' } },
    });
    expect(await rig.stateOf()).toBeUndefined();
  });
});

describe('checking', () => {
  const check = async (rig: Awaited<ReturnType<typeof setUp>>, signal = never) => {
    const rows: ConsentRow[] = [];
    const result = await run(
      rig.handlers['consent.check'],
      {
        workspaceId: rig.here.id,
        items: [{ appProfileId: rig.profile.id, clientWorkspaceId: rig.client.id }],
      },
      signal,
      async (event) => void rows.push(contract.consentRowSchema.parse(event)),
    );
    return { row: rows[0], result };
  };

  test('a disabled service principal is told apart from a missing one', async () => {
    const disabled = await check(await setUp('Contoso', 'Contoso Retired Connector'));
    expect(disabled.row?.state).toMatchObject({
      status: 'principal-disabled',
      checked: { error: { params: { aadsts: 7000112 } } },
    });
    expect(disabled.result).toEqual({ ok: true, value: { checked: 1, of: 1 } });
  });

  test('what was found in a client that nobody asked yet is not lost: it is listed from then on', async () => {
    const rig = await setUp('Contoso', 'Contoso Retired Connector');
    expect(await rig.stateOf()).toBeUndefined();
    await check(rig);
    expect(await rig.stateOf()).toMatchObject({ status: 'principal-disabled' });
  });

  test('a credential that does not work tells nothing', async () => {
    const { row } = await check(await setUp('Contoso', 'Contoso Data Export'));
    expect(row?.state).toMatchObject({ status: 'not-asked', checked: { verdict: 'unknown' } });
    expect(row?.state.checked?.error).not.toBeNull();
  });

  test('cancelled, nothing is noted', async () => {
    const rig = await setUp();
    expect((await check(rig, AbortSignal.abort())).result).toEqual({
      ok: true,
      value: { checked: 0, of: 1 },
    });
    expect(rig.book.of(rig.client.id, rig.profile.id).checked).toBeNull();
  });
});

test('a client sees itself alone; the home of the app sees its clients', async () => {
  const { identity, profile, client, here, list, handlers, target } = await setUp();
  identity.useIn(profile.id, client.id);
  expect((await list(client.id)).rows.map(({ workspaceId }) => workspaceId)).toEqual([client.id]);
  expect((await list(client.id)).clients.map(({ workspaceId }) => workspaceId)).toEqual([client.id]);
  const seen = (await list()).rows.filter(({ appProfileId }) => appProfileId === profile.id);
  expect(seen.map(({ home, workspaceId }) => [workspaceId, home])).toEqual([
    [here.id, true],
    [client.id, false],
  ]);
  const turned = { ...target, workspaceId: client.id, clientWorkspaceId: here.id };
  const asked = { ...turned, form: 'v1', authority: 'tenant', redirectUri: null };
  expect(await run(handlers['consent.ask'], asked)).toMatchObject({ error: { code: 'not-found' } });
});
