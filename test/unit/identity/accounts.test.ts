import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSignIns } from '../../../main/identity/stored-sign-ins.ts';
import * as contract from '../../../preload/contract/identity.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { signInAs } from './browser.ts';
import {
  administratorOf,
  claimsOf,
  demoWorkspace,
  identityRig,
  personOf,
  run,
  startCloud,
  tokenRequests,
} from './rig.ts';
import type { RunningCloud } from './rig.ts';

const never = new AbortController().signal;
const DISCOVERY = 'https://globaldisco.crm.demo.test';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

/** Identity whose browser signs in whoever is next. */
const accountsRig = (workspaces: readonly Workspace[], change: Parameters<typeof identityRig>[2] = {}) => {
  let next = '';
  const rig = identityRig(cloud, workspaces, {
    openBrowser: async (url) => {
      void signInAs(url, next);
      return ok(null);
    },
    ...change,
  });
  const { handlers, tokens } = rig.identity;
  const decoded = (answer: Awaited<ReturnType<typeof run>>): contract.AccountOutput => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return contract.account.output.parse(answer.value);
  };
  return {
    ...rig,
    signIn: async ({ id: workspaceId }: Workspace, username: string) => {
      next = username;
      return decoded(await run(handlers['identity.signIn'], { workspaceId }));
    },
    state: async ({ id: workspaceId }: Workspace) =>
      decoded(await run(handlers['identity.account'], { workspaceId })),
    switchTo: ({ id: workspaceId }: Workspace, accountId: string) =>
      run(handlers['identity.switchAccount'], { workspaceId, accountId }),
    signOut: ({ id: workspaceId }: Workspace, accountId?: string) =>
      run(
        handlers['identity.signOut'],
        accountId === undefined ? { workspaceId } : { workspaceId, accountId },
      ),
    /** Whose token it is, or the code of the error. */
    who: async ({ id }: Workspace, resource = DISCOVERY) => {
      const token = await tokens.forAdmin(id, resource, never);
      return token.ok ? claimsOf(token.value.token)['upn'] : token.error.code;
    },
  };
};

const idOf = (state: contract.AccountOutput, username: string): string =>
  state.accounts.find(({ account }) => account.username === username)?.account.accountId ?? '';

describe('several accounts in one workspace', () => {
  test('a second one leaves the first, becomes the current one, and each has tokens of its own', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { signIn, switchTo, who, state, identity, files } = accountsRig([workspace]);
    const adele = administratorOf(cloud, 'Contoso');
    const bram = personOf(cloud, 'bram');
    await signIn(workspace, adele);
    expect(await who(workspace)).toBe(adele);
    const both = await signIn(workspace, bram);
    expect(both.accounts.map(({ account, current }) => [account.username, current])).toEqual([
      [adele, false],
      [bram, true],
    ]);
    expect(await who(workspace)).toBe(bram);
    expect(identity.userOf(workspace.id)).toBe(bram);

    expect(await switchTo(workspace, idOf(both, adele))).toMatchObject({
      ok: true,
      value: { account: { username: adele } },
    });
    const before = tokenRequests(cloud);
    expect(await who(workspace)).toBe(adele);
    expect(tokenRequests(cloud) - before).toBe(0);
    expect((await state(workspace)).account?.username).toBe(adele);
    files.remove();
  });

  test('both and the choice survive a restart', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const adele = administratorOf(cloud, 'Contoso');
    const before = accountsRig([workspace]);
    await before.signIn(workspace, adele);
    const both = await before.signIn(workspace, personOf(cloud, 'bram'));
    await before.switchTo(workspace, idOf(both, adele));

    const after = accountsRig([workspace], { vault: before.vault });
    const now = await after.state(workspace);
    expect(now.accounts).toHaveLength(2);
    expect(now.account?.username).toBe(adele);
    expect(await after.who(workspace)).toBe(adele);
    before.files.remove();
    after.files.remove();
  });

  test('signing in again as the same person makes no second entry', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { signIn, files } = accountsRig([workspace]);
    await signIn(workspace, administratorOf(cloud, 'Contoso'));
    expect((await signIn(workspace, administratorOf(cloud, 'Contoso'))).accounts).toHaveLength(1);
    files.remove();
  });

  test('signing one out takes its tokens and cache out of memory and vault, and leaves the other', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { signIn, signOut, who, state, vault, activity, files } = accountsRig([workspace]);
    const adele = administratorOf(cloud, 'Contoso');
    const bram = personOf(cloud, 'bram');
    await signIn(workspace, adele);
    const both = await signIn(workspace, bram);
    expect(await signOut(workspace, idOf(both, bram))).toEqual(ok({}));
    expect((await state(workspace)).accounts.map(({ account }) => account.username)).toEqual([adele]);
    expect(await who(workspace)).toBe(adele);
    const kept = await vault.get(`sign-in-${workspace.id}`);
    expect(kept.ok ? kept.value : '').not.toContain(bram);
    expect(activity.at(-1)?.summary).toBe(`Signed out ${bram}`);
    files.remove();
  });

  test('signing out the last one leaves nothing in the vault', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const { signIn, signOut, who, keychain, files } = accountsRig([workspace]);
    const one = await signIn(workspace, administratorOf(cloud, 'Contoso'));
    await signOut(workspace, one.account?.accountId);
    expect(keychain.references()).toEqual([]);
    expect(await who(workspace)).toBe('sign-in-needed');
    files.remove();
  });

  test('nobody can be made current or signed out who is not there', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const other = demoWorkspace(cloud, 'Contoso');
    const { signIn, switchTo, files } = accountsRig([workspace, other]);
    const { account } = await signIn(workspace, administratorOf(cloud, 'Contoso'));
    // The same person signed in to another workspace of the same tenant is nobody here.
    expect(await switchTo(other, account?.accountId ?? '')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    files.remove();
  });
});

describe('two workspaces never share an account or a token', () => {
  test('of the same tenant: what one signs in or out is nothing to the other', async () => {
    const [one, two] = [demoWorkspace(cloud, 'Contoso'), demoWorkspace(cloud, 'Contoso')];
    const { signIn, signOut, who, state, files } = accountsRig([one, two]);
    const adele = administratorOf(cloud, 'Contoso');
    const here = await signIn(one, adele);
    expect(await who(two)).toBe('sign-in-needed');
    expect((await state(two)).accounts).toEqual([]);
    await signIn(two, adele);
    const before = tokenRequests(cloud);
    await who(two, 'https://contoso.crm4.demo.test');
    await who(one, 'https://contoso.crm4.demo.test');
    expect(tokenRequests(cloud) - before).toBe(2);

    await signOut(one, here.account?.accountId);
    expect(await who(one)).toBe('sign-in-needed');
    expect(await who(two)).toBe(adele);
    files.remove();
  });
});

describe('what earlier versions stored', () => {
  const scope = {
    cloud: 'demo',
    tenantId: '11111111-1111-4111-8111-111111111111',
    clientId: '22222222-2222-4222-8222-222222222222',
  };
  const account = { username: 'a@b.test', name: 'A', tenantId: scope.tenantId };
  const first = { version: 1, scope, account, homeAccountId: 'o.t', cache: '{}' };

  test('version 1, with one account, becomes a list of one', () => {
    const { version: _version, ...signIn } = first;
    expect(readSignIns(JSON.stringify(first))).toEqual({ version: 2, current: 'o.t', accounts: [signIn] });
  });

  test('a sign-in kept by version 1 still works', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const adele = administratorOf(cloud, 'Contoso');
    const before = accountsRig([workspace]);
    await before.signIn(workspace, adele);
    const kept = await before.vault.get(`sign-in-${workspace.id}`);
    const signIn = readSignIns(kept.ok ? kept.value : '')?.accounts[0];
    await before.vault.put(`sign-in-${workspace.id}`, JSON.stringify({ version: 1, ...signIn }));

    const after = accountsRig([workspace], { vault: before.vault });
    expect(await after.who(workspace)).toBe(adele);
    expect((await after.signIn(workspace, personOf(cloud, 'bram'))).accounts).toHaveLength(2);
    before.files.remove();
    after.files.remove();
  });

  test.each(['', '{', '[]', '{"version":3}', JSON.stringify({ ...first, extra: 1 })])(
    '%s is nobody',
    (text) => {
      expect(readSignIns(text)).toBeNull();
    },
  );
});
