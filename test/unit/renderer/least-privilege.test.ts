import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedRole, EffectivePrivilege } from '../../../preload/contract/security-roles.ts';
import { DEPTHS, readGrants } from '../../../preload/contract/words/depth.ts';
import { parseBusinessUnitId, parsePrivilegeId, parseRoleId } from '../../../preload/contract/words/ids.ts';
import {
  findingsOf,
  withoutRole,
} from '../../../renderer/screens/application-users/least-privilege/findings.ts';
import { judgeNeeds } from '../../../renderer/screens/application-users/least-privilege/judge-needs.ts';

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('expected a value');
  return value;
};

const role = (number: number, given: Partial<CountedRole> = {}): CountedRole => ({
  roleId: must(parseRoleId(guid(number))),
  rootRoleId: must(parseRoleId(guid(number))),
  name: `Role ${number}`,
  businessUnitId: must(parseBusinessUnitId(guid(1))),
  businessUnitName: 'Contoso',
  systemAdministrator: false,
  through: { kind: 'direct' },
  ...given,
});

/** A privilege that roles grant as far as the digits say. */
const privilege = (name: string, grants: string, number = 1): EffectivePrivilege => ({
  privilegeId: must(parsePrivilegeId(guid(number))),
  name,
  verb: name.startsWith('prvRead') ? 'Read' : name.startsWith('prvWrite') ? 'Write' : 'Other',
  table: /^prv(?:Read|Write)(\w+)/.exec(name)?.[1] ?? null,
  depth: DEPTHS[Math.max(...Array.from(grants).map(Number))] ?? 'None',
  grants,
});

describe('C11: what would stop working without a role', () => {
  test('is exactly what the other roles do not grant as far', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 })
      .filter((each) => each.some((digit) => digit > 0))
      .map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 20 }), fc.nat(2), (all, place) => {
        const privileges = all.map((grants, at) => privilege(`prvRead${at}`, grants, at + 1));
        const lost = withoutRole(privileges, place);
        for (const each of privileges) {
          const others = readGrants(each.grants).filter((grant) => grant.role !== place);
          const still = others.some(({ depth }) => depth === each.depth);
          expect(lost.some((one) => one.privilege === each)).toBe(!still);
        }
        for (const { after, before } of lost)
          expect(DEPTHS.indexOf(after)).toBeLessThan(DEPTHS.indexOf(before));
      }),
    );
  });
});

describe('C11: findings', () => {
  test('System Administrator is told by its template, and nothing that follows from it beside it', () => {
    const roles = [role(1, { name: 'Renamed', systemAdministrator: true })];
    const found = findingsOf(roles, [privilege('prvActOnBehalfOfAnotherUser', '4')]);
    expect(found.map(({ kind }) => kind)).toEqual(['system-administrator']);
  });

  test('acting for others, giving rights, changing everywhere, and roles that add nothing', () => {
    const privileges = [
      privilege('prvActOnBehalfOfAnotherUser', '40', 1),
      privilege('prvAssignRole', '40', 2),
      privilege('prvWriteaccount', '41', 3),
      privilege('prvWritecontact', '30', 4),
      privilege('prvReadlead', '44', 5),
    ];
    expect(findingsOf([role(1), role(2)], privileges)).toMatchObject([
      { kind: 'acts-for-others' },
      { kind: 'grants-rights', privileges: ['prvAssignRole'] },
      { kind: 'changes-everywhere', tables: ['account'] },
      { kind: 'adds-nothing', roles: [{ name: 'Role 2' }] },
    ]);
  });
});

test('C11: a need is judged by how far it must reach, where a refusal says so, else by what was chosen', () => {
  const held = [privilege('prvReadAccount', '2'), privilege('prvReadLead', '4', 2)];
  const need = (name: string, depth: 'Deep' | null) => ({
    privilege: name,
    verb: 'Read' as const,
    table: null,
    depth,
    times: 1,
  });
  const judged = judgeNeeds(
    [need('prvreadaccount', null), need('prvReadLead', 'Deep'), need('prvReadTask', null)],
    held,
    'Local',
  );
  expect(judged.map(({ verdict }) => verdict)).toEqual(['held', 'held', 'not-held']);
  expect(judgeNeeds([need('prvReadAccount', 'Deep')], held, 'Basic')[0]).toMatchObject({
    verdict: 'not-far-enough',
    wanted: 'Deep',
    held: 'Local',
  });
});
