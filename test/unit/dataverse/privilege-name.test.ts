import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrivilegeName } from '../../../main/dataverse/privilege-name.ts';

const verbs = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'] as const;
const tableName = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,30}$/);

describe('names of privileges', () => {
  test('verb and table', () => {
    expect(parsePrivilegeName('prvReadAccount')).toEqual({ verb: 'Read', table: 'Account' });
    expect(parsePrivilegeName('prvAppendToContact')).toEqual({ verb: 'AppendTo', table: 'Contact' });
    expect(parsePrivilegeName('prvAppendContact')).toEqual({ verb: 'Append', table: 'Contact' });
    expect(parsePrivilegeName('prvWritemsdyn_flow_approval')).toEqual({
      verb: 'Write',
      table: 'msdyn_flow_approval',
    });
  });

  test('privileges of no table', () => {
    for (const name of ['prvActOnBehalfOfAnotherUser', 'prvExportCustomization', 'prvReadAuditSummary']) {
      expect(parsePrivilegeName(name)).toEqual({ verb: 'Other', table: null });
    }
  });

  test('what was put together is taken apart again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verbs), tableName, (verb, table) => {
        // "Append" before a table that begins with "To" cannot be told from "AppendTo".
        fc.pre(!(verb === 'Append' && /^To[A-Z_a-z]/.test(table)));
        expect(parsePrivilegeName(`prv${verb}${table}`)).toEqual({ verb, table });
      }),
    );
  });

  test('garbage never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePrivilegeName(text)).toHaveProperty('verb');
      }),
    );
  });
});
