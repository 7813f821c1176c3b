import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { planRole } from '../../../main/fleet/roles/plan-role.ts';
import { isUnchanged, roleEffectHolds } from '../../../main/fleet/roles/role-action.ts';
import type { PlannedRoleStep } from '../../../main/fleet/roles/role-action.ts';
import type { RoleWorld } from '../../../main/fleet/roles/role-world.ts';
import { depthsOf, wholeRole } from '../../../main/security-roles/whole-role.ts';
import type { WholeGrant, WholeRole } from '../../../main/security-roles/whole-role.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import {
  parseBusinessUnitId,
  parseEnvironmentId,
  parsePrivilegeId,
  parseRoleId,
} from '../../../preload/contract/words/ids.ts';
import { reference } from '../../emulator/reference.ts';
import { guid, must } from './support/journal-folder.ts';

const DEPTHS = ['Basic', 'Local', 'Deep', 'Global'] as const;
const NAMES = Array.from({ length: 60 }, (_, at) => `prvReadTable${at}`);
const idOf = (name: string) => must(parsePrivilegeId(guid(0x900 + NAMES.indexOf(name))));
const roleId = must(parseRoleId(guid(0x10)));
const environmentId = must(parseEnvironmentId(guid(0x20)));

const privileges = new Map(
  NAMES.map((name) => [name, { privilegeId: idOf(name), name, depths: [...DEPTHS] }]),
);
const roleOf = (held: Readonly<Record<string, string>>): WholeRole =>
  wholeRole(
    Object.entries(held).map(([name, depth]): WholeGrant => ({
      privilegeId: idOf(name),
      name,
      depth,
      recordFilterId: '',
    })),
  );
const asRecord = (whole: WholeRole): Record<string, string> => {
  const depths = depthsOf(whole);
  return Object.fromEntries(
    whole.grants.map(({ name, privilegeId }) => [name, depths.get(privilegeId) ?? '']),
  );
};

const worldOf = (whole: WholeRole, there: RoleWorld['privileges'] = privileges): RoleWorld => ({
  environmentName: 'Lab',
  roles: [
    {
      rootRoleId: roleId,
      name: 'Custom',
      copies: [],
      managed: false,
      customizable: true,
      systemAdministrator: false,
      membersInherit: true,
    },
  ],
  units: 1,
  root: { id: must(parseBusinessUnitId(guid(0x30))), name: 'Root' },
  privileges: there,
  total: NAMES.length,
  wholes: new Map([[roleId, whole]]),
  descriptions: new Map(),
  holders: new Map(),
  teams: [],
  administrators: null,
});

const held = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...DEPTHS), { noNullPrototype: true });
const asked = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...DEPTHS, 'None' as const), {
  noNullPrototype: true,
});

const planEdit = (
  before: WholeRole,
  wanted: Readonly<Record<string, (typeof DEPTHS)[number] | 'None'>>,
  there: RoleWorld['privileges'] = privileges,
) =>
  planRole(
    {
      newRoleId: roleId,
      original: [],
      change: {
        kind: 'edit',
        environmentId,
        role: { by: 'id', roleId },
        name: null,
        description: null,
        set: Object.entries(wanted).flatMap(([privilege, depth]) =>
          depth === 'None' ? [] : [{ privilege, depth }],
        ),
        remove: Object.entries(wanted).flatMap(([name, depth]) => (depth === 'None' ? [name] : [])),
      },
    },
    worldOf(before, there),
  );

/** What the service makes of a step: it adds, or takes, or writes the complete set as the step changes it. */
const carriedOut = (whole: WholeRole, { action }: PlannedRoleStep): WholeRole => {
  if (action.kind !== 'set-privileges' && action.kind !== 'remove-privileges') return whole;
  const after = asRecord(whole);
  for (const change of action.changes) {
    if (change.after === 'None') delete after[change.name];
    else after[change.name] = change.after;
  }
  return roleOf(after);
};

const expected = (before: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries({ ...before, ...wanted }).filter(([, depth]) => depth !== 'None'));

describe('C5: edits of a role', () => {
  test('change what was asked for and nothing else, step by step', () => {
    fc.assert(
      fc.property(held, asked, (before, wanted) => {
        const start = roleOf(before);
        const draft = planEdit(start, wanted);
        if (!draft.ok) throw new Error(draft.error.code);
        let now = start;
        for (const step of draft.value.steps) {
          const { action } = step;
          // Each step finds the role as it was planned: an earlier one of the same plan is no change by somebody else.
          expect(!('changes' in action) || isUnchanged(action, now, false)).toBe(true);
          now = carriedOut(now, step);
          expect(
            roleEffectHolds(action, { name: 'Custom', description: null, whole: now, holdings: new Set() }),
          ).toBe(true);
        }
        expect(asRecord(now)).toEqual(expected(before, wanted));
      }),
    );
  });

  test('that are made already make no step', () => {
    fc.assert(
      fc.property(held, asked, (before, wanted) => {
        const draft = planEdit(roleOf(expected(before, wanted)), wanted);
        expect(draft.ok && draft.value.steps).toEqual([]);
      }),
    );
  });

  test('show each privilege that changes once, before and after', () => {
    fc.assert(
      fc.property(held, asked, (before, wanted) => {
        const draft = planEdit(roleOf(before), wanted);
        const shown = (draft.ok ? draft.value.steps : []).flatMap(({ step }) => step.privileges ?? []);
        const changing = Object.entries(wanted).filter(([name, depth]) => (before[name] ?? 'None') !== depth);
        expect(Object.fromEntries(shown.map(({ name, before: was, after }) => [name, [was, after]]))).toEqual(
          Object.fromEntries(changing.map(([name, depth]) => [name, [before[name] ?? 'None', depth]])),
        );
        expect(shown).toHaveLength(changing.length);
      }),
    );
  });

  test('a privilege that only a record filter limits is carried as it is', () => {
    const [first, second] = [must(NAMES[0]), must(NAMES[1])];
    const filtered: WholeGrant = {
      privilegeId: idOf(first),
      name: first,
      depth: 'RecordFilter',
      recordFilterId: guid(0x77),
    };
    const whole = wholeRole([
      filtered,
      { ...filtered, privilegeId: idOf(second), name: second, depth: 'Deep' },
    ]);
    const draft = planEdit(whole, { [second]: 'Local' });
    const [step] = draft.ok ? draft.value.steps : [];
    expect(step?.action).toMatchObject({ kind: 'set-privileges', replaces: whole.fingerprint });
    expect(step?.step.privileges).toEqual([{ name: second, before: 'Deep', after: 'Local' }]);
  });
});

const realRoles = z.array(
  z.object({
    name: z.string(),
    grants: z.array(z.tuple([z.string(), z.string(), z.enum(DEPTHS), z.string()])),
  }),
);
const real = reference('roles.json');

describe('C5: roles of a real environment', () => {
  test.skipIf(real.path === null)(`each is turned into the next by its plan${real.note}`, () => {
    const roles = realRoles.parse(JSON.parse(readFileSync(must(real.path), 'utf8')));
    const ids = new Map<string, ReturnType<typeof parsePrivilegeId>>();
    const there = new Map<string, { privilegeId: ReturnType<typeof idOf>; name: string; depths: Depth[] }>();
    const held = roles.map(({ grants }) => {
      const depths: Record<string, (typeof DEPTHS)[number]> = {};
      for (const [table, right, depth] of grants) {
        const name = `prv${right}${table}`;
        const id = ids.get(name) ?? must(parsePrivilegeId(guid(0x10_000 + ids.size)));
        ids.set(name, id);
        there.set(name, { privilegeId: must(id), name, depths: [...DEPTHS] });
        depths[name] = depth;
      }
      return depths;
    });
    const wholeOf = (depths: Readonly<Record<string, string>>): WholeRole =>
      wholeRole(
        Object.entries(depths).map(([name, depth]) => ({
          privilegeId: must(there.get(name)).privilegeId,
          name,
          depth,
          recordFilterId: '',
        })),
      );
    for (const [at, before] of held.entries()) {
      const after = held[(at + 1) % held.length] ?? {};
      const wanted = {
        ...Object.fromEntries(Object.keys(before).map((name) => [name, 'None' as const])),
        ...after,
      };
      const draft = planEdit(wholeOf(before), wanted, there);
      const shown = (draft.ok ? draft.value.steps : []).flatMap(({ step }) => step.privileges ?? []);
      const made = new Map<string, string>(Object.entries(before));
      for (const { after: depth, name } of shown) {
        if (depth === 'None') made.delete(name);
        else made.set(name, depth);
      }
      expect(Object.fromEntries(made)).toEqual(after);
    }
    expect(held.length).toBeGreaterThan(100);
  });
});
