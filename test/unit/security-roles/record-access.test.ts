import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { joinPrivileges } from '../../../main/security-roles/effective-access.ts';
import { explainRecord } from '../../../main/security-roles/record-access.ts';
import type { RecordPlace, RecordQuestion } from '../../../main/security-roles/record-access.ts';
import type { CountedRole, RecordRight } from '../../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const [ROOT, EUROPE, GERMANY, AMERICAS] = [1, 2, 3, 4].map((each) => fakeId.businessUnit(each));
const unit = (id: typeof ROOT, parentId: typeof ROOT | null) => ({
  id: id ?? fakeId.businessUnit(0),
  name: String(id),
  parentId: parentId ?? null,
  disabled: false,
});
const units = [unit(ROOT, null), unit(EUROPE, ROOT), unit(GERMANY, EUROPE), unit(AMERICAS, ROOT)];

const me = fakeId.user(1);
const myTeam = fakeId.team(1);
const other = fakeId.user(2);

const role = (businessUnit: number, through: CountedRole['through']): CountedRole => ({
  roleId: fakeId.role(businessUnit),
  rootRoleId: fakeId.role(1),
  name: 'Order Sync',
  businessUnitId: fakeId.businessUnit(businessUnit),
  businessUnitName: String(businessUnit),
  systemAdministrator: false,
  through,
});
const direct = { kind: 'direct' } as const;
const through = (membersInherit: boolean): CountedRole['through'] => ({
  kind: 'team',
  teamId: myTeam,
  teamName: 'Team',
  teamType: 'Owner',
  membersInherit,
});

const READ = { privilegeId: fakeId.privilege(1), name: 'prvReadAccount', verb: 'Read' } as const;

const owned = (ownerId: typeof me | typeof myTeam, businessUnit: number): RecordPlace => ({
  kind: 'owned',
  ownerId,
  businessUnitId: fakeId.businessUnit(businessUnit),
});

const ask = (
  place: RecordPlace,
  roles: readonly (readonly [CountedRole, Depth])[],
  depths: readonly Depth[] = ['Basic', 'Local', 'Deep', 'Global'],
): RecordRight => {
  const question: RecordQuestion = {
    place,
    tablePrivileges: [{ ...READ, depths }],
    allowed: new Set(),
    shares: [],
    principal: { systemUserId: me, teams: [{ id: myTeam, name: 'Team' }] },
    roles: roles.map(([each]) => each),
    privileges: joinPrivileges(roles.map(([, depth]) => [{ ...READ, table: 'Account', depth }])),
    units,
  };
  const [right] = explainRecord(question);
  if (right === undefined) throw new Error('nothing was told');
  return right;
};
const reached = (right: RecordRight): boolean => right.reaching.length > 0;

describe('C6: which depth reaches a record', () => {
  test.each([
    ['Basic', owned(me, 4), true],
    ['Basic', owned(myTeam, 4), true],
    ['Basic', owned(other, 2), false],
    ['Local', owned(other, 2), true],
    ['Local', owned(other, 3), false],
    ['Local', owned(me, 4), true],
    ['Deep', owned(other, 3), true],
    ['Deep', owned(other, 1), false],
    ['Deep', owned(other, 4), false],
    ['Global', owned(other, 4), true],
    ['None', owned(me, 2), false],
    ['Basic', { kind: 'organization' }, true],
  ] as const)('%s of a role in Europe, over %j: %j', (depth, place, expected) => {
    expect(reached(ask(place, [[role(2, direct), depth]]))).toBe(expected);
  });

  test("a team's role reaches the member's own record only where members inherit it", () => {
    expect(reached(ask(owned(me, 4), [[role(2, through(false)), 'Basic']]))).toBe(false);
    expect(reached(ask(owned(me, 4), [[role(2, through(true)), 'Basic']]))).toBe(true);
    expect(reached(ask(owned(myTeam, 4), [[role(2, through(false)), 'Basic']]))).toBe(true);
  });

  test('what is missing is told as the least that would do, at the roles where it would', () => {
    const right = ask(owned(other, 3), [
      [role(3, direct), 'Basic'],
      [role(2, through(true)), 'Local'],
    ]);
    expect(right.reaching).toEqual([]);
    expect(right.changes).toEqual([{ role: 0, depth: 'Local' }]);
  });

  test('a depth that the privilege cannot have is not proposed', () => {
    const right = ask(owned(other, 3), [[role(3, direct), 'None']], ['Global']);
    expect(right).toMatchObject({ depth: 'None', changes: [{ role: 0, depth: 'Global' }] });
  });

  test('without a role there is no change of one', () => {
    expect(ask(owned(me, 1), [])).toMatchObject({ reaching: [], changes: [], depth: 'None' });
  });

  test('business units in a circle are walked once', () => {
    const circle = [unit(ROOT, EUROPE ?? null), unit(EUROPE, ROOT ?? null)];
    const [right] = explainRecord({
      place: owned(other, 1),
      tablePrivileges: [{ ...READ, depths: ['Deep'] }],
      allowed: new Set(),
      shares: [],
      principal: { systemUserId: me, teams: [] },
      roles: [role(4, direct)],
      privileges: joinPrivileges([[{ ...READ, table: 'Account', depth: 'Deep' }]]),
      units: circle,
    });
    expect(right?.reaching).toEqual([]);
  });

  const anyRole = fc.record({
    businessUnit: fc.constantFrom(1, 2, 3, 4),
    through: fc.constantFrom(direct, through(true), through(false)),
    depth: fc.constantFrom(...DEPTHS),
  });
  const anyPlace = fc.oneof(
    fc.constant<RecordPlace>({ kind: 'organization' }),
    fc
      .tuple(fc.constantFrom(me, myTeam, other), fc.constantFrom(1, 2, 3, 4))
      .map(([ownerId, businessUnit]) => owned(ownerId, businessUnit)),
  );

  test('a proposed change is enough, nothing less is, and a further depth never reaches less', () => {
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 4 }), anyPlace, (some, place) => {
        const roles = some.map((each) => [role(each.businessUnit, each.through), each.depth] as const);
        const right = ask(place, roles);
        for (const [index, [each]] of roles.entries()) {
          const reach = DEPTHS.map((depth) => reached(ask(place, [[each, depth]])));
          expect(reach).toEqual(reach.toSorted((a, b) => Number(a) - Number(b)));
          const change = right.changes.find((proposed) => proposed.role === index);
          if (change === undefined) continue;
          expect(reach[DEPTHS.indexOf(change.depth)]).toBe(true);
          const least = DEPTHS.find((_depth, at) => reach[at]);
          expect(compareDepth(change.depth, least ?? 'None')).toBe(0);
        }
        expect(right.changes.length > 0).toBe(roles.length > 0 && !reached(right));
      }),
    );
  });
});
