import { describe, expect, test } from 'vitest';
import { nextLink, pinnedLink } from '../../../main/dataverse/next-link.ts';
import { contoso, errorOf, valueOf } from './local-service.ts';

describe('links of the Web API', () => {
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
