import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { ROLE_TEMPLATES, TEMPLATE_GRANTS } from '../../../preload/contract/words/role-templates.ts';
import { matchPrivileges } from '../../../renderer/screens/security-roles/match-privileges.ts';
import { miscArea } from '../../../renderer/screens/security-roles/misc-area.ts';
import {
  asEdit,
  changesOf,
  nextDepth,
  templateDepths,
} from '../../../renderer/screens/security-roles/role-draft.ts';
import { catalogue } from '../../support/fake-door/fake-granting.ts';
import { environments } from '../../support/fake-door/fake-world.ts';
import { must } from '../fleet/support/journal-folder.ts';

const namesFor = (text: string): readonly string[] =>
  matchPrivileges(text, catalogue).map(({ name }) => name);
const named = (name: string): CataloguePrivilege => must(catalogue.find((each) => each.name === name));

describe('C11: who can, asked in words', () => {
  test.each([
    ['delete account', 'prvDeleteAccount'],
    ['who can delete accounts', 'prvDeleteAccount'],
    ['remove opportunities', 'prvDeleteOpportunity'],
    ['edit work order', 'prvWritemsdyn_WorkOrder'],
    ['append to contact', 'prvAppendToContact'],
    ['export to excel', 'prvExportToExcel'],
    ['bulk delete', 'prvBulkDelete'],
    ['prvReadAuditSummary', 'prvReadAuditSummary'],
    ['READ sales order', 'prvReadSalesOrder'],
  ])('%s is first of all %s', (text, name) => {
    expect(namesFor(text)[0]).toBe(name);
  });

  test('a table alone offers each of its verbs; nothing matches nothing', () => {
    expect(namesFor('carrier')).toHaveLength(8);
    expect(namesFor('')).toEqual([]);
    expect(namesFor('delete unicorn')).toEqual([]);
  });

  test('any text is answered with privileges of the catalogue', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const found of matchPrivileges(text, catalogue)) expect(catalogue).toContain(found);
      }),
    );
  });
});

describe('C5: drafts of a role', () => {
  test('clicking goes through the depths that a privilege has, and back to none', () => {
    const walk = (name: string, clicks: number): readonly Depth[] => {
      const seen: Depth[] = [];
      let now: Depth = 'None';
      for (let click = 0; click < clicks; click += 1) {
        now = nextDepth(named(name), now);
        seen.push(now);
      }
      return seen;
    };
    expect(walk('prvReadAccount', 5)).toEqual(['Basic', 'Local', 'Deep', 'Global', 'None']);
    expect(walk('prvExportToExcel', 2)).toEqual(['Global', 'None']);
  });

  test('what was set back is no change, and an edit names only what changes', () => {
    const before = new Map<string, Depth>([
      ['prvReadAccount', 'Global'],
      ['prvReadContact', 'Basic'],
    ]);
    const after = new Map<string, Depth>([...before, ['prvReadContact', 'None'], ['prvReadLead', 'Deep']]);
    const changes = changesOf(before, after);
    expect(changes).toEqual([
      { name: 'prvReadContact', before: 'Basic', after: 'None' },
      { name: 'prvReadLead', before: 'None', after: 'Deep' },
    ]);
    const { id } = must(environments[0]);
    expect(
      asEdit(id, { by: 'name', name: 'Sync' }, { name: null, description: null }, changes),
    ).toMatchObject({
      set: [{ privilege: 'prvReadLead', depth: 'Deep' }],
      remove: ['prvReadContact'],
    });
  });

  test.each(ROLE_TEMPLATES)(
    'the template %s grants what it says on the chosen tables, and nothing else',
    (id) => {
      const depths = templateDepths(id, ['Account', 'Organization'], catalogue);
      const ofAccount = Object.fromEntries(
        TEMPLATE_GRANTS[id].map(({ depth, verb }) => [`prv${verb}Account`, depth]),
      );
      expect(Object.fromEntries([...depths].filter(([name]) => name.endsWith('Account')))).toEqual(ofAccount);
      // A table of the organization knows only Global: the least that it can be.
      for (const [name, depth] of depths) expect(name.endsWith('Account') || depth === 'Global').toBe(true);
    },
  );

  test('privileges without a table stand in areas', () => {
    expect(miscArea('prvReadAuditSummary')).toBe('auditing');
    expect(miscArea('prvExportCustomization')).toBe('customization');
    expect(miscArea('prvActOnBehalfOfAnotherUser')).toBe('security');
    expect(miscArea('prvGoOffline')).toBe('clients');
    expect(miscArea('prvSomethingNew')).toBe('other');
  });
});
