import { describe, expect, test } from 'vitest';
import { parseQueryRequest } from '../../../main/query/query-request.ts';
import type { Query } from '../../../preload/contract/query.ts';
import { rememberedQuery } from '../../../main/query/remembered-query.ts';

const parameters: NonNullable<Query['parameters']> = [
  { name: 'p', type: 'text', value: "O'Neil & sons" },
  { name: 'key', type: 'text', value: 'a1b8Q~0123456789abcdefghijklmnopqrstuvwxyz' },
];

describe('a query with parameters', () => {
  test('goes out with its values, encoded', () => {
    const query: Query = { language: 'odata', text: 'accounts?$filter=name eq {{p}}', parameters };
    const request = parseQueryRequest(query);
    expect(request).toMatchObject({
      ok: true,
      value: { path: 'accounts?$filter=name%20eq%20%27O%27%27Neil%20%26%20sons%27', resource: 'accounts' },
    });
  });

  test('is refused while one has no value', () => {
    expect(
      parseQueryRequest({ language: 'odata', text: 'accounts?$filter=name eq @p', parameters: [] }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', params: { problem: '@p has no value' } },
    });
  });

  test('a text that comes without any goes out as it is', () => {
    const request = parseQueryRequest({ language: 'odata', text: "notes?$filter=contains(text,'{{x}}')" });
    expect(request.ok).toBe(true);
  });

  test('is remembered without what looks like a secret', () => {
    const kept = rememberedQuery({ language: 'odata', text: 'x', parameters });
    expect(kept.parameters?.map(({ name }) => name)).toEqual(['p']);
  });
});
