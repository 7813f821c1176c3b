import { afterEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { appliedFrom, brokenConnection, fleetRig, plainWire, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { inFolder, must, withJournal } from './support/journal-folder.ts';
import { skippingClock } from './support/skipping-clock.ts';
import { memoryVault } from './support/memory-vault.ts';

const EXPORT = 'Contoso Data Export';
const HUB = 'Contoso Integration Hub';
const READER = 'Integration – Accounts Reader';

let cloud: DemoCloud | null = null;
afterEach(async () => cloud?.close());

type Rig = ReturnType<typeof fleetRig>;

const withFleet = async (
  environments: number,
  options: (cloud: DemoCloud) => Partial<RigOptions>,
  work: (rig: Rig, cloud: DemoCloud) => Promise<void>,
): Promise<void> => {
  const started = await startDemoCloud({ control: true, seed: { environments, usersPerEnvironment: 2 } });
  cloud = started;
  await inFolder((path) =>
    withJournal(path, memoryVault(), (journal) =>
      work(
        fleetRig({
          cloud: started.description,
          journal,
          account: 'adele.admin@contoso.demo.test',
          ...options(started),
        }),
        started,
      ),
    ),
  );
};

const control = async (
  there: DemoCloud,
  command: Readonly<Record<string, unknown>> | null,
): Promise<void> => {
  const answer = await fetch(must(there.description.control), {
    method: command === null ? 'DELETE' : 'POST',
    ...(command === null ? {} : { body: JSON.stringify(command) }),
  });
  expect(answer.ok).toBe(true);
};

const namesOf = (there: DemoCloud) => there.description.environments.map(({ name }) => name);

/** Live rows of an app by environment, with the names of their roles. */
const liveIn = async (rig: Rig, app: string, environments: readonly string[]) => {
  const found = new Map<string, readonly (readonly string[])[]>();
  for (const name of environments) {
    const client = rig.client(name);
    const rows = valueFrom(
      await readApplicationUsers(client, [rig.clientId(app)], new AbortController().signal),
    );
    const live = rows.filter(({ state }) => state === 'enabled');
    found.set(
      name,
      live.map((row) => row.roles.map((role) => role.name)),
    );
  }
  return found;
};

describe('C4, C17: one app into forty environments of which five misbehave', () => {
  const THROTTLED = 'Client 005';
  const DOWN = 'Client 012';
  const NO_RIGHTS = 'Client 020';
  const TWIN = 'Client 028';
  const ELSEWHERE = 'Client 036';

  test('one plan, five precise reasons, the rest done; healed, only those five are done, and nothing twice', async () => {
    let healed = false;
    const clock = skippingClock();
    await withFleet(
      40,
      (there) => ({
        refusal: ({ name }) =>
          name === ELSEWHERE && !healed
            ? appError('entra', { aadsts: '500011', error: 'invalid_resource' })
            : null,
        bearer: ({ name, url, tenantId }) =>
          name === NO_RIGHTS && !healed ? appTokenFor(there, HUB, must(tenantId), url) : null,
        httpClock: clock,
      }),
      async (rig, there) => {
        const all = namesOf(there);
        const onboard = (environments: readonly string[], purgeTwin = false) =>
          environments.map((name) =>
            rig.desire(EXPORT, name, { ensureUser: true, addRoles: [READER], purgeTwin }),
          );
        for (const change of [{ ensureUser: true }, { delete: 'soft' as const }])
          appliedFrom((await rig.apply(await rig.plan([rig.desire(EXPORT, TWIN, change)]))).result);
        await control(there, { target: 'client005', fault: 'throttle', retryAfterSeconds: 3000 });
        await control(there, { target: 'client012', fault: 'unavailable' });

        const plan = await rig.plan(onboard(all));
        const problems = plan.environments.flatMap(({ environmentName, problem, steps }) =>
          problem === null ? [] : [[environmentName, problem.code, steps.length]],
        );
        expect(problems).toEqual([
          [THROTTLED, 'throttled', 0],
          [DOWN, 'service-unavailable', 0],
          [NO_RIGHTS, 'dataverse', 0],
          [TWIN, 'user-soft-deleted', 0],
          [ELSEWHERE, 'entra', 0],
        ]);
        const denied = plan.environments.find(({ environmentName }) => environmentName === NO_RIGHTS);
        expect(denied?.problem?.params).toMatchObject({ name: 'PrivilegeDenied', table: expect.any(String) });
        expect(appliedFrom((await rig.apply(plan)).result)).toMatchObject({
          state: 'succeeded',
          counts: { environments: 35, succeeded: 35, failed: 0 },
        });
        expect((await rig.operations())[0]).toMatchObject({ state: 'succeeded', notPlanned: 5 });

        healed = true;
        rig.forgetTokens();
        await control(there, null);
        // The throttled one asked to be left alone for so long, and is.
        clock.skip(3_001_000);
        const rest = await rig.plan(onboard(all, true));
        expect(
          rest.environments.flatMap(({ environmentName, steps }) =>
            steps.length === 0 ? [] : [[environmentName, ...steps.map(({ kind }) => kind)]],
          ),
        ).toEqual([
          [THROTTLED, 'create-user', 'assign-role'],
          [DOWN, 'create-user', 'assign-role'],
          [NO_RIGHTS, 'create-user', 'assign-role'],
          [TWIN, 'purge-user', 'create-user', 'assign-role'],
          [ELSEWHERE, 'create-user', 'assign-role'],
        ]);
        expect(appliedFrom((await rig.apply(rest)).result)).toMatchObject({ state: 'succeeded' });
        const live = await liveIn(rig, EXPORT, all);
        expect([...live.values()]).toEqual(all.map(() => [[READER]]));
        expect((await rig.plan(onboard(all))).environments.flatMap(({ steps }) => steps)).toEqual([]);
      },
    );
  }, 1_200_000);
});

/** A wire on which one request in five goes wrong, by a sequence that is the same in every run. */
const faultyWire = (share: () => number): Transport => {
  let state = 20_261_126;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const answer = (status: number, headers: Readonly<Record<string, string>>, body: string) => ({
    status,
    headers,
    text: async () => body,
  });
  return async (request) => {
    if (random() >= share()) return plainWire(request);
    switch (Math.floor(random() * 5)) {
      case 0:
        throw brokenConnection();
      case 1:
        await (await plainWire(request)).text();
        throw brokenConnection();
      case 2:
        return answer(
          429,
          { 'retry-after': '3' },
          '{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}',
        );
      case 3:
        return answer(503, { 'content-type': 'text/html' }, '<html>unavailable</html>');
      default:
        await (await plainWire(request)).text();
        return answer(502, { 'content-type': 'text/html' }, '<html>bad gateway</html>');
    }
  };
};

/** A thousand assignments on request (`npm run fuzz`), two hundred in every run. */
const ENVIRONMENTS = process.env['FUZZ_INPUTS'] === undefined ? 40 : 200;

describe('C17: five assignments in each of many environments while one request in five goes wrong', () => {
  const ROLES = [
    READER,
    'Integration – Contacts Reader',
    'Integration – Sales Sync',
    'Integration – Export Jobs',
    'Integration – Invoice Lines',
  ];

  test('what is left is planned again until nothing is, and nobody holds anything twice or not at all', async () => {
    const clock = skippingClock();
    let share = 0.2;
    await withFleet(
      ENVIRONMENTS,
      () => ({ transport: faultyWire(() => share), httpClock: clock, clock }),
      async (rig, there) => {
        const all = namesOf(there);
        const asked = all.map((name) => rig.desire(HUB, name, { addRoles: ROLES }));
        let left = asked.length;
        for (let round = 0; left > 0 && round < 12; round += 1) {
          clock.skip(60_000);
          const plan = await rig.plan(asked);
          const blocked = plan.environments.filter(({ problem }) => problem !== null).length;
          // Where nothing is left but what could not be read, there is nothing to apply.
          left = blocked;
          if (plan.environments.every(({ steps }) => steps.length === 0)) continue;
          const { state, counts } = appliedFrom((await rig.apply(plan)).result);
          left = blocked + counts.failed;
          expect(state === 'succeeded').toBe(counts.failed === 0);
        }
        expect(left).toBe(0);
        share = 0;
        clock.skip(60_000);
        const live = await liveIn(rig, HUB, all);
        const held = [...live.values()].map((rows) => rows.map((roles) => roles.toSorted()));
        expect(held).toEqual(all.map(() => [ROLES.toSorted()]));
      },
    );
  }, 1_200_000);
});
