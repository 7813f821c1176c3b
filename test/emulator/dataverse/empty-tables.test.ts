import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';
import { emptyTables } from '../../../emulator/dataverse/schema/tables/empty.ts';

const lab = openLab();
const admin = person('admin');

describe('tables that hold nothing in an environment that nobody has filled', () => {
  test.each(emptyTables.map((it) => [it.entitySet, it]))('%s', (entitySet, table) => {
    const answer = lab.get(admin, `/${entitySet}?$select=${table.primaryId}&$count=true`);
    expect([answer.status, rowsOf(answer), answer.json['@odata.count']]).toEqual([200, [], 0]);
    const definition = lab.get(
      admin,
      `/EntityDefinitions(LogicalName='${table.logicalName}')?$select=EntitySetName,PrimaryIdAttribute`,
    );
    expect(definition.json).toMatchObject({
      EntitySetName: entitySet,
      PrimaryIdAttribute: table.primaryId,
    });
  });

  test.each([
    ['opportunities', 'product_opportunities'],
    ['quotes', 'quote_details'],
    ['salesorders', 'order_details'],
    ['invoices', 'invoice_details'],
    ['pricelevels', 'price_level_product_price_levels'],
  ])('%s lead to them: %s', (entitySet, collection) => {
    const answer = lab.get(admin, `/${entitySet}?$top=2&$expand=${collection}`);
    expect(answer.status).toBe(200);
    expect(rowsOf(answer).flatMap((it) => it[collection])).toEqual([]);
  });

  test('nothing writes them here', () => {
    expect(errorOf(lab.send(admin, 'POST', '/quotedetails', { quantity: 1 })).code).toBe('0x80040800');
  });
});
