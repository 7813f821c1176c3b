import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { readBusinessUnits } from '../../../main/dataverse/business-units.ts';
import type { Plan } from '../../../preload/contract/fleet.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { appliedFrom, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { withRoleRig } from './support/role-rig.ts';
import type { roleRig } from './support/role-rig.ts';

/*
 * What a plan says that the caller lacks, against what the service then refuses: an oracle. The tree of business units is
 * Contoso > (Europe > (Benelux, DACH), Nordics, Services).
 */

const ENVIRONMENT = 'Contoso Production';
const CALLER = 'Contoso Integration Hub';
const TARGET = 'Contoso Portal Sync';
const NEWCOMER = 'Contoso Retired Connector';
const PROFILE = 'Credit Control';
const STEWARDS = 'Data Stewards';
const ROOT = 'Contoso';
const EUROPE = 'Contoso Europe';
const BENELUX = 'Contoso Benelux';
const SERVICES = 'Contoso Services';
const UNITS = [ROOT, EUROPE, BENELUX, SERVICES] as const;
const DEPTHS = ['Local', 'Deep', 'Global'] as const;
const GIVEN = ['Basic', ...DEPTHS] as const;

type Rig = ReturnType<typeof roleRig>;
type Asked = Parameters<Rig['desire']>[2];

let cloud: DemoCloud;

const withRig = (work: (rig: Rig) => Promise<void>, options: Partial<RigOptions> = {}): Promise<void> =>
  withRoleRig({ cloud: cloud.description, ...options }, work);

const quiet = (): AbortSignal => new AbortController().signal;
const at = (depth: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, depth]));
const inUnit = (name: string): Asked => ({ businessUnit: { kind: 'named', name } });
const roleOf = (depth: string): string => `Reads accounts ${depth}`;
const callerRole = (depth: string): string => `Administers ${depth}`;
const teamIn = (unit: string): string => `Team of ${unit}`;

/** What everybody who plans has to see; what this environment's plans read. */
const SEES = at(
  'Global',
  ...['Organization', 'BusinessUnit', 'User', 'Team', 'Role', 'FieldSecurityProfile'].map(
    (table) => `prvRead${table}`,
  ),
);
const MANAGES = [
  'prvAssignRole',
  'prvCreateUser',
  'prvWriteUser',
  'prvDeleteUser',
  'prvDisableUser',
  'prvReparentUser',
  'prvAppendToUser',
  'prvWriteTeam',
  'prvReadAccount',
  'prvAssignAccount',
  'prvWriteRole',
  'prvCreateRole',
  'prvDeleteRole',
];

/** Applies what has to be so for a test. */
const settle = async (rig: Rig, plan: Plan): Promise<void> => {
  expect(plan.environments.map(({ problem }) => problem)).toEqual(plan.environments.map(() => null));
  if (plan.environments.every(({ steps }) => steps.length === 0)) return;
  expect(appliedFrom((await rig.apply(plan)).result)).toMatchObject({ state: 'succeeded' });
};

// One each: a caller has 6,000 requests in five minutes.
beforeEach(async () => {
  cloud = await startDemoCloud({ control: true });
  await withRig(async (admin) => {
    const roles = [
      admin.create(ENVIRONMENT, 'Sees', { ...SEES, prvAppendFieldSecurityProfile: 'Global' }),
      ...DEPTHS.map((depth) => admin.create(ENVIRONMENT, callerRole(depth), at(depth, ...MANAGES))),
      ...GIVEN.map((depth) => admin.create(ENVIRONMENT, roleOf(depth), at(depth, 'prvReadAccount'))),
      admin.create(ENVIRONMENT, 'Deletes leads', at('Global', 'prvDeleteLead')),
    ];
    await settle(admin, await admin.planRoles(roles));
    const client = admin.client(ENVIRONMENT);
    const units = valueFrom(await readBusinessUnits(client, quiet()));
    for (const name of UNITS) {
      const { id } = must(units.find((unit) => unit.name === name));
      const team = { name: teamIn(name), teamtype: 0, 'businessunitid@odata.bind': `/businessunits(${id})` };
      valueFrom(await client.post('teams', team, quiet()));
    }
  });
});
afterEach(() => cloud.close());

/** What the two say of one plan. */
type Told = { readonly what: string; readonly lacks: readonly string[]; readonly refused: readonly string[] };

/** Works as the caller, placed in a unit with roles of its own. */
const asCaller = async (
  admin: Rig,
  unit: string,
  roles: readonly string[],
  work: (caller: Rig) => Promise<void>,
): Promise<void> => {
  const others = [...DEPTHS.map(callerRole), 'System Administrator'].filter((role) => !roles.includes(role));
  const placed = { ...inUnit(unit), addRoles: [...roles, 'Sees'], removeRoles: others };
  await settle(admin, await admin.plan([admin.desire(CALLER, ENVIRONMENT, placed)]));
  const { tenantId } = must(cloud.description.environments.find(({ name }) => name === ENVIRONMENT));
  await withRig(work, { bearer: ({ url }) => appTokenFor(cloud, CALLER, tenantId, url) });
};

/** Plans and applies; what the plan says that is lacking, and what the service refused. */
const tell = async (rig: Rig, what: string, plan: Plan): Promise<Told> => {
  const [planned] = plan.environments;
  expect([what, planned?.problem]).toEqual([what, null]);
  expect([what, planned?.steps.length]).not.toEqual([what, 0]);
  const { events, result } = await rig.apply(plan);
  const refused = events.flatMap(({ error, state }) =>
    state === 'failed' && error !== null ? [`${error.params['status']} ${error.params['message']}`] : [],
  );
  expect([what, appliedFrom(result).state]).toEqual([
    what,
    refused.length === 0 ? 'succeeded' : expect.anything(),
  ]);
  return { what, lacks: planned?.lacks ?? [], refused };
};

const differs = ({ lacks, refused }: Told): boolean => lacks.length > 0 !== refused.length > 0;

const callers = [
  ['Local', ROOT],
  ['Local', EUROPE],
  ['Deep', ROOT],
  ['Deep', EUROPE],
  ['Deep', SERVICES],
  ['Global', BENELUX],
] as const;

describe('what a plan says that the caller lacks is what the service refuses', () => {
  test.each(callers)('giving and taking roles: administers %s, in %s', (depth, unit) =>
    withRig((admin) =>
      asCaller(admin, unit, [callerRole(depth)], async (caller) => {
        const told: Told[] = [];
        const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(TARGET, ENVIRONMENT, what)]);
        for (const place of UNITS) {
          const given = [...GIVEN.map(roleOf), 'Deletes leads'];
          await settle(admin, await ask(admin, { ...inUnit(place), removeRoles: given }));
          for (const role of given)
            told.push(await tell(caller, `${role} in ${place}`, await ask(caller, { addRoles: [role] })));
          await settle(admin, await ask(admin, { addRoles: [roleOf('Global')] }));
          const taking = await ask(caller, { removeRoles: [roleOf('Global')] });
          told.push(await tell(caller, `taking in ${place}`, taking));
        }
        expect(told.filter(differs)).toEqual([]);
        expect(told.some(({ refused }) => refused.length > 0)).toBe(true);
        expect(told.some(({ refused }) => refused.length === 0)).toBe(true);
      }),
    ),
  );

  test.each(callers)('teams, profiles, states: administers %s, in %s', (depth, unit) =>
    withRig((admin) =>
      asCaller(admin, unit, [callerRole(depth)], async (caller) => {
        const told: Told[] = [];
        const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(TARGET, ENVIRONMENT, what)]);
        for (const place of UNITS) {
          const team = teamIn(place);
          const without = { enabled: true, removeTeams: [team], removeProfiles: [PROFILE] };
          const withAll = { enabled: true, addTeams: [team], addProfiles: [PROFILE] };
          await settle(admin, await ask(admin, { ...inUnit(place), ...without }));
          const compare = async (name: string, what: Asked) =>
            told.push(await tell(caller, `${name} in ${place}`, await ask(caller, what)));
          await compare('join', { addTeams: [team] });
          await compare('give profile', { addProfiles: [PROFILE] });
          await compare('disable', { enabled: false });
          await settle(admin, await ask(admin, withAll));
          await compare('leave', { removeTeams: [team] });
          await compare('take profile', { removeProfiles: [PROFILE] });
          await settle(admin, await ask(admin, { enabled: false }));
          await compare('enable', { enabled: true });
          await settle(admin, await ask(admin, without));
        }
        expect(told.filter(differs)).toEqual([]);
      }),
    ),
  );

  test.each(callers)('creating, moving, deleting: administers %s, in %s', (depth, unit) =>
    withRig((admin) =>
      asCaller(admin, unit, [callerRole(depth)], async (caller) => {
        const told: Told[] = [];
        const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(NEWCOMER, ENVIRONMENT, what)]);
        for (const place of UNITS) {
          await settle(admin, await ask(admin, { delete: 'permanent' }));
          const create = { ...inUnit(place), ensureUser: true, addRoles: [roleOf('Local')] };
          told.push(await tell(caller, `create in ${place}`, await ask(caller, create)));
          for (const to of UNITS.filter((other) => other !== place)) {
            await settle(admin, await ask(admin, { ...create, enabled: true }));
            told.push(await tell(caller, `${place} to ${to}`, await ask(caller, inUnit(to))));
          }
          await settle(admin, await ask(admin, { ...create, enabled: true }));
          told.push(await tell(caller, `delete in ${place}`, await ask(caller, { delete: 'permanent' })));
        }
        await settle(admin, await ask(admin, { delete: 'permanent' }));
        expect(told.filter(differs)).toEqual([]);
      }),
    ),
  );

  test.each(callers.filter((_, at) => at % 2 === 1))(
    'giving records away: administers %s, in %s',
    (depth, unit) =>
      withRig((admin) =>
        asCaller(admin, unit, [callerRole(depth)], async (caller) => {
          const client = admin.client(ENVIRONMENT);
          const told: Told[] = [];
          const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(NEWCOMER, ENVIRONMENT, what)]);
          for (const place of UNITS) {
            const create = { ...inUnit(place), ensureUser: true, addRoles: [roleOf('Global')] };
            await settle(admin, await ask(admin, create));
            const [user] = valueFrom(await readApplicationUsers(client, [admin.clientId(NEWCOMER)], quiet()));
            const owner = { 'ownerid@odata.bind': `/systemusers(${must(user).systemUserId})` };
            valueFrom(await client.post('accounts', { name: 'Somebody', ...owner }, quiet()));
            const away = { delete: 'permanent' as const, recordsTo: STEWARDS };
            told.push(await tell(caller, `from ${place}`, await ask(caller, away)));
            await settle(admin, await ask(admin, away));
          }
          expect(told.filter(differs)).toEqual([]);
        }),
      ),
  );

  // Of what administering needs, only records can be had to this depth: rows of users and roles have no owner.
  test('who may assign only its own records lacks what gives away those of an app', () =>
    withRig(async (admin) => {
      const role = 'Assigns its own';
      const all = { ...at('Global', ...MANAGES), prvAssignAccount: 'Basic' };
      await settle(admin, await admin.planRoles([admin.create(ENVIRONMENT, role, all)]));
      await asCaller(admin, EUROPE, [role], async (caller) => {
        const create = { ...inUnit(EUROPE), ensureUser: true, addRoles: [roleOf('Global')] };
        await settle(admin, await admin.plan([admin.desire(NEWCOMER, ENVIRONMENT, create)]));
        const client = admin.client(ENVIRONMENT);
        const [user] = valueFrom(await readApplicationUsers(client, [admin.clientId(NEWCOMER)], quiet()));
        const owner = { 'ownerid@odata.bind': `/systemusers(${must(user).systemUserId})` };
        valueFrom(await client.post('accounts', { name: 'Somebody', ...owner }, quiet()));
        const away = { delete: 'permanent' as const, recordsTo: STEWARDS };
        const plan = await caller.plan([caller.desire(NEWCOMER, ENVIRONMENT, away)]);
        const { lacks, refused } = await tell(caller, 'away', plan);
        expect(lacks).toEqual(['prvAssignAccount (Local in Contoso Europe)']);
        expect(refused).toEqual([expect.stringContaining('AssignAccess')]);
      });
    }));

  // The slowest: those that differ most.
  test.each(callers.filter((_, at) => at % 2 === 1))(
    'roles and what teams hold: administers %s, in %s',
    (depth, unit) =>
      withRig((admin) =>
        asCaller(admin, unit, [callerRole(depth)], async (caller) => {
          const told: Told[] = [];
          const { id: environmentId } = admin.environment(ENVIRONMENT);
          for (const place of UNITS)
            for (const given of GIVEN) {
              const change = (kind: 'give-to-team' | 'take-from-team') => ({
                kind,
                environmentId,
                role: { by: 'name' as const, name: roleOf(given) },
                team: { by: 'name' as const, name: teamIn(place) },
              });
              const give = await caller.planRoles([change('give-to-team')]);
              told.push(await tell(caller, `${given} to the team of ${place}`, give));
              await settle(admin, await admin.planRoles([change('give-to-team')]));
              const take = await caller.planRoles([change('take-from-team')]);
              told.push(await tell(caller, `${given} from the team of ${place}`, take));
              await settle(admin, await admin.planRoles([change('take-from-team')]));
            }
          for (const given of GIVEN) {
            const mine = admin.create(ENVIRONMENT, `By the caller ${given}`, at(given, 'prvReadAccount'));
            told.push(await tell(caller, `create ${given}`, await caller.planRoles([mine])));
            const there = admin.create(
              ENVIRONMENT,
              `There ${given}`,
              at('Global', 'prvReadUser', 'prvReadLead'),
            );
            await settle(admin, await admin.planRoles([there]));
            const edit = async (name: string, what: Parameters<Rig['edit']>[2]) => {
              const plan = await caller.planRoles([caller.edit(ENVIRONMENT, `There ${given}`, what)]);
              told.push(await tell(caller, `${name} ${given}`, plan));
            };
            await edit('add', { set: at(given, 'prvReadAccount') });
            await edit('narrow', { set: at('Local', 'prvReadUser') });
            await edit('take', { remove: ['prvReadUser'] });
          }
          expect(told.filter(differs)).toEqual([]);
        }),
      ),
  );

  test('what is held through a team reaches from the unit of the team', () =>
    withRig((admin) =>
      asCaller(admin, SERVICES, [], async (caller) => {
        const held = {
          kind: 'give-to-team' as const,
          environmentId: admin.environment(ENVIRONMENT).id,
          role: { by: 'name' as const, name: callerRole('Deep') },
          team: { by: 'name' as const, name: teamIn(EUROPE) },
        };
        await settle(admin, await admin.planRoles([held]));
        const joining = admin.desire(CALLER, ENVIRONMENT, { addTeams: [teamIn(EUROPE)] });
        await settle(admin, await admin.plan([joining]));
        const told: Told[] = [];
        for (const place of UNITS) {
          const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(TARGET, ENVIRONMENT, what)]);
          await settle(admin, await ask(admin, { ...inUnit(place), removeRoles: GIVEN.map(roleOf) }));
          for (const role of GIVEN.map(roleOf))
            told.push(await tell(caller, `${role} in ${place}`, await ask(caller, { addRoles: [role] })));
        }
        expect(told.filter(differs)).toEqual([]);
        expect(told.filter(({ refused }) => refused.length === 0).map(({ what }) => what)).toEqual(
          [EUROPE, BENELUX].flatMap((place) =>
            ['Basic', 'Local', 'Deep'].map((depth) => `${roleOf(depth)} in ${place}`),
          ),
        );
      }),
    ));

  test('what is held, but not there, is named with the business unit', () =>
    withRig((admin) =>
      asCaller(admin, EUROPE, [callerRole('Local')], async (caller) => {
        const alone = { removeRoles: ['Integration – Contacts Writer'] };
        await settle(admin, await admin.plan([admin.desire(TARGET, ENVIRONMENT, alone)]));
        const asked = caller.desire(TARGET, ENVIRONMENT, {
          businessUnit: { kind: 'root' },
          addRoles: [roleOf('Deep')],
        });
        const [planned] = (await caller.plan([asked])).environments;
        expect(planned?.lacks).toEqual([
          'prvAssignRole (Local in Contoso)',
          'prvReparentUser (Local in Contoso)',
          'prvReadAccount (Deep in Contoso)',
        ]);
      }),
    ));

  test('a System Administrator lacks nothing, wherever it is', () =>
    withRig((admin) =>
      asCaller(admin, SERVICES, ['System Administrator'], async (caller) => {
        const told: Told[] = [];
        for (const place of UNITS) {
          const ask = (rig: Rig, what: Asked) => rig.plan([rig.desire(TARGET, ENVIRONMENT, what)]);
          const none = { ...inUnit(place), removeRoles: GIVEN.map(roleOf) };
          await settle(admin, await ask(admin, none));
          for (const role of GIVEN.map(roleOf))
            told.push(await tell(caller, `${role} in ${place}`, await ask(caller, { addRoles: [role] })));
        }
        expect(told.filter(({ lacks, refused }) => lacks.length + refused.length > 0)).toEqual([]);
      }),
    ));
});
