import { randomUUID } from 'node:crypto';
import type { DemoCloud } from '../../../main/hosts/demo-cloud.ts';
import type { Keychain } from '../../../main/vault/keychain.ts';
import { contract } from '../../../preload/contract/index.ts';
import { openRealConsole } from '../../support/console/real-console.ts';
import type { RealConsole } from '../../support/console/real-console.ts';
import { signInAs } from '../../unit/identity/browser.ts';
import type { KnownValues } from './placeholders.ts';

const ADMIN = 'adele.admin@contoso.demo.test';

/** A console in which there is something to ask for, and what is in it. */
export type FuzzWorld = {
  readonly console: RealConsole;
  /** Brings back what a volley may have removed or signed out, and tells what is there now. */
  readonly settle: () => Promise<KnownValues>;
  readonly close: () => Promise<void>;
};

const answered = (text: string): unknown => {
  const reply = JSON.parse(text);
  if (reply.ok !== true) throw new Error(`refused: ${text.slice(0, 1000)}`);
  return reply.value;
};

/** Asks the console as a correct page does. */
const asPage = (console: RealConsole) => {
  const request = async (kind: 'call' | 'start', id: string, method: string, input: unknown) =>
    answered(await console.request(JSON.stringify({ kind, id, method, input }), true));
  return {
    call: (method: string, input: unknown) => request('call', randomUUID(), method, input),
    /** The stream's output. */
    stream: async (method: string, input: unknown): Promise<unknown> => {
      const id = randomUUID();
      const ended = new Promise<unknown>((resolve, reject) => {
        const stop = console.listen((text) => {
          const push = JSON.parse(text);
          if (push.id !== id) return;
          if (push.kind === 'event')
            void console.request(JSON.stringify({ kind: 'credit', id, seq: push.seq }), true);
          else {
            stop();
            if (push.reply.ok === true) resolve(push.reply.value);
            else reject(new Error(`ended with ${JSON.stringify(push.reply)}`));
          }
        });
      });
      await request('start', id, method, input);
      return ended;
    },
  };
};

const MOST_PLANS = 4;

/** Opens a console on the demo cloud, signed in, with environments, apps and plans. */
export const openFuzzWorld = async (places: {
  readonly demoCloud: DemoCloud;
  readonly dataFolder: string;
  readonly keychain: Keychain;
}): Promise<FuzzWorld> => {
  const { demoCloud } = places;
  const console = await openRealConsole({
    ...places,
    // Most sign-in pages are answered by a person; the others were asked for with a name that nobody has.
    openLink: async (url) => {
      if (url.includes('/authorize')) await signInAs(url, ADMIN).catch(() => '');
    },
  });
  const page = asPage(console);
  const plans: { readonly id: string; readonly digest: string }[] = [];
  const { apps } = demoCloud.description;

  const signedIn = async (workspaceId: string): Promise<void> => {
    const { state } = contract['identity.account'].output.parse(
      await page.call('identity.account', { workspaceId }),
    );
    if (state !== 'signed-in') await page.call('identity.signIn', { workspaceId });
  };

  const settleOnce = async (): Promise<KnownValues> => {
    // What an earlier volley made would only make the files longer.
    const before = contract['workspaces.list'].output.parse(await page.call('workspaces.list', {}));
    for (const { id } of before.workspaces.filter(({ demo }) => !demo))
      await page.call('workspaces.remove', { id });
    await page.call('settings.update', { requestTimeoutSeconds: 60, parallelEnvironments: 8 });
    const { workspaces } = contract['workspaces.exploreDemo'].output.parse(
      await page.call('workspaces.exploreDemo', {}),
    );
    const contoso = demoCloud.description.tenants.find(({ name }) => name === 'Contoso')?.id;
    const home = workspaces.find(({ tenantId }) => tenantId === contoso);
    if (home === undefined) throw new Error('The demo cloud has no Contoso.');
    const workspaceId = home.id;
    await page.call('workspaces.update', {
      id: workspaceId,
      readOnly: false,
      hosts: {},
      adminClientId: demoCloud.description.adminClientId,
    });
    await signedIn(workspaceId);
    let list = contract['environments.list'].output.parse(
      await page.call('environments.list', { workspaceId }),
    );
    if (list.environments.length < 3) {
      await page.stream('environments.discover', { workspaceId });
      list = contract['environments.list'].output.parse(
        await page.call('environments.list', { workspaceId }),
      );
    }
    const { profiles } = contract['appProfiles.addDemo'].output.parse(
      await page.call('appProfiles.addDemo', { workspaceId }),
    );
    const environmentIds = list.environments.map(({ id }) => id);
    const [environmentId] = environmentIds;
    const clientIds = apps.map(({ clientId }) => clientId);
    const desired = {
      environmentId,
      clientId: clientIds[0],
      ensureUser: true,
      addRoles: [],
      removeRoles: [],
    };
    plans.push(
      contract['fleet.plan'].output.parse(
        await page.stream('fleet.plan', { workspaceId, desired: [desired] }),
      ),
    );
    const roles = contract['securityRoles.list'].output.parse(
      await page.call('securityRoles.list', { workspaceId, environmentId }),
    ).roles;
    const { operations } = contract['fleet.operations'].output.parse(
      await page.call('fleet.operations', { workspaceId }),
    );
    const { notices } = contract['app.start'].output.parse(await page.call('app.start', {}));
    const latest = plans.slice(-MOST_PLANS);
    return {
      workspaceId: [workspaceId, workspaceId, ...workspaces.map(({ id }) => id)],
      environmentId: environmentIds,
      environmentName: list.environments.map(({ name }) => name),
      orgUrl: list.environments.map(({ url }) => url),
      clientId: clientIds,
      tenantId: apps.map(({ tenantId }) => tenantId),
      appProfileId: profiles.map(({ id }) => id),
      credentialId: profiles.flatMap(({ credentials }) => credentials.map(({ id }) => id)),
      planId: latest.map(({ id }) => id),
      digest: latest.map(({ digest }) => digest),
      operationId: operations.map(({ id }) => id),
      roleId: roles.flatMap(({ copies }) => copies.map(({ roleId }) => roleId)).slice(0, 50),
      cloudId: ['demo', 'public', 'custom:own', 'china'],
      notice: notices.map(({ id }) => id),
      pem: apps.flatMap(({ certificatePem = '', privateKeyPem = '' }) => certificatePem + privateKeyPem),
    };
  };
  // The handler of a call that the page took back may still be at work and remove what was just found.
  const settle = async (triesLeft = 5): Promise<KnownValues> => {
    try {
      return await settleOnce();
    } catch (refused) {
      if (triesLeft === 0) throw refused;
      return settle(triesLeft - 1);
    }
  };
  return { console, settle: () => settle(), close: console.close };
};
