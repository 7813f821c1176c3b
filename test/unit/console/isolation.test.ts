import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeJwt } from 'jose';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { EventOf } from '../../../preload/contract/index.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { consoleRig } from './console-rig.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

/** A request that carried a token: to which host, and whose it was. */
type Sent = {
  readonly host: string;
  readonly tenantId: unknown;
  readonly audience: unknown;
  /** The app that it was made for. */
  readonly client: unknown;
  readonly token: string;
};

/** Notes the token of every request; the canonical host stands in the path of the demo cloud. */
const watched = (sent: Sent[]): Transport => {
  const real = nodeTransport();
  return (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
    if (token !== undefined) {
      const { appid, aud, azp, tid } = decodeJwt(token);
      const host = new URL(request.url).pathname.split('/')[2] ?? '';
      sent.push({ host, tenantId: tid, audience: aud, client: appid ?? azp, token });
    }
    return real(request);
  };
};

const ownerOf = (host: string): string | undefined =>
  cloud.description.environments.find(({ url }) => new URL(url).host === host)?.tenantId;

const APP = 'Contoso Integration Hub';

/** A console with the demo's clients; sign-ins are answered by the administrator who is asked for. */
const opened = async () => {
  const sent: Sent[] = [];
  const rig = await consoleRig(cloud, {
    transport: watched(sent),
    openLink: async (url) => {
      void signInAs(url, new URL(url).searchParams.get('login_hint') ?? '');
    },
  });
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  const workspaceOf = (tenant: string): WorkspaceId =>
    must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, tenant))).id;
  const signIn = (workspaceId: WorkspaceId, tenant: string) =>
    rig.get(contract['identity.signIn'], { workspaceId, loginHint: administratorOf(cloud, tenant) });
  const environmentsOf = async (workspaceId: WorkspaceId): Promise<readonly EnvironmentId[]> => {
    const { environments } = await rig.get(contract['environments.discover'], { workspaceId });
    return environments.map(({ id }) => id);
  };
  return { ...rig, sent, workspaceOf, signIn, environmentsOf };
};

describe('C27: nothing of one client is used in another’s workspace', () => {
  test('the same app in two tenants: each token goes to environments of its own tenant, however quickly one switches', async () => {
    const { get, stream, sent, workspaceOf, signIn, environmentsOf, close } = await opened();
    const places = await Promise.all(
      ['Contoso', 'Fabrikam'].map(async (tenant) => {
        const workspaceId = workspaceOf(tenant);
        return { tenant, workspaceId };
      }),
    );
    for (const { tenant, workspaceId } of places) await signIn(workspaceId, tenant);
    const contoso = must(places[0]).workspaceId;
    const { profiles } = await get(contract['appProfiles.addDemo'], { workspaceId: contoso });
    const app = must(profiles.find(({ name }) => name === APP));
    await get(contract['appProfiles.link'], {
      id: app.id,
      workspaceId: must(places[1]).workspaceId,
      linked: true,
    });
    const work = async (workspaceId: WorkspaceId): Promise<void> => {
      const environmentIds = [...(await environmentsOf(workspaceId))];
      await Promise.all([
        get(contract['environments.check'], { workspaceId, environmentIds }),
        get(contract['applicationUsers.inventory'], { workspaceId, environmentIds }),
        get(contract['query.run'], {
          workspaceId,
          appProfileId: app.id,
          credentialId: null,
          environmentIds,
          query: { language: 'odata', text: 'contacts?$select=fullname&$top=3' },
          rowsPerEnvironment: 10,
        }),
      ]);
    };
    // Twice: the second round finds every cache filled by the first, the other client's too.
    const bothAtOnce = () => Promise.all(places.map(({ workspaceId }) => work(workspaceId)));
    await bothAtOnce();
    await bothAtOnce();

    const toEnvironments = sent.filter(({ host }) => ownerOf(host) !== undefined);
    expect(new Set(toEnvironments.map(({ host }) => ownerOf(host))).size).toBe(2);
    const strange = toEnvironments.filter(
      ({ audience, host, tenantId }) => tenantId !== ownerOf(host) || new URL(String(audience)).host !== host,
    );
    expect(strange).toEqual([]);
    // The app itself signed in to both, and neither tenant's environments ever saw a token of the other.
    const tokensOf = (tenant: string): readonly string[] => [
      ...new Set(
        toEnvironments
          .filter(({ client, host }) => client === app.clientId && ownerOf(host) === tenantOf(cloud, tenant))
          .map(({ token }) => token),
      ),
    ];
    const [mine, theirs] = [tokensOf('Contoso'), tokensOf('Fabrikam')];
    expect([mine.length > 0, theirs.length > 0]).toEqual([true, true]);
    expect(mine.filter((token) => theirs.includes(token))).toEqual([]);

    // The map of all clients tells of each environment under its own workspace, and asks nobody for it.
    const before = sent.length;
    const events: EventOf<'applicationUsers.allClients'>[] = [];
    const { signal } = new AbortController();
    await stream(contract['applicationUsers.allClients'], {}, (event) => events.push(event), signal);
    for (const { workspaceId } of places) {
      const told = events.filter((event) => event.workspaceId === workspaceId);
      const own = await get(contract['environments.list'], { workspaceId });
      expect(
        told.flatMap(({ environments }) => environments.map(({ environmentId }) => environmentId)),
      ).toEqual(own.environments.map(({ id }) => id));
      expect(told.some(({ environments }) => environments.some(({ users }) => users.length > 0))).toBe(true);
    }
    expect(sent.length).toBe(before);
    await close();
  });

  test('two workspaces of one tenant: one’s sign-in, environments, runs and plans are not the other’s', async () => {
    const { ask, get, sent, workspaceOf, signIn, environmentsOf, close } = await opened();
    const first = workspaceOf('Contoso');
    const second = (
      await get(contract['workspaces.create'], {
        name: 'Contoso again',
        colour: 'red',
        cloud: 'demo',
        tenant: tenantOf(cloud, 'Contoso'),
        adminClientId: cloud.description.adminClientId,
      })
    ).id;
    await signIn(first, 'Contoso');
    const environmentIds = [...(await environmentsOf(first))];
    await get(contract['appProfiles.addDemo'], { workspaceId: first });

    expect(await get(contract['identity.account'], { workspaceId: second })).toMatchObject({
      state: 'signed-out',
    });
    expect((await get(contract['environments.list'], { workspaceId: second })).environments).toEqual([]);
    expect((await get(contract['appProfiles.list'], { workspaceId: second })).profiles).toEqual([]);
    const before = sent.length;
    expect(await ask('environments.discover', { workspaceId: second })).toMatchObject({
      error: { code: 'sign-in-needed' },
    });
    for (const [method, more] of [
      ['environments.check', { environmentIds }],
      ['applicationUsers.inventory', { environmentIds }],
      ['environments.remove', { environmentId: environmentIds[0] }],
      ['environments.guard', { environmentId: environmentIds[0], guard: 'not-production' }],
      ['securityRoles.list', { environmentId: environmentIds[0] }],
      ['securityRoles.businessUnits', { environmentId: environmentIds[0] }],
    ] as const)
      expect(await ask(method, { workspaceId: second, ...more })).toMatchObject({
        error: { code: 'not-found' },
      });
    expect(sent.length).toBe(before);

    // Signing in to the second and out of the first are two things.
    await signIn(second, 'Contoso');
    await get(contract['identity.signOut'], { workspaceId: first });
    expect(await get(contract['identity.account'], { workspaceId: first })).toMatchObject({
      state: 'signed-out',
    });
    expect(await get(contract['identity.account'], { workspaceId: second })).toMatchObject({
      state: 'signed-in',
    });
    await close();
  });
});
