import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNeeds } from '../../../main/security-roles/needs/read-needs.ts';
import { readStatements } from '../../../main/security-roles/needs/read-statements.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';

const cloud = demoCloud();

describe('C11: what an app needs, from what people paste', () => {
  const PASTED = [
    'GET accounts?$select=name',
    'https://contoso.crm4.demo.test/api/data/v9.2/contacts(00000000-0000-0000-0000-000000000001)',
    'PATCH contacts(00000000-0000-0000-0000-000000000001)',
    '<fetch><entity name="lead"><link-entity name="account" from="a" to="b"/></entity></fetch>',
    'something that nobody understands, really?!',
    'nosuchtables?$top=1',
  ];

  test('queries and refusals name privileges of the environment’s own tables, each once', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const hub = cloud.clientAs('Contoso Integration Hub', cloud.environment('Contoso Production'));
    const refused = await hub.get('opportunities?$top=1', { signal: signal() });
    const message = refused.ok ? '' : String(refused.error.params['message']);
    const answer = valueOf(await readNeeds(client, [...PASTED, message].join('\n'), signal()));
    expect(answer.needs.map(({ privilege, times }) => [privilege, times])).toEqual([
      ['prvReadAccount', 2],
      ['prvReadContact', 1],
      ['prvReadLead', 1],
      ['prvReadOpportunity', 1],
      ['prvWriteContact', 1],
    ]);
    expect(answer.unknownTables).toEqual(['nosuchtables']);
    expect(answer.notUnderstood).toEqual([{ line: 5, text: PASTED[4] }]);
  });

  test('lines after a query of several lines keep their numbers', () => {
    const { notUnderstood } = readStatements('<fetch>\n<entity name="account"/>\n</fetch>\n\n?? what ??');
    expect(notUnderstood).toEqual([{ line: 5, text: '?? what ??' }]);
  });

  test('any text is read without a throw, and something is said of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...PASTED, '<fetch>', '</fetch>', '<a'.repeat(500)))),
        (lines) => {
          const { notUnderstood, statements } = readStatements(lines.join('\n'));
          const said = lines.filter((line) => line.trim() !== '').length;
          expect(statements.length + notUnderstood.length >= Math.min(1, said)).toBe(true);
          for (const { line } of notUnderstood) expect(line).toBeGreaterThan(0);
        },
      ),
    );
  });
});
