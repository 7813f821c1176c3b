import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { systemClock } from '../../../main/http/clock.ts';
import type { Transport } from '../../../main/http/transport.ts';
import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { appliedFrom, brokenConnection, plainWire, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { onDemoCloud } from './support/on-demo-cloud.ts';
import type { Rig } from './support/on-demo-cloud.ts';

const PORTAL = 'Contoso Portal Sync';
const HUB = 'Contoso Integration Hub';
const READER = 'Integration – Accounts Reader';
const PRODUCTION = 'Contoso Production';
const EUROPE = 'Contoso Europe';
const ROOT = { kind: 'root' } as const;
const TEAMS = ['Data Stewards'];
const TEST = 'Contoso Test';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const withFleet = (options: Partial<RigOptions>, work: (rig: Rig) => Promise<void>): Promise<void> =>
  onDemoCloud(cloud, options, work);

const rowOf = async (rig: Rig, app: string, environment: string) => {
  const { signal } = new AbortController();
  const rows = valueFrom(await readApplicationUsers(rig.client(environment), [rig.clientId(app)], signal));
  return rows.find(({ state }) => state !== 'soft-deleted') ?? null;
};

const isGiving = ({ method, url }: Parameters<Transport>[0]): boolean =>
  method === 'POST' && url.includes('systemuserroles_association');

describe('C17, C18: a cancel during a move', () => {
  test('at whatever moment it comes, the app has the roles that it had, or is to have', async () => {
    let left = Infinity;
    let cancel = new AbortController();
    const transport: Transport = async (request) => {
      const answer = await plainWire(request);
      left -= 1;
      // The service has done it, and the console does not know yet.
      if (left === 0) cancel.abort();
      return answer;
    };
    await withFleet({ transport, clock: systemClock }, async (rig) => {
      const give = await rig.plan([rig.desire(PORTAL, PRODUCTION, { addRoles: [READER] })]);
      appliedFrom((await rig.apply(give)).result);
      let row = must(await rowOf(rig, PORTAL, PRODUCTION));
      const held = row.roles.map(({ name }) => name);
      expect(held.length).toBeGreaterThan(1);
      const units = new Set<string | undefined>();
      let state = 'cancelled';
      for (let moment = 1; state === 'cancelled'; moment += 1) {
        const inEurope = row.businessUnit?.name === EUROPE;
        // The step after the roles is what a cancel leaves out, so that it is asked for again and again.
        const teams = { removeTeams: TEAMS };
        const businessUnit = inEurope ? ROOT : { kind: 'named' as const, name: EUROPE };
        const asked = rig.desire(PORTAL, PRODUCTION, { businessUnit, ...teams });
        const plan = await rig.plan([asked]);
        cancel = new AbortController();
        left = moment;
        const applied = appliedFrom((await rig.apply(plan, undefined, cancel.signal)).result);
        left = Infinity;
        ({ state } = applied);
        row = must(await rowOf(rig, PORTAL, PRODUCTION));
        units.add(row.businessUnit?.name);
        expect([moment, row.roles.map(({ name }) => name)]).toEqual([moment, held]);
        expect(applied.withoutRoles).toEqual([]);
        // No event comes after a cancel: the end itself tells what the journal tells.
        const told = (await rig.operation(applied.operationId)).environments.flatMap(({ steps }) => steps);
        expect(applied.afterCancel.map(({ stepId, state: of }) => [stepId, of])).toEqual(
          told.map(({ id, state: of }) => [id, of]),
        );
      }
      // Both ways were gone, and the last moment was too late for a cancel.
      expect([units.size, state]).toEqual([2, 'succeeded']);
    });
  });

  test('where the roles cannot be given back, the result names them, and Continue gives them', async () => {
    let broken = false;
    const transport: Transport = async (request) => {
      if (broken && isGiving(request))
        return {
          status: 403,
          headers: {},
          text: async () => JSON.stringify({ error: { code: '0x80040220', message: 'no' } }),
        };
      return plainWire(request);
    };
    await withFleet({ transport }, async (rig) => {
      const { roles, businessUnit } = must(await rowOf(rig, PORTAL, PRODUCTION));
      const to = businessUnit?.name === EUROPE ? ROOT : { kind: 'named' as const, name: EUROPE };
      const plan = await rig.plan([rig.desire(PORTAL, PRODUCTION, { businessUnit: to })]);
      broken = true;
      const { operationId, withoutRoles } = appliedFrom((await rig.apply(plan)).result);
      broken = false;
      const names = roles.map(({ name }) => name);
      expect(withoutRoles).toEqual([{ environmentName: PRODUCTION, appName: PORTAL, roles: names }]);
      const told = await rig.operation(operationId);
      expect([told.environments[0]?.rolesMissing, told.may.continue]).toEqual([names, true]);
      const again = await rig.planAgain(operationId, 'continue');
      expect(appliedFrom((await rig.apply(again)).result)).toMatchObject({
        state: 'succeeded',
        withoutRoles: [],
      });
      expect(must(await rowOf(rig, PORTAL, PRODUCTION)).roles.map(({ name }) => name)).toEqual(names);
    });
  });
});

describe('C17: a failure in an environment with several apps', () => {
  const refused = async () => ({
    status: 403,
    headers: {},
    text: async () => JSON.stringify({ error: { code: '0x80040220', message: 'refused' } }),
  });
  type Ending = () => ReturnType<Transport>;
  const down: Ending = async () => ({ status: 503, headers: {}, text: async () => '' });
  const cut: Ending = async () => {
    throw brokenConnection();
  };
  const throttled: Ending = async () => ({
    status: 429,
    headers: { 'retry-after': '3600' },
    text: async () => '',
  });
  const denied = appError('sign-in-needed', { workspace: 'Contoso' });

  test.each<[string, Ending | AppError, 'goes on' | 'is skipped']>([
    ['meets an environment that is down', down, 'is skipped'],
    ['meets a connection that is cut', cut, 'is skipped'],
    ['is throttled beyond patience', throttled, 'is skipped'],
    ['meets a sign-in that is denied', denied, 'is skipped'],
    ['is refused', refused, 'goes on'],
  ])('where the first app %s, the next one there is asked as that allows', async (_, ending, next) => {
    let first: string | null = null;
    let ended = false;
    const transport: Transport = async (request) => {
      const mine = request.method === 'POST' && first !== null && (request.body ?? '').includes(first);
      if (mine) ended = true;
      // What is of the environment lasts.
      const hit = next === 'goes on' ? mine : ended;
      return hit && typeof ending === 'function' ? ending() : plainWire(request);
    };
    const refusal = (): AppError | null => (first !== null && typeof ending !== 'function' ? ending : null);
    await withFleet({ transport, refusal }, async (rig) => {
      const plan = await rig.plan([
        rig.desire(HUB, TEST, { ensureUser: true }),
        rig.desire(PORTAL, TEST, { ensureUser: true }),
      ]);
      const [one, two] = plan.environments;
      first = must(must(one).clientId);
      const states = new Map<string, StepProgress['state']>();
      const { result } = await rig.apply(plan, ({ state, stepId }) => states.set(stepId, state));
      first = null;
      const of = (planned: typeof one) => states.get(must(must(planned).steps[0]).id);
      const broken = of(one);
      expect(['failed', 'unrecorded']).toContain(broken);
      expect(of(two)).toBe(next === 'goes on' ? 'verified' : 'skipped');
      const { operationId } = appliedFrom(result);
      expect((await rig.operation(operationId)).environments.map(({ steps }) => steps[0]?.state)).toEqual([
        broken,
        of(two),
      ]);
    });
  });
});

describe('C17: what could not be planned', () => {
  test('is told with its reason and is part of what is left, under a title that says what it continues', async () => {
    let down = true;
    const transport: Transport = async (request) =>
      down && request.url.includes('contoso-test')
        ? { status: 503, headers: {}, text: async () => '' }
        : plainWire(request);
    await withFleet({ transport, parallel: 1 }, async (rig) => {
      const places = ['Contoso Development', TEST];
      const asked = places.map((name) => rig.desire(HUB, name, { ensureUser: true }));
      const { operationId, state } = appliedFrom((await rig.apply(await rig.plan(asked))).result);
      expect(state).toBe('succeeded');
      down = false;
      const told = await rig.operation(operationId);
      expect(
        told.environments.map(({ environmentName, problem, steps }) => [
          environmentName,
          problem?.code,
          steps.length,
        ]),
      ).toEqual([
        ['Contoso Development', undefined, 1],
        [TEST, 'service-unavailable', 0],
      ]);
      expect(told.may).toEqual({ continue: true, undo: true });

      const again = await rig.planAgain(operationId, 'continue');
      expect(
        again.environments.map(({ environmentName, steps }) => [
          environmentName,
          steps.map(({ kind }) => kind),
        ]),
      ).toEqual([[TEST, ['create-user']]]);
      const continued = appliedFrom((await rig.apply(again)).result);
      expect((await rig.operation(continued.operationId)).may).toEqual({ continue: false, undo: true });
      for (const id of [continued.operationId, operationId])
        appliedFrom((await rig.apply(await rig.planAgain(id, 'undo'))).result);
      const title = `${HUB} in Contoso Development: create application user`;
      expect((await rig.operations()).map(({ title: of }) => of)).toEqual([
        `Undo of ${title}`,
        `Undo of Continuation of ${title}`,
        `Continuation of ${title}`,
        title,
      ]);
    });
  });
});
