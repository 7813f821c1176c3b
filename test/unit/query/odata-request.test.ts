import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseODataRequest } from '../../../main/query/odata-request.ts';
import { errorOf, valueOf } from '../dataverse/local-service.ts';

const root = 'https://contoso.crm.demo.test/api/data/v9.2/';

describe('what may be asked', () => {
  test.each([
    ['accounts', 'accounts'],
    ['  accounts?$select=name&$top=5 ', 'accounts?$select=name&$top=5'],
    ["accounts?$filter=name eq 'A B'", 'accounts?$filter=name%20eq%20%27A%20B%27'],
    ["accounts?$filter=contains(name,'50%')", 'accounts?$filter=contains(name,%2750%25%27)'],
    ["accounts?$filter=contains(name,'#1')", 'accounts?$filter=contains(name,%27%231%27)'],
    ["accounts?$filter=name eq '../..//x'", 'accounts?$filter=name%20eq%20%27../..//x%27'],
    ['WhoAmI()', 'WhoAmI()'],
    ['RetrieveRolePrivilegesRole(RoleId=@r)?@r=abc', 'RetrieveRolePrivilegesRole(RoleId=@r)?@r=abc'],
    [
      'accounts(a1b2c3d4-0000-1111-2222-333344445555)/contact_customer_accounts/$count',
      'accounts(a1b2c3d4-0000-1111-2222-333344445555)/contact_customer_accounts/$count',
    ],
  ])('%s', (typed, path) => {
    expect(valueOf(parseODataRequest(typed)).path).toBe(path);
  });

  test('a page size is asked for unless the query counts its rows itself', () => {
    expect(valueOf(parseODataRequest('accounts?$select=name')).pageable).toBe(true);
    expect(valueOf(parseODataRequest('accounts?$select=name&$top=5')).pageable).toBe(false);
    expect(valueOf(parseODataRequest('accounts?%24top=5')).pageable).toBe(false);
    expect(valueOf(parseODataRequest('accounts?fetchXml=%3Cfetch/%3E')).pageable).toBe(false);
  });
});

describe('what is refused', () => {
  test.each([
    [''],
    ['?$top=1'],
    ['https://evil.example/accounts'],
    ['javascript:alert(1)'],
    ['//evil.example/accounts'],
    ['/accounts'],
    [String.raw`\\evil.example\accounts`],
    [String.raw`accounts\..\..`],
    ['../../../evil'],
    ['accounts/../../../evil'],
    ['accounts/./x'],
    ['%2e%2e/%2e%2e/evil'],
    ['%252e%252e/evil'],
    ['accounts/%2e%2e'],
    ['%2fevil'],
    ['%5cevil'],
    ['accounts%2f..%2f..%2fevil'],
    ['accounts//x'],
    ['accounts%00'],
    ['accounts%zz'],
    ['$batch'],
    ['%24batch'],
    ['accounts/$BATCH'],
    ['$metadata'],
    ['accounts\n?$top=1'],
  ])('%j', (typed) => {
    expect(errorOf(parseODataRequest(typed))).toMatchObject({
      code: 'invalid-input',
      params: { path: 'odata' },
    });
  });

  test('nothing that is accepted leaves the Web API or hides a path from a server that decodes', () => {
    const nasty = fc.constantFrom(
      '..',
      '.',
      '/',
      '//',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%25',
      '?',
      '#',
      '@',
      ':',
      "'",
    );
    const text = fc.array(fc.oneof(nasty, fc.string({ maxLength: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const parsed = parseODataRequest(parts.join(''));
        if (!parsed.ok) return;
        const url = new URL(`${root}${parsed.value.path}`);
        expect(url.href.startsWith(root)).toBe(true);
        expect(url.hash).toBe('');
        const decoded = decodeURIComponent(url.pathname);
        expect(new URL(decoded, root).pathname.startsWith('/api/data/v9.2/')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
