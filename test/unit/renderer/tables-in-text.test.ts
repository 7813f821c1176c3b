import { describe, expect, it } from 'vitest';
import type { QuerySchema, QueryTable } from '../../../preload/contract/words/queries/tables.ts';
import { tablesInText } from '../../../renderer/screens/query-lab/editor/tables-in-text.ts';

const table = (logicalName: string): QueryTable => ({
  logicalName,
  entitySet: `${logicalName}s`,
  displayName: logicalName,
  primaryId: `${logicalName}id`,
  primaryName: 'name',
});

const TABLES = ['systemuser', 'team', 'role', 'teammembership'].map((name) => table(name));

const FETCH =
  '<fetch><entity name="systemuser"><link-entity name="teammembership" from="systemuserid" to="systemuserid" link-type="any" /></entity></fetch>';

describe('the tables of a text', () => {
  it('are those that a FetchXML query names', () => {
    const schema: QuerySchema = { tables: TABLES, details: new Map() };

    expect(tablesInText('fetchxml', FETCH, schema)).toStrictEqual(['systemuser', 'teammembership']);
  });

  it('are those on the other side of a many-to-many relationship too, of which a link names the intersect table alone', () => {
    const users = {
      ...table('systemuser'),
      columns: [],
      navigation: [
        {
          name: 'teammembership_association',
          kind: 'intersect',
          target: 'team',
          column: 'teammembership',
        } as const,
        {
          name: 'systemuserroles_association',
          kind: 'intersect',
          target: 'role',
          column: 'systemuserroles',
        } as const,
      ],
    };
    const schema: QuerySchema = { tables: TABLES, details: new Map([['systemuser', users]]) };

    expect(tablesInText('fetchxml', FETCH, schema)).toStrictEqual(['systemuser', 'teammembership', 'team']);
  });
});
