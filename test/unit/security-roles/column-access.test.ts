import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { explainColumns } from '../../../main/security-roles/column-access.ts';
import type { ColumnPermission } from '../../../main/security-roles/column-access.ts';
import { COLUMN_ACTIONS } from '../../../preload/contract/column-security.ts';
import type { ColumnSecurityProfile } from '../../../preload/contract/column-security.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const column = { attributeId: 'a', name: 'creditlimit', displayName: 'Credit Limit' };
const team = { teamId: fakeId.team(1), name: 'Stewards' };

const profile = (n: number, more: Partial<ColumnSecurityProfile> = {}): ColumnSecurityProfile => ({
  id: fakeId.columnSecurityProfile(n),
  name: `Profile ${n}`,
  systemAdministrator: false,
  through: [],
  teams: [],
  ...more,
});
const allows = (
  n: number,
  actions: readonly ('read' | 'create' | 'update')[],
  more: Partial<ColumnPermission> = {},
): ColumnPermission => ({
  profileId: fakeId.columnSecurityProfile(n),
  table: 'account',
  column: 'creditlimit',
  allows: new Set(actions),
  ...more,
});

const ask = (profiles: readonly ColumnSecurityProfile[], permissions: readonly ColumnPermission[]) => {
  const answer = explainColumns({
    table: 'account',
    columns: [column],
    profiles,
    permissions,
    service: null,
  });
  const named = (places: readonly number[]) => places.map((place) => answer.profiles[place]?.name);
  const rights = (answer.columns[0]?.rights ?? []).map(({ action, granting, changes, ...right }) => [
    action,
    { ...right, granting: named(granting), changes: named(changes) },
  ]);
  return { told: answer.profiles.map(({ name }) => name), ...Object.fromEntries(rights) };
};

describe('C24: may it do that with a secured column?', () => {
  test('what any of its profiles allows, its own or a team’s', () => {
    const held = [
      profile(1, { through: [{ kind: 'direct' }] }),
      profile(2, { through: [{ kind: 'team', team }] }),
    ];
    expect(ask(held, [allows(1, ['read']), allows(2, ['read', 'update'])])).toMatchObject({
      read: { allowed: true, granting: ['Profile 1', 'Profile 2'], changes: [] },
      create: { allowed: false, granting: [], changes: [] },
      update: { allowed: true, granting: ['Profile 2'] },
    });
  });

  test('where none does, those that would, the one that allows least besides first', () => {
    const wide = [
      allows(1, ['read']),
      allows(1, ['read', 'update'], { table: 'contact', column: 'governmentid' }),
    ];
    const answer = ask(
      [profile(1), profile(2), profile(3)],
      [...wide, allows(2, ['read']), allows(3, ['update'])],
    );
    expect(answer).toMatchObject({
      read: { allowed: false, changes: ['Profile 2', 'Profile 1'] },
      update: { allowed: false, changes: ['Profile 3'] },
      told: ['Profile 1', 'Profile 2', 'Profile 3'],
    });
  });

  test('the System Administrator profile allows everything without saying so, and is no advice', () => {
    const builtIn = { systemAdministrator: true } as const;
    const rights = { allowed: true, granting: ['Profile 1'], changes: [] };
    expect(ask([profile(1, { ...builtIn, through: [{ kind: 'direct' }] })], [])).toMatchObject({
      read: rights,
      create: rights,
      update: rights,
    });
    expect(ask([profile(1, builtIn)], [])).toMatchObject({ read: { allowed: false, changes: [] }, told: [] });
  });

  test('to be given one of the changes is enough, and without any there is none that would do', () => {
    const all = [0, 1, 2, 3, 4, 5];
    const permission = fc.record({
      n: fc.nat(5),
      actions: fc.subarray([...COLUMN_ACTIONS]),
      here: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(permission, { maxLength: 12 }), fc.subarray(all), (given, held) => {
        const permissions = given.map(({ n, actions, here }) =>
          allows(n, actions, here ? {} : { column: 'revenue' }),
        );
        const explain = (those: readonly number[]) =>
          explainColumns({
            table: 'account',
            columns: [column],
            profiles: all.map((n) => profile(n, those.includes(n) ? { through: [{ kind: 'direct' }] } : {})),
            permissions,
            service: null,
          });
        const before = explain(held);
        for (const { action, allowed, changes } of before.columns[0]?.rights ?? []) {
          const would = (n: number) =>
            explain([...held, n]).columns[0]?.rights.some(
              (right) => right.action === action && right.allowed,
            );
          const told = changes.map((place) => before.profiles[place]?.name);
          const helping = all.filter((n) => !allowed && would(n)).map((n) => `Profile ${n}`);
          expect(told.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(helping);
        }
      }),
      { numRuns: 200 },
    );
  });
});
