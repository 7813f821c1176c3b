import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findDrift } from '../../../main/fleet/baseline/find-drift.ts';
import { printBaseline } from '../../../main/fleet/baseline/print-baseline.ts';
import { readBaseline } from '../../../main/fleet/baseline/read-baseline.ts';
import type { Reality } from '../../../main/fleet/baseline/reality.ts';
import { writeFromReality } from '../../../main/fleet/baseline/write-from-reality.ts';
import { desiredStateSchema } from '../../../preload/contract/fleet.ts';
import { driftToDesired } from '../../../preload/contract/words/drift-to-desired.ts';
import { parseEnvironmentId, parseRoleId } from '../../../preload/contract/words/ids.ts';
import { anyRealities, guid, realityOf, userOf } from './arbitrary-reality.ts';

const APP = guid(0x300);
const roleId = (number: number) => {
  const id = parseRoleId(guid(number));
  if (id === null) throw new Error('not an id');
  return id;
};
const said = (rule: string) => {
  const read = readBaseline(`version: 1
apps:
  - name: App zero
    clientId: ${APP}
    rules:
      - in: [https://env0.crm.dynamics.com]
        ${rule.replaceAll('\n', '\n        ')}
`);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.expectations;
};
const driftOf = (rule: string, reality: Reality) =>
  findDrift(said(rule), reality, () => null).flatMap(({ appName, findings }) =>
    findings.map(({ kind, subject, actual, change }) => ({ appName, kind, subject, actual, change })),
  );
const kinds = (rule: string, reality: Reality) =>
  driftOf(rule, reality).map(({ kind, subject }) => `${kind} ${subject}`.trim());

describe('C16: written from reality', () => {
  test('what is written down does not differ from what it was written from', () => {
    fc.assert(
      fc.property(anyRealities, (realities) => {
        const { document } = writeFromReality(realities, () => null);
        const read = readBaseline(printBaseline(document));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        for (const reality of realities) {
          const here = read.expectations.filter(({ url }) => url === reality.url);
          expect(findDrift(here, reality, () => null)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an app with hundreds of roles, teams and profiles, and with a name that is cut within a character', () => {
    const many = (what: string) => Array.from({ length: 300 }, (_, at) => `${what} ${at}`);
    const name = `${'x'.repeat(199)}𝔘`;
    const role = (roleName: string, at: number) => ({
      roleId: roleId(0x5000 + at),
      rootRoleId: roleId(0x6000 + at),
      name: roleName,
      systemAdministrator: false,
    });
    const user = userOf(0, 0, [], { name, roles: many('Role').map(role) });
    const reality = realityOf(0, [user], { [name]: many('Team') }, { [name]: many('Profile') });
    const read = readBaseline(printBaseline(writeFromReality([reality], () => null).document));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(findDrift(read.expectations, reality, () => null)).toEqual([]);
  });

  test('the order of the environments does not matter', () => {
    fc.assert(
      fc.property(anyRealities, (realities) => {
        expect(writeFromReality(realities.toReversed(), () => null)).toEqual(
          writeFromReality(realities, () => null),
        );
      }),
    );
  });

  test('environments where an app is the same share a rule, platform users and deleted ones are left out', () => {
    const everywhere = [0, 1, 2].map((at) =>
      realityOf(at, [
        userOf(0, 0, [1, 0]),
        userOf(1, at === 2 ? 1 : 0, []),
        userOf(2, 0, [], { platform: true }),
        userOf(3, 0, [], { state: 'soft-deleted' }),
      ]),
    );
    const { document, leftOut } = writeFromReality(everywhere, (id) => (id === APP ? 'Order import' : null));
    expect(leftOut).toEqual({ platform: 3, softDeleted: 3, ambiguous: 0 });
    expect(document).toEqual({
      version: 1,
      groups: {
        'group 1': ['https://env0.crm.dynamics.com', 'https://env1.crm.dynamics.com'],
        everywhere: [0, 1, 2].map((at) => `https://env${at}.crm.dynamics.com`),
      },
      apps: [
        {
          name: 'App 1',
          clientId: guid(0x301),
          rules: [
            {
              in: ['group 1'],
              user: 'present',
              enabled: true,
              businessUnit: 'root',
              roles: { exactly: [] },
              teams: { exactly: [] },
              columnSecurityProfiles: { exactly: [] },
            },
            {
              in: ['https://env2.crm.dynamics.com'],
              user: 'present',
              enabled: true,
              businessUnit: { name: 'Sales' },
              roles: { exactly: [] },
              teams: { exactly: [] },
              columnSecurityProfiles: { exactly: [] },
            },
          ],
        },
        {
          name: 'Order import',
          clientId: APP,
          rules: [
            {
              in: ['everywhere'],
              user: 'present',
              enabled: true,
              businessUnit: 'root',
              roles: { exactly: ['Basic User', 'Order Import'] },
              teams: { exactly: [] },
              columnSecurityProfiles: { exactly: [] },
            },
          ],
        },
      ],
    });
  });

  test('an app with several live rows is left out and told', () => {
    const twice = realityOf(0, [userOf(0, 0, []), userOf(0, 1, [])]);
    expect(writeFromReality([twice], () => null)).toMatchObject({
      leftOut: { ambiguous: 2 },
      document: { apps: [] },
    });
  });
});

describe('C16: drift', () => {
  const there = realityOf(
    0,
    [userOf(0, 1, [0, 3], { state: 'disabled' })],
    { 'App 0': ['Interns'] },
    { 'App 0': ['Salaries'] },
  );

  test('names every difference and what puts it right', () => {
    expect(
      driftOf(
        'user: present\nenabled: true\nbusinessUnit: root\nroles: { exactly: [order import, basic user] }\nteams: { exactly: [Field Agents] }\ncolumnSecurityProfiles: { exactly: [bank details] }',
        there,
      ),
    ).toEqual([
      { appName: 'App zero', kind: 'disabled', subject: '', actual: '', change: { enabled: true } },
      {
        appName: 'App zero',
        kind: 'business-unit',
        subject: 'Contoso',
        actual: 'Sales',
        change: { businessUnit: { kind: 'root' } },
      },
      {
        appName: 'App zero',
        kind: 'role-missing',
        subject: 'order import',
        actual: '',
        change: { addRoles: ['order import'] },
      },
      {
        appName: 'App zero',
        kind: 'role-extra',
        subject: 'Twin',
        actual: '',
        change: { removeRoles: ['Twin'] },
      },
      {
        appName: 'App zero',
        kind: 'team-missing',
        subject: 'Field Agents',
        actual: '',
        change: { addTeams: ['Field Agents'] },
      },
      {
        appName: 'App zero',
        kind: 'team-extra',
        subject: 'Interns',
        actual: '',
        change: { removeTeams: ['Interns'] },
      },
      {
        appName: 'App zero',
        kind: 'profile-missing',
        subject: 'bank details',
        actual: '',
        change: { addProfiles: ['bank details'] },
      },
      {
        appName: 'App zero',
        kind: 'profile-extra',
        subject: 'Salaries',
        actual: '',
        change: { removeProfiles: ['Salaries'] },
      },
    ]);
  });

  test.each([
    ['user: present', []],
    ['user: present\nenabled: false', []],
    ['user: present\nroles: { atLeast: [Basic User] }', []],
    ['user: present\nbusinessUnit: { name: sales }', []],
    ['user: present\nbusinessUnit: { name: Finance }', ['business-unit-unknown Finance']],
    ['user: present\nroles: { atLeast: [Nowhere] }', ['role-unknown Nowhere']],
    ['user: present\nteams: { atLeast: [Nowhere] }', ['team-unknown Nowhere']],
    ['user: present\nteams: { atLeast: [DOUBLE] }', ['team-ambiguous DOUBLE']],
    ['user: present\ncolumnSecurityProfiles: { atLeast: [salaries] }', []],
    ['user: present\ncolumnSecurityProfiles: { atLeast: [Nowhere] }', ['profile-unknown Nowhere']],
    ['user: present\ncolumnSecurityProfiles: { atLeast: [TWICE] }', ['profile-ambiguous TWICE']],
    ['user: absent', ['user-unwanted']],
  ])('a rule %j finds %j', (rule, found) => {
    expect(kinds(rule, there)).toEqual(found);
  });

  test('a role whose name several roles have is held when any of them is, and cannot be given', () => {
    expect(kinds('user: present\nroles: { atLeast: [Twin] }', there)).toEqual([]);
    expect(kinds('user: present\nroles: { atLeast: [Twin] }', realityOf(0, [userOf(0, 0, [])]))).toEqual([
      'role-ambiguous Twin',
    ]);
  });

  test('a missing application user is one difference, beside what a plan would stumble over', () => {
    const rule =
      'user: present\nenabled: false\nbusinessUnit: { name: Sales }\nroles: { exactly: [Basic User, Nowhere] }';
    const whole = {
      ensureUser: true,
      enabled: false,
      businessUnit: { kind: 'named', name: 'Sales' },
      addRoles: ['Basic User', 'Nowhere'],
    };
    expect(driftOf(rule, realityOf(0, []))).toMatchObject([
      { kind: 'user-missing', change: whole },
      { kind: 'role-unknown', subject: 'Nowhere', change: null },
    ]);
    const deleted = realityOf(0, [userOf(0, 0, [], { state: 'soft-deleted' })]);
    expect(driftOf(rule, deleted)).toMatchObject([
      { kind: 'user-soft-deleted', change: { ...whole, purgeTwin: true } },
      { kind: 'role-unknown' },
    ]);
    expect(kinds('user: absent', deleted)).toEqual([]);
  });

  test('several rows of an app and platform users are told and left alone', () => {
    expect(driftOf('user: present', realityOf(0, [userOf(0, 0, []), userOf(0, 1, [])]))).toMatchObject([
      { kind: 'user-ambiguous', actual: '2', change: null },
    ]);
    expect(driftOf('user: absent', realityOf(0, [userOf(0, 0, [], { platform: true })]))).toMatchObject([
      { kind: 'platform-user', change: null },
    ]);
  });

  test('application users that the baseline does not speak of are reported only', () => {
    const reality = realityOf(0, [
      userOf(0, 0, []),
      userOf(1, 0, [0]),
      userOf(2, 0, [], { platform: true }),
      userOf(3, 0, [], { state: 'soft-deleted' }),
    ]);
    expect(driftOf('user: present', reality)).toEqual([
      { appName: 'App 1', kind: 'not-in-baseline', subject: '', actual: 'Basic User', change: null },
    ]);
  });

  test('differences of one app become one desired state that the planner takes', () => {
    const environmentId = parseEnvironmentId(guid(1));
    const [app] = findDrift(
      said(
        'user: present\nenabled: true\nbusinessUnit: root\nroles: { exactly: [Basic User, Order Import] }\ncolumnSecurityProfiles: { exactly: [] }',
      ),
      there,
      () => null,
    );
    if (app === undefined || environmentId === null) throw new Error('it differs');
    const changes = app.findings.flatMap(({ change }) => (change === null ? [] : [change]));
    expect(
      desiredStateSchema.parse(driftToDesired({ environmentId, clientId: app.clientId }, changes)),
    ).toEqual({
      environmentId,
      clientId: APP,
      ensureUser: false,
      enabled: true,
      businessUnit: { kind: 'root' },
      addRoles: ['Order Import'],
      removeRoles: ['Twin'],
      addTeams: [],
      removeTeams: [],
      removeProfiles: ['Salaries'],
      delete: null,
      purgeTwin: false,
    });
  });
});
