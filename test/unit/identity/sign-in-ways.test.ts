import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answeringChallenges, claimsAskedFor } from '../../../main/identity/claims-challenge.ts';
import * as contract from '../../../preload/contract/identity.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { explain } from '../../../preload/contract/words/texts/en.ts';
import { signInStepwise, typeCodeAs } from './device.ts';
import { administratorOf, claimsOf, demoWorkspace, identityRig, personOf, run, startCloud } from './rig.ts';
import type { RunningCloud } from './rig.ts';

const never = new AbortController().signal;
const DISCOVERY = 'https://globaldisco.crm.demo.test';
const GRAPH = 'https://graph.demo.test';
const DEV = 'https://contoso-dev.crm4.demo.test';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud({ control: true, deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 } });
});
afterAll(() => cloud.close());

type Steps = readonly Readonly<Record<string, string>>[];

/** Identity whose person does what the test says on the pages. */
const personRig = () => {
  const workspace = demoWorkspace(cloud, 'Contoso');
  let steps: Steps = [];
  let pages = 0;
  const rig = identityRig(cloud, [workspace], {
    openBrowser: async (url) => {
      pages += 1;
      void signInStepwise(url, steps).catch(() => '');
      return ok(null);
    },
  });
  const { handlers, tokens } = rig.identity;
  const workspaceId = workspace.id;
  return {
    ...rig,
    workspaceId,
    pages: () => pages,
    signIn: (what: Steps, purpose?: contract.SignInPurpose) => {
      steps = what;
      return run(handlers['identity.signIn'], { workspaceId, ...(purpose === undefined ? {} : { purpose }) });
    },
    withCode: (act: (page: string, code: string) => void, signal: AbortSignal = never) =>
      run(handlers['identity.signInWithCode'], { workspaceId }, signal, async (event) => {
        const { userCode, verificationUrl } = contract.signInWithCode.event.parse(event);
        act(verificationUrl, userCode);
      }),
    state: async () => {
      const answer = await run(handlers['identity.account'], { workspaceId });
      return contract.account.output.parse(answer.ok ? answer.value : null);
    },
    token: (resource: string, needs = {}) => tokens.forAdmin(workspaceId, resource, never, needs),
    accountId: async () => {
      const answer = await run(handlers['identity.account'], { workspaceId });
      return contract.account.output.parse(answer.ok ? answer.value : null).account?.accountId ?? '';
    },
  };
};
const demand = async (account: string, kind: string): Promise<void> => {
  const { control = '' } = cloud.description;
  await fetch(control, { method: 'POST', body: JSON.stringify({ account, demand: kind }) });
};
const titleOf = (result: Result<unknown>): string => (result.ok ? 'no failure' : explain(result.error).title);

describe('signing in with a code', () => {
  test('brings the account and silent tokens, like the browser', async () => {
    const { withCode, token, files } = personRig();
    const adele = administratorOf(cloud, 'Contoso');
    let page = Promise.resolve('');
    const done = await withCode((url, code) => {
      page = typeCodeAs(url, code, [{ account: adele }]);
    });
    expect(await page).toContain('You have signed in');
    expect(done).toMatchObject({ ok: true, value: { account: { username: adele }, state: 'signed-in' } });
    const other = await token(DEV);
    expect(other.ok ? claimsOf(other.value.token)['upn'] : other.error).toBe(adele);
    files.remove();
  });

  test('ends when the person declines on the page', async () => {
    const { withCode, files } = personRig();
    const done = await withCode((url, code) => void typeCodeAs(url, code, [{ cancel: '1' }]));
    expect(done).toMatchObject({ ok: false, error: { code: 'sign-in-cancelled' } });
    files.remove();
  });

  test('ends at once when the call is cancelled', async () => {
    const { withCode, files } = personRig();
    const controller = new AbortController();
    const done = await withCode(() => controller.abort(), controller.signal);
    expect(done).toMatchObject({ ok: false, error: { code: 'sign-in-cancelled' } });
    files.remove();
  });

  test.each([
    ['karel', 53003, 'return', 'A Conditional Access policy blocks this sign-in'],
    ['dirk', 50057, 'return', 'The account is disabled'],
    ['mirthe', 500121, 'deny', 'The sign-in request was not approved'],
  ])(
    '%s, whom AADSTS%d keeps out on the other device, is told why',
    async (beginning, aadsts, answer, title) => {
      const { withCode, files } = personRig();
      const account = personOf(cloud, beginning);
      const done = await withCode((url, code) => void typeCodeAs(url, code, [{ account }, { answer }]));
      expect(done).toMatchObject({ ok: false, error: { code: 'entra', params: { aadsts } } });
      expect(titleOf(done)).toBe(title);
      files.remove();
    },
  );
});

test('a code that nobody types in time has expired', async () => {
  let time = Date.now();
  const slow = await startCloud({
    now: () => time,
    deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 },
  });
  const workspace = demoWorkspace(slow, 'Contoso');
  const { identity, files } = identityRig(slow, [workspace]);
  const done = await run(
    identity.handlers['identity.signInWithCode'],
    { workspaceId: workspace.id },
    never,
    async () => {
      time += 900_000;
    },
  );
  expect(done).toMatchObject({ ok: false, error: { code: 'device-code-expired' } });
  files.remove();
  await slow.close();
});

describe('people for whom signing in goes wrong', () => {
  test.each([
    ['karel', 53003, 'A Conditional Access policy blocks this sign-in'],
    ['dirk', 50057, 'The account is disabled'],
    ['petra', 50055, 'The password has expired'],
    ['colin', 50020, 'This account is not in the tenant'],
  ])('%s: AADSTS%d is told with its number', async (beginning, aadsts, title) => {
    const { signIn, files } = personRig();
    const done = await signIn([{ account: personOf(cloud, beginning) }, { answer: 'return' }]);
    expect(done).toMatchObject({ ok: false, error: { code: 'entra', params: { aadsts } } });
    expect(titleOf(done)).toBe(title);
    files.remove();
  });

  test('a second factor that is approved signs in, one that is denied does not', async () => {
    const { signIn, files } = personRig();
    const account = personOf(cloud, 'mirthe');
    const denied = await signIn([{ account }, { answer: 'deny' }]);
    expect(titleOf(denied)).toBe('The sign-in request was not approved');
    expect(await signIn([{ account }, { answer: 'approve' }])).toMatchObject({ ok: true });
    files.remove();
  });

  test('a second factor that is asked for later shows at the account, and signing in again cures it', async () => {
    const { signIn, token, state, accountId, files } = personRig();
    const account = personOf(cloud, 'mirthe');
    await signIn([{ account }, { answer: 'approve' }]);
    await demand(account, 'mfa');
    expect(await token(DEV)).toMatchObject({
      ok: false,
      error: { code: 'sign-in-needed', params: { aadsts: 50076 } },
    });
    const { accounts } = await state();
    expect(accounts[0]).toMatchObject({ state: 'expired', trouble: { params: { aadsts: 50076 } } });
    await signIn([{ account }, { answer: 'approve' }], { kind: 'again', accountId: await accountId() });
    expect((await token(DEV)).ok).toBe(true);
    expect((await state()).accounts).toMatchObject([{ state: 'signed-in', trouble: null }]);
    files.remove();
  });
});

describe('Microsoft Graph, one permission at a time', () => {
  const read = { permission: 'Application.Read.All' } as const;

  test('nothing is asked at sign-in; the first use says what is missing, and consent is for exactly that', async () => {
    const { signIn, token, files } = personRig();
    const adele = administratorOf(cloud, 'Contoso');
    await signIn([{ account: adele }]);
    const missing = await token(GRAPH, read);
    expect(missing).toMatchObject({
      ok: false,
      error: { code: 'graph-consent-needed', params: { permission: 'Application.Read.All' } },
    });
    const declined = await signIn([{ account: adele }, { answer: 'decline' }], { kind: 'graph', ...read });
    expect(titleOf(declined)).toBe('Consent was declined');
    expect(
      await signIn([{ account: adele }, { answer: 'accept' }], { kind: 'graph', ...read }),
    ).toMatchObject({
      ok: true,
    });
    const granted = await token(GRAPH, read);
    expect(granted.ok ? claimsOf(granted.value.token)['scp'] : granted.error).toBe(
      'User.Read Application.Read.All',
    );
    expect(await token(GRAPH, { permission: 'Application.ReadWrite.All' })).toMatchObject({ ok: false });
    // Whoever asks for an environment is not bothered by what Graph lacks.
    expect((await token(DEV)).ok).toBe(true);
    files.remove();
  });

  test('somebody who is no administrator is told that one is needed', async () => {
    const { signIn, files } = personRig();
    const account = personOf(cloud, 'bram');
    await signIn([{ account }]);
    const refused = await signIn([{ account }, { answer: 'return' }], {
      kind: 'graph',
      permission: 'Application.ReadWrite.All',
    });
    expect(titleOf(refused)).toBe('Only an administrator can allow this');
    files.remove();
  });
});

describe('claims challenges', () => {
  const whoAmI = async (rig: ReturnType<typeof personRig>) => {
    const token = await rig.token(DEV);
    if (!token.ok) return token;
    const client = answeringChallenges(cloud.http, (claims) => rig.token(DEV, { claims }));
    return client.send({
      method: 'GET',
      url: `${DEV}/api/data/v9.2/WhoAmI`,
      headers: { authorization: `Bearer ${token.value.token}` },
      pinnedOrigin: DEV,
      retry: 'safe',
      signal: never,
    });
  };

  test('lead to a sign-in with those claims, after which the resource answers', async () => {
    const rig = personRig();
    const adele = administratorOf(cloud, 'Contoso');
    await rig.signIn([{ account: adele }]);
    expect(await whoAmI(rig)).toMatchObject({ ok: true, value: { status: 200 } });
    await demand(adele, 'claims');
    expect(await whoAmI(rig)).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    // The other resources still have their tokens.
    expect((await rig.token(DISCOVERY)).ok).toBe(true);
    const purpose = { kind: 'again', accountId: await rig.accountId() } as const;
    expect(await rig.signIn([{ account: adele }], purpose)).toMatchObject({ ok: true });
    expect(await whoAmI(rig)).toMatchObject({ ok: true, value: { status: 200 } });
    rig.files.remove();
  });

  const challenge = (claims: string, error = 'insufficient_claims') => ({
    status: 401,
    headers: { 'www-authenticate': `Bearer realm="", error="${error}", claims="${claims}"` },
  });
  test('are read as the documentation has them, and nothing else is', () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"cp1"}}}';
    const encoded = Buffer.from(claims).toString('base64');
    expect(claimsAskedFor(challenge(encoded))).toBe(claims);
    expect(claimsAskedFor({ ...challenge(encoded), status: 403 })).toBeNull();
    expect(claimsAskedFor(challenge(encoded, 'invalid_token'))).toBeNull();
    expect(claimsAskedFor(challenge('bm90IGpzb24='))).toBeNull();
    expect(claimsAskedFor(challenge(Buffer.from('[1]').toString('base64')))).toBeNull();
    expect(claimsAskedFor(challenge('A'.repeat(5000)))).toBeNull();
    expect(claimsAskedFor({ status: 401, headers: {} })).toBeNull();
  });
});
