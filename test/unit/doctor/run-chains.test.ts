import { expect, test } from 'vitest';
import { runChains } from '../../../main/doctor/run-chains.ts';
import type { ChainPorts } from '../../../main/doctor/chain/chain-facts.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import type { HttpClient } from '../../../main/http/http-client.ts';
import type { Challenge } from '../../../main/clouds/challenge.ts';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { EventOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { ErrorCode, Result } from '../../../preload/contract/words/errors.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { environmentNamed } from '../dataverse/local-environments.ts';
import { hurryingClock } from '../fleet/support/fleet-rig.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { clouds } from '../identity/rig.ts';
import { credential, profileWith, workspaceId } from '../query/app-profile.ts';

const workspace: Workspace = {
  id: workspaceId,
  name: 'Contoso',
  colour: 'blue',
  cloud: 'demo',
  tenantId: environmentNamed('x', 1).tenantId,
  readOnly: false,
  adminClientId: null,
  demo: true,
  hosts: {},
  productionTypes: [],
};
const cloud = must(clouds.of(workspace));
const environments = Array.from({ length: 12 }, (_, at) => environmentNamed(`place${at}`, at + 1));

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** What Entra gives the app for an environment. */
const tokenFor = (url: string, clientId: string): string =>
  [
    part({ alg: 'RS256', typ: 'JWT' }),
    part({ aud: url, tid: workspace.tenantId, appid: clientId, appidacr: '1', exp: 4_000_000_000 }),
    'signature',
  ].join('.');

/** An environment that knows the app and lets it read its own row. */
const answering: HttpClient['send'] = async ({ url }) => {
  const id = '00000000-0000-0000-0000-000000000001';
  const body = url.endsWith('/WhoAmI')
    ? { UserId: id, BusinessUnitId: id, OrganizationId: id }
    : { systemuserid: id };
  return ok({ status: 200, headers: {}, body: JSON.stringify(body), milliseconds: 1, retries: 0 });
};

/** Chains whose credential is as `check` says; the rest is sound. */
const run = async (
  profiles: readonly AppProfile[],
  check: () => ErrorCode | null,
  more: {
    readonly watch?: { readonly everySeconds: number; readonly times: number };
    readonly onEvent?: (event: EventOf<'doctor.run'>) => void;
    readonly signal?: AbortSignal;
  } = {},
) => {
  const events: EventOf<'doctor.run'>[] = [];
  const clock = hurryingClock();
  const asked = { challenges: 0, tenants: 0, atOnce: 0, most: 0 };
  const challenge: Challenge = {
    tenantId: must(workspace.tenantId),
    authority: new URL(cloud.authority).origin,
    resource: null,
  };
  const ports: ChainPorts = {
    http: { send: answering },
    understand: clouds.understand,
    askTenant: async () => {
      asked.challenges += 1;
      return ok(challenge);
    },
    tenantMetadata: async () => {
      asked.tenants += 1;
      return ok({ tenantId: challenge.tenantId, graphHost: null, subScope: null });
    },
    checkCredential: async (): Promise<Result<null>> => {
      asked.atOnce += 1;
      asked.most = Math.max(asked.most, asked.atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      asked.atOnce -= 1;
      const code = check();
      return code === null ? ok(null) : failed(code);
    },
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async ({ resource, clientId }) =>
        ok({ token: tokenFor(resource, clientId), expiresAt: 4_000_000_000_000 }),
    },
    asAdmin: ({ url }) =>
      createDataverseClient({
        http: { send: answering },
        origin: url,
        bearer: async () => failed('sign-in-needed'),
      }),
    lastChange: async () => null,
    clockAheadSeconds: () => null,
    now: clock.now,
  };
  const counts = await runChains(
    ports,
    {
      workspace,
      cloud,
      question: null,
      from: null,
      watch: more.watch ?? null,
      cells: profiles.flatMap((profile) => environments.map((environment) => ({ profile, environment }))),
      parallel: 4,
      clock,
      emit: async (event) => {
        events.push(event);
        more.onEvent?.(event);
      },
    },
    more.signal ?? new AbortController().signal,
  );
  return { counts, events, asked, slept: clock.slept };
};

const one = profileWith([credential(1)]);

test('C1: so many at a time, each told once to its end, and what anybody is told is asked once for all apps', async () => {
  const apps = [one, { ...one, name: 'Another' }, { ...one, name: 'A third' }];
  const { counts, events, asked } = await run(apps, () => null);
  expect(counts).toEqual({ chains: 36, ok: 36, failed: 0, unknown: 0, cancelled: 0 });
  expect(events.filter(({ kind }) => kind === 'end')).toHaveLength(36);
  expect(asked).toMatchObject({ challenges: 12, tenants: 1, most: 4 });
});

test('C1: watching looks again from the broken link, at what is broken alone, and ends when all is well', async () => {
  let left = environments.length + 2;
  const check = (): ErrorCode | null => {
    left -= 1;
    return left >= 0 ? 'vault-locked' : null;
  };
  const { counts, events, slept } = await run([one], check, { watch: { everySeconds: 15, times: 40 } });
  expect(counts).toMatchObject({ chains: 12, ok: 12 });
  // All twelve in the first round, two in the second.
  expect(slept).toEqual([15, 15]);
  const second = events.slice(events.findIndex(({ kind }) => kind === 'waiting'));
  const links = second.flatMap((event) => (event.kind === 'link' ? [event.result.link] : []));
  expect(links).not.toContain('tenant');
  expect(links.filter((link) => link === 'credential')).toHaveLength(14);
});

test('C1: watching is bounded', async () => {
  const watched = await run([one], () => 'vault-locked', { watch: { everySeconds: 5, times: 3 } });
  expect(watched.slept).toEqual([5, 5, 5]);
  expect(watched.counts).toMatchObject({ failed: 12 });
});

test('C1: a cancel leaves what was found and begins nothing more', async () => {
  const stop = new AbortController();
  const { counts, events } = await run([one], () => null, {
    signal: stop.signal,
    onEvent: (event) => {
      if (event.kind === 'end' && event.outcome === 'ok') stop.abort();
    },
  });
  expect(counts.ok).toBeGreaterThan(0);
  expect(counts.ok + counts.cancelled).toBe(12);
  expect(events.filter(({ kind }) => kind === 'end')).toHaveLength(12);
});
