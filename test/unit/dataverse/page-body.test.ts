import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageBody, RowPieces } from '../../../main/dataverse/page-body.ts';

/** A text in the parts in which a network may bring it, characters cut in two included. */
const inParts = (text: string, sizes: readonly number[]): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...parts, bytes.subarray(at)];
};

/** The body with its rows taken together; null where the text breaks off. */
const whole = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || !('value' in body)) return body;
  if (!(body.value instanceof RowPieces)) return body;
  const rows: unknown[] = [];
  for (const piece of body.value.pieces()) {
    if (piece === null) return null;
    rows.push(...piece);
  }
  return { ...body, value: rows };
};

const isInPieces = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'value' in body && body.value instanceof RowPieces;

/** What a text may hold to look like the place between two rows. */
const misleading = '"},{"@odata.etag":"';
const page = fc.record({
  rows: fc.array(
    fc.record({
      '@odata.etag': fc.constantFrom('W/"1"', 'W/"23"', misleading),
      name: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant(misleading)),
      'name@OData.Community.Display.V1.FormattedValue': fc.string({ maxLength: 10 }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
  times: fc.integer({ min: 1, max: 400 }),
  link: fc.option(fc.constant('https://org.crm.dynamics.com/api/data/v9.2/accounts?$skiptoken=x')),
  nested: fc.boolean(),
  sizes: fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 20 }),
});

const textOf = ({
  link,
  nested,
  rows,
  times,
}: typeof page extends fc.Arbitrary<infer Value> ? Value : never) =>
  JSON.stringify({
    '@odata.context': 'https://org.crm.dynamics.com/api/data/v9.2/$metadata#accounts',
    value: Array.from({ length: times }, (_, at) =>
      rows.map((row) => (nested && at % 7 === 0 ? { ...row, tasks: rows } : row)),
    ).flat(),
    ...(link === null ? {} : { '@odata.nextLink': link }),
  });

describe('a long page that is read piece by piece', () => {
  test('is what the same text is when it is read at once, whatever its parts and its rows', () => {
    fc.assert(
      fc.property(page, (made) => {
        const text = textOf(made);
        expect(whole(pageBody(inParts(text, made.sizes)))).toEqual(JSON.parse(text));
      }),
      { numRuns: 100 },
    );
  });

  test('has its link at once, before a row is read', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({
      '@odata.etag': `W/"${at}"`,
      name: 'x'.repeat(90),
    }));
    const text = JSON.stringify({ value: rows, '@odata.nextLink': 'https://org.crm.dynamics.com/next' });
    const body = pageBody(
      inParts(
        text,
        Array.from({ length: 6 }, () => 60_000),
      ),
    );
    expect(isInPieces(body)).toBe(true);
    expect(body).toMatchObject({ '@odata.nextLink': 'https://org.crm.dynamics.com/next' });
    expect(whole(body)).toEqual(JSON.parse(text));
  });

  test('that is damaged in its middle says so after the rows before it, and one cut off says so at once', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({
      '@odata.etag': `W/"${at}"`,
      name: 'x'.repeat(90),
    }));
    const text = JSON.stringify({ value: rows });
    const sizes = Array.from({ length: 6 }, () => 60_000);
    const middle = text.indexOf('W/\\"1500\\"');
    const damaged = `${text.slice(0, middle)}"${text.slice(middle)}`;
    expect(whole(pageBody(inParts(damaged, sizes)))).toBeNull();
    expect(pageBody(inParts(text.slice(0, -40), sizes))).toBeUndefined();
    expect(pageBody(inParts(text.slice(0, 200_000), sizes))).toBeUndefined();
  });
});
