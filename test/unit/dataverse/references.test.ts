import { describe, expect, test } from 'vitest';
import { rowReference } from '../../../main/dataverse/references.ts';
import { nextLink, pinnedLink } from '../../../main/dataverse/next-link.ts';
import { contoso, errorOf, valueOf } from './local-service.ts';

const id = 'a1b2c3d4-0000-1111-2222-333344445555';

describe('links of the Web API', () => {
  test('a reference is the absolute address of the row', () => {
    expect(rowReference(contoso, 'roles', id)).toEqual({
      '@odata.id': `https://contoso.crm.demo.test/api/data/v9.2/roles(${id})`,
    });
  });

  test('a link that leaves the environment or its Web API is refused', () => {
    for (const link of [
      'https://evil.example/api/data/v9.2/accounts',
      'http://contoso.crm.demo.test/api/data/v9.2/accounts',
      'https://contoso.crm.demo.test@evil.example/api/data/v9.2/accounts',
      'https://user:word@contoso.crm.demo.test/api/data/v9.2/accounts',
      'https://contoso.crm.demo.test:444/api/data/v9.2/accounts',
      'https://contoso.crm.demo.test/other',
      'https://contoso.crm.demo.test/api/data/../../x',
      'accounts?$skiptoken=2',
      42,
    ]) {
      expect(errorOf(pinnedLink(link, contoso))).toMatchObject({ code: 'origin-mismatch' });
    }
  });

  test('the last page has no link; others are followed verbatim', () => {
    const link = `${contoso}/api/data/v9.2/accounts?$skiptoken=%3Ccookie%20pagenumber=%222%22`;
    expect(valueOf(nextLink({ value: [] }, contoso))).toBeNull();
    expect(valueOf(nextLink({ '@odata.nextLink': link }, contoso))).toBe(link);
  });
});
