import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { odataExpression, odataString } from '../../../main/dataverse/odata-literal.ts';

describe('OData literals', () => {
  test('quotes are doubled before they are encoded', () => {
    expect(odataString("O'Neil & 50%")).toBe("'O%27%27Neil%20%26%2050%25'");
  });

  test('no text leaves the literal: decoding gives one quoted string with the same content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const literal = odataString(text);
        expect(literal.slice(1, -1)).not.toMatch(/['&#?+ /\\]/);
        const decoded = decodeURIComponent(literal);
        expect(decoded.slice(1, -1).replaceAll("''", '')).not.toContain("'");
        expect(decoded.slice(1, -1).replaceAll("''", "'")).toBe(text);
      }),
    );
  });

  test('lone surrogates do not throw', () => {
    expect(odataString('a\uD800b')).toBe("'a%EF%BF%BDb'");
  });

  test('an expression survives a query string as it was', () => {
    const expression = "name eq 'A & B' and value gt 5";
    const url = new URL(`https://contoso.crm.demo.test/x?$filter=${odataExpression(expression)}&$top=1`);
    expect(url.searchParams.get('$filter')).toBe(expression);
    expect(url.searchParams.get('$top')).toBe('1');
  });
});
