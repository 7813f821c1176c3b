import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { readProfilesOf } from '../../../main/application-users/column-profiles.ts';
import { readTeamsNamed, readTeamsOf } from '../../../main/application-users/teams.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { audit } from '../../../preload/contract/fleet.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { appliedFrom, brokenConnection, plainWire, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { onDemoCloud } from './support/on-demo-cloud.ts';
import type { Rig } from './support/on-demo-cloud.ts';

const PORTAL = 'Contoso Portal Sync';
const HUB = 'Contoso Integration Hub';
const LOADER = 'Contoso Legacy Loader';
const READER = 'Integration – Accounts Reader';
const PRODUCTION = 'Contoso Production';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const withFleet = (options: Partial<RigOptions>, work: (rig: Rig) => Promise<void>): Promise<void> =>
  onDemoCloud(cloud, options, work);

const tenantOf = (url: string): string =>
  must(cloud.description.environments.find((one) => one.url === url)).tenantId;

const signal = () => new AbortController().signal;

const rowsIn = async (rig: Rig, app: string, environment: string) =>
  valueFrom(await readApplicationUsers(rig.client(environment), [rig.clientId(app)], signal()));

const teamsIn = async (rig: Rig, app: string, environment: string) => {
  const [row] = await rowsIn(rig, app, environment);
  const teams = valueFrom(await readTeamsOf(rig.client(environment), must(row).systemUserId, signal()));
  return teams.map(({ name }) => name);
};

const wordsOf = (plan: Awaited<ReturnType<Rig['plan']>>) =>
  plan.environments.flatMap(({ steps }) => steps.map(({ kind, subject }) => `${kind} ${subject}`));

const done = async (rig: Rig, asked: Parameters<Rig['plan']>[0]) => {
  const plan = await rig.plan(asked);
  expect(plan.environments.map(({ problem }) => problem)).toEqual(asked.map(() => null));
  expect(appliedFrom((await rig.apply(plan)).result)).toMatchObject({ state: 'succeeded' });
  return plan;
};

describe('a link that is there already', () => {
  test('counts as made, also where the service answers 412 (0x80040237) to it', () => {
    let refused = 0;
    const transport: Transport = async (request) => {
      const answer = await plainWire(request);
      if (request.method !== 'POST' || !request.url.includes('systemuserroles_association')) return answer;
      refused += 1;
      const body = {
        error: { code: '0x80040237', message: 'A record with matching key values already exists.' },
      };
      return { status: 412, headers: answer.headers, text: async () => JSON.stringify(body) };
    };
    return withFleet({ transport }, async (rig) => {
      await done(rig, [rig.desire(HUB, PRODUCTION, { addRoles: [READER] })]);
      expect(refused).toBe(1);
      await done(rig, [rig.desire(HUB, PRODUCTION, { removeRoles: [READER] })]);
    });
  });
});

describe('C18: another business unit', () => {
  test('the roles that the environment takes are named before, given again in the new unit, and there at the end', () =>
    withFleet({}, async (rig) => {
      const [before] = await rowsIn(rig, PORTAL, PRODUCTION);
      const held = must(before).roles.map(({ name }) => name);
      const asked = rig.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'root' } });
      const plan = await done(rig, [asked]);
      expect(plan.environments[0]?.steps[0]).toMatchObject({
        kind: 'change-business-unit',
        before: 'Contoso Europe',
        risks: ['loses-roles'],
        loses: { roles: held, teams: [] },
      });
      const [after] = await rowsIn(rig, PORTAL, PRODUCTION);
      expect(must(after).businessUnit?.name).not.toBe('Contoso Europe');
      expect(must(after).roles.map(({ name }) => name)).toEqual(held);
      // Not the copies that were held before: those are of the old unit.
      const copies = must(after).roles.map(({ roleId }) => roleId);
      expect(must(before).roles.filter(({ roleId }) => copies.includes(roleId))).toEqual([]);
      expect(wordsOf(await rig.plan([asked]))).toEqual([]);

      await done(rig, [
        rig.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'named', name: 'contoso europe' } }),
      ]);
      expect((await rowsIn(rig, PORTAL, PRODUCTION))[0]?.roles).toEqual(must(before).roles);
    }));

  test('a role that is refused in the new unit costs the app none of the others, and the rest can be continued', () => {
    let refusing = true;
    let refused: string | null = null;
    const transport: Transport = async (request) => {
      const gives = request.method === 'POST' && request.url.includes('systemuserroles_association');
      refused ??= gives ? request.body : null;
      if (!refusing || !gives || request.body !== refused) return plainWire(request);
      const error = { code: '0x80040220', message: 'Principal is missing prvAssignRole' };
      return { status: 403, headers: {}, text: async () => JSON.stringify({ error }) };
    };
    return withFleet({ transport }, async (rig) => {
      refusing = false;
      await done(rig, [rig.desire(PORTAL, PRODUCTION, { addRoles: [READER] })]);
      refusing = true;
      refused = null;
      const [before] = await rowsIn(rig, PORTAL, PRODUCTION);
      const held = must(before).roles.map(({ name }) => name);
      expect(held.length).toBeGreaterThan(1);
      const plan = await rig.plan([
        rig.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'root' }, removeTeams: ['Data Stewards'] }),
      ]);
      const { result } = await rig.apply(plan);
      const { operationId, state } = appliedFrom(result);
      expect(state).toBe('partly-failed');
      const told = (await rig.operation(operationId)).environments[0]?.steps ?? [];
      expect(told.map(({ kind, state: of }) => [kind, of])).toEqual([
        ['change-business-unit', 'verified'],
        ['assign-role', 'failed'],
        ...held.slice(1).map(() => ['assign-role', 'verified']),
        ['leave-team', 'skipped'],
      ]);
      expect((await rowsIn(rig, PORTAL, PRODUCTION))[0]?.roles).toHaveLength(held.length - 1);

      refusing = false;
      const again = await rig.planAgain(operationId, 'continue');
      expect(wordsOf(again)).toEqual([`assign-role ${held[0]}`, 'leave-team Data Stewards']);
      expect(appliedFrom((await rig.apply(again)).result).state).toBe('succeeded');
      await done(rig, [
        rig.desire(PORTAL, PRODUCTION, {
          businessUnit: { kind: 'named', name: 'Contoso Europe' },
          addTeams: ['Data Stewards'],
        }),
      ]);
      expect((await rowsIn(rig, PORTAL, PRODUCTION))[0]?.roles).toEqual(must(before).roles);
      await done(rig, [rig.desire(PORTAL, PRODUCTION, { removeRoles: [READER] })]);
    });
  });

  test('a role that somebody gave after the plan was made is not lost with the move', () =>
    withFleet({}, async (rig) => {
      const move = await rig.plan([rig.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'root' } })]);
      await done(rig, [rig.desire(PORTAL, PRODUCTION, { addRoles: [READER] })]);
      const [before] = await rowsIn(rig, PORTAL, PRODUCTION);
      const { result, events } = await rig.apply(move);
      expect(appliedFrom(result).state).toBe('failed');
      expect(events.find(({ error }) => error !== null)?.error?.code).toBe('user-changed');
      expect(await rowsIn(rig, PORTAL, PRODUCTION)).toEqual([before]);
      await done(rig, [rig.desire(PORTAL, PRODUCTION, { removeRoles: [READER] })]);
    }));

  test('one that is not there is told before anything is done', () =>
    withFleet({}, async (rig) => {
      const plan = await rig.plan([
        rig.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'named', name: 'Atlantis' } }),
      ]);
      expect(plan.environments[0]).toMatchObject({
        steps: [],
        problem: { code: 'business-unit-not-found', params: { unit: 'Atlantis' } },
      });
    }));
});

describe('C35: teams', () => {
  const STEWARDS = 'Data Stewards';

  test('an owner team is joined and left, each once', () =>
    withFleet({}, async (rig) => {
      const join = rig.desire(HUB, PRODUCTION, { addTeams: ['data stewards'] });
      const plan = await done(rig, [join]);
      expect(plan.environments[0]?.steps).toMatchObject([
        { kind: 'join-team', subject: STEWARDS, before: 'Not a member', after: 'Member' },
      ]);
      expect(await teamsIn(rig, HUB, PRODUCTION)).toContain(STEWARDS);
      expect(wordsOf(await rig.plan([join]))).toEqual([]);
      await done(rig, [rig.desire(HUB, PRODUCTION, { removeTeams: [STEWARDS] })]);
      expect(await teamsIn(rig, HUB, PRODUCTION)).not.toContain(STEWARDS);
    }));

  test.each([
    ['SG-Integration-Readers', 'team-not-changeable', { reason: 'entra' }],
    ['Contoso Europe', 'team-not-changeable', { reason: 'default' }],
    ['Nobody', 'team-not-found', { team: 'Nobody' }],
  ])('%s is refused with the reason', (team, code, params) =>
    withFleet({}, async (rig) => {
      const plan = await rig.plan([rig.desire(HUB, PRODUCTION, { addTeams: [team] })]);
      expect(plan.environments[0]).toMatchObject({ steps: [], problem: { code, params } });
    }),
  );
});

describe('C24: column security profiles', () => {
  const PROFILE = 'Personal Data – Maintain';
  const profilesIn = async (rig: Rig, app = HUB) => {
    const row = (await rowsIn(rig, app, PRODUCTION)).find(({ state }) => state !== 'soft-deleted');
    const held = await readProfilesOf(rig.client(PRODUCTION), must(row).systemUserId, signal());
    return valueFrom(held).map(({ name }) => name);
  };

  test('one is given and taken, each once, and an undo takes it back', () =>
    withFleet({}, async (rig) => {
      const give = rig.desire(HUB, PRODUCTION, { addProfiles: [` ${PROFILE.toUpperCase()} `] });
      const plan = await rig.plan([give]);
      expect(plan.environments[0]?.steps).toMatchObject([
        { kind: 'give-profile', subject: PROFILE, before: 'Not held', after: 'Held' },
      ]);
      const { operationId, state } = appliedFrom((await rig.apply(plan)).result);
      expect([state, await profilesIn(rig)]).toEqual(['succeeded', [PROFILE]]);
      expect(wordsOf(await rig.plan([give]))).toEqual([]);
      const undo = await rig.planAgain(operationId, 'undo');
      expect(wordsOf(undo)).toEqual([`take-profile ${PROFILE}`]);
      const undone = appliedFrom((await rig.apply(undo)).result);
      expect([undone.state, await profilesIn(rig)]).toEqual(['succeeded', []]);
      expect(wordsOf(await rig.planAgain(undone.operationId, 'undo'))).toEqual([`give-profile ${PROFILE}`]);
    }));

  test('a deletion names those that go with it, is not made over others, and its undo gives them back', () =>
    withFleet({}, async (rig) => {
      const remove = rig.desire(LOADER, PRODUCTION, { delete: 'soft' });
      const before = await rig.plan([remove]);
      await done(rig, [rig.desire(LOADER, PRODUCTION, { addProfiles: [PROFILE] })]);
      expect(appliedFrom((await rig.apply(before)).result).state).toBe('failed');
      expect(await profilesIn(rig, LOADER)).toEqual([PROFILE]);
      const plan = await rig.plan([remove]);
      expect(plan.environments[0]?.steps.at(-1)).toMatchObject({
        kind: 'delete-user',
        loses: { profiles: [PROFILE] },
      });
      const { operationId } = appliedFrom((await rig.apply(plan)).result);
      await rig.apply(await rig.planAgain(operationId, 'undo'));
      expect(await profilesIn(rig, LOADER)).toEqual([PROFILE]);
    }));

  test.each([
    ['addProfiles', 'System Administrator', 'invalid-input', { path: 'addProfiles' }],
    ['removeProfiles', 'Nothing', 'not-found', { what: 'column security profile', id: 'Nothing' }],
  ])('%s: %s is refused with the reason', (path, profile, code, params) =>
    withFleet({}, async (rig) => {
      const plan = await rig.plan([rig.desire(HUB, PRODUCTION, { [path]: [profile] })]);
      expect(plan.environments[0]).toMatchObject({ steps: [], problem: { code, params } });
    }),
  );
});

describe('C19: deletion in its two steps', () => {
  const TEST = 'Contoso Test';

  test('disabled, soft-deleted with what it loses named, made anew over its twin, and deleted for good', () =>
    withFleet({}, async (rig) => {
      await done(rig, [rig.desire(HUB, TEST, { ensureUser: true, addRoles: [READER] })]);
      const soft = await done(rig, [rig.desire(HUB, TEST, { delete: 'soft' })]);
      expect(soft.environments[0]?.steps).toMatchObject([
        { kind: 'disable-user', risks: ['locks-app-out'] },
        {
          kind: 'delete-user',
          after: 'Soft-deleted',
          loses: { roles: [READER], teams: [], businessUnit: expect.any(String) },
        },
      ]);
      expect((await rowsIn(rig, HUB, TEST)).map(({ state, roles }) => [state, roles])).toEqual([
        ['soft-deleted', []],
      ]);
      expect(wordsOf(await rig.plan([rig.desire(HUB, TEST, { delete: 'soft' })]))).toEqual([]);

      const again = { ensureUser: true, addRoles: [READER] };
      const blocked = await rig.plan([rig.desire(HUB, TEST, again)]);
      expect(blocked.environments[0]?.problem).toMatchObject({ code: 'user-soft-deleted' });
      const over = await done(rig, [rig.desire(HUB, TEST, { ...again, purgeTwin: true })]);
      expect(over.environments[0]?.steps.map(({ kind, risks }) => [kind, risks])).toEqual([
        ['purge-user', ['not-undone']],
        ['create-user', []],
        ['assign-role', []],
      ]);

      await done(rig, [rig.desire(HUB, TEST, { delete: 'permanent' })]);
      expect(await rowsIn(rig, HUB, TEST)).toEqual([]);
    }));

  test('what nobody can give does not stand in the way of its undo: an Entra team, and the profile that comes with System Administrator', () =>
    withFleet({}, async (rig) => {
      const ADMINISTRATOR = 'System Administrator';
      await done(rig, [rig.desire(HUB, PRODUCTION, { addRoles: [ADMINISTRATOR] })]);
      const client = rig.client(PRODUCTION);
      const [before] = await rowsIn(rig, HUB, PRODUCTION);
      const { systemUserId } = must(before);
      const [team] = valueFrom(await readTeamsNamed(client, ['SG-Integration-Readers'], signal()));
      // Nobody is put into an Entra team: its group has the app, and counts where apps do.
      const rule = `${cloud.description.control ?? ''}/rules/groupTeamsHaveApps`;
      await fetch(rule, { method: 'PUT', body: JSON.stringify({ value: 'yes' }) });
      const sync = `teams(${must(team).id})/Microsoft.Dynamics.CRM.SyncGroupMembersToTeam`;
      valueFrom(await client.post(sync, {}, signal()));
      const profiles = valueFrom(await readProfilesOf(client, systemUserId, signal()));
      expect(profiles.map(({ name }) => name)).toEqual([ADMINISTRATOR]);

      const plan = await rig.plan([rig.desire(HUB, PRODUCTION, { delete: 'soft' })]);
      const { operationId } = appliedFrom((await rig.apply(plan)).result);
      const undo = await rig.planAgain(operationId, 'undo');
      expect(undo.environments.map(({ problem }) => problem)).toEqual([null]);
      expect(appliedFrom((await rig.apply(undo)).result).state).toBe('succeeded');
      const [after] = await rowsIn(rig, HUB, PRODUCTION);
      expect(must(after).roles).toEqual(must(before).roles);
      await done(rig, [rig.desire(HUB, PRODUCTION, { removeRoles: [ADMINISTRATOR] })]);
      await fetch(rule, { method: 'DELETE' });
    }));

  test('a deletion whose answer is lost is not sent again: the second one would be for good', () => {
    let lost = false;
    const transport: Transport = async (request) => {
      if (request.method !== 'DELETE' || lost) return plainWire(request);
      lost = true;
      await (await plainWire(request)).text();
      throw brokenConnection();
    };
    return withFleet({ transport }, async (rig) => {
      await done(rig, [rig.desire(LOADER, PRODUCTION, { delete: 'soft' })]);
      expect(lost).toBe(true);
      expect((await rowsIn(rig, LOADER, PRODUCTION)).map(({ state }) => state)).toEqual(['soft-deleted']);
    });
  });

  test('a row that is not soft-deleted any more is not deleted in its place', () =>
    withFleet({}, async (rig) => {
      const test = rig.client(TEST);
      await done(rig, [rig.desire(HUB, TEST, { ensureUser: true })]);
      await done(rig, [rig.desire(HUB, TEST, { delete: 'soft' })]);
      const purge = await rig.plan([rig.desire(HUB, TEST, { delete: 'permanent' })]);
      const [row] = await rowsIn(rig, HUB, TEST);
      // Somebody deletes the row for good and makes a new one with its id.
      await test.remove(`systemusers(${must(row).systemUserId})`, signal());
      await test.post(
        'systemusers',
        { systemuserid: must(row).systemUserId, applicationid: rig.clientId(HUB), isdisabled: true },
        signal(),
      );
      const { result } = await rig.apply(purge);
      expect(appliedFrom(result)).toMatchObject({ state: 'failed' });
      expect((await rowsIn(rig, HUB, TEST)).map(({ state }) => state)).toEqual(['disabled']);
    }));
});

describe('what the person who plans lacks', () => {
  const asDirectorySync = async (rig: Rig) => {
    // An app as the administrator: its role lets it manage users, and nothing beyond.
    await done(rig, [rig.desire(HUB, PRODUCTION, { addRoles: ['Integration – Directory Sync'] })]);
    return (url: string) => appTokenFor(cloud, HUB, tenantOf(url), url);
  };

  test('is named before anything is done: privileges of the steps, and those of a role that nobody can give who lacks them', async () => {
    await withFleet({}, async (admin) => {
      const token = await asDirectorySync(admin);
      await withFleet({ bearer: ({ url }) => token(url) }, async (rig) => {
        const plan = await rig.plan([
          rig.desire(PORTAL, PRODUCTION, {
            addRoles: [READER],
            businessUnit: { kind: 'root' },
          }),
        ]);
        const lacks = plan.environments[0]?.lacks ?? [];
        expect(lacks).toContain('prvReparentUser');
        expect(lacks).toContain('prvReadAccount (Global)');
        expect(lacks).not.toContain('prvAssignRole');
        const { events } = await rig.apply(plan);
        expect(events.find(({ state }) => state === 'failed')?.error?.params['status']).toBe(403);
      });
      expect(
        (await admin.plan([admin.desire(PORTAL, PRODUCTION, { businessUnit: { kind: 'root' } })]))
          .environments[0]?.lacks,
      ).toBeUndefined();
    });
  });
});

describe('C22: the environment’s own audit log, joined with an operation', () => {
  const TEST = 'Contoso Development';

  test('tells what it recorded of the app since the operation began, and who did it there', () =>
    withFleet({}, async (rig) => {
      const plan = await rig.plan([rig.desire(HUB, TEST, { ensureUser: true, addRoles: [READER] })]);
      const { operationId } = appliedFrom((await rig.apply(plan)).result);
      const { rows } = audit.output.parse(valueFrom(await rig.audit(operationId, HUB, TEST)));
      expect(rows.map(({ action }) => action)).toEqual(['Create', 'Assign Role To User']);
      expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Adele Hartog']));
      expect(valueFrom(await rig.audit(operationId, 'Contoso Retired Connector', TEST))).toEqual({
        rows: [],
      });
    }));

  test('who may not read it is told so', () =>
    withFleet({}, async (rig) => {
      const token = await appTokenFor(
        cloud,
        HUB,
        tenantOf(rig.environment(PRODUCTION).url),
        rig.environment(PRODUCTION).url,
      );
      const answer = await fetch(
        `${must(cloud.description.environments.find(({ name }) => name === PRODUCTION)).pathUrl}/api/data/v9.2/audits?$top=1`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      expect([answer.status, await answer.text()]).toEqual([
        403,
        expect.stringContaining('prvReadAuditSummary'),
      ]);
    }));
});
