import { describe, expect, test } from 'vitest';
import { readStatements } from '../../../main/security-roles/needs/read-statements.ts';
import type { HistoryEntry } from '../../../preload/contract/query-history.ts';
import { runsAsText } from '../../../renderer/screens/application-users/least-privilege/runs-as-text.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const HERE = fakeId.environment(1);
const ELSEWHERE = fakeId.environment(2);
const APP = fakeId.profile(1);

const entry = (text: string, change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  runId: fakeId.run(1),
  at: '2026-11-20T10:00:00Z',
  appProfileId: APP,
  appName: 'Order sync',
  askedBy: 'query-lab',
  query: { language: text.startsWith('<') ? 'fetchxml' : 'odata', text },
  table: { by: 'entity-set', name: 'accounts' },
  environmentIds: [HERE],
  rowsPerEnvironment: 10,
  counts: { environments: 1, succeeded: 1, failed: 0, cancelled: 0 },
  rows: 1,
  milliseconds: 5,
  denied: [],
  ...change,
});

const FETCH = '<fetch><entity name="contact">\n<attribute name="fullname"/></entity></fetch>';

describe('C11: what an app needs, from its own runs', () => {
  test('queries and refusals of this app in this environment, each once, are all understood as needs', () => {
    const found = runsAsText(
      [
        entry('accounts?$select=name'),
        entry('accounts?$select=name'),
        entry(FETCH),
        entry('leads', {
          at: '2026-11-01T10:00:00Z',
          denied: [
            { environmentId: HERE, hex: '0x80040220', privilege: 'prvReadLead' },
            { environmentId: ELSEWHERE, hex: '0x80040220', privilege: 'prvReadElsewhere' },
          ],
        }),
        entry('WhoAmI()', { table: null }),
        entry('competitors', { environmentIds: [ELSEWHERE] }),
        entry('invoices', { appProfileId: fakeId.profile(2) }),
      ],
      APP,
      HERE,
      100_000,
    );
    expect(found).toMatchObject({ runs: 5, left: 0 });
    const { statements, notUnderstood } = readStatements(found.text);
    expect(notUnderstood).toEqual([]);
    expect(statements.map((one) => (one.kind === 'table' ? one.table.name : one.name)).toSorted()).toEqual([
      'accounts',
      'contact',
      'leads',
      'prvReadLead',
    ]);
  });

  test('what does not fit are the oldest runs, and it is told how many', () => {
    const runs = [
      entry('accounts', { at: '2026-11-20T10:00:00Z' }),
      entry('contacts', { at: '2026-11-19T10:00:00Z' }),
      entry('leads'),
    ];
    expect(runsAsText(runs, APP, HERE, 'GET accounts\nGET contacts\n'.length)).toEqual({
      text: 'GET accounts\nGET contacts',
      runs: 2,
      left: 1,
      since: '2026-11-19T10:00:00Z',
    });
    expect(runsAsText([], APP, HERE, 10)).toEqual({ text: '', runs: 0, left: 0, since: null });
  });
});
