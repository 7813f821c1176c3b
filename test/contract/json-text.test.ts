import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../preload/contract/words/json-text.ts';

test('is what JSON.stringify writes, whatever the letters and however deep', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4, depthSize: 'xsmall' }), (value) => {
      expect(jsonText(value)).toBe(JSON.stringify(value));
    }),
  );
});

test('dates, gaps and what is left out are written as JSON.stringify writes them', () => {
  const value = {
    at: new Date(0),
    list: [undefined, null, 'Ü – 漢', { inner: undefined, kept: 1 }],
    left: undefined,
    '__proto__ ': { '–': ['–'] },
  };
  expect(jsonText(value)).toBe(JSON.stringify(value));
  expect(jsonText(undefined)).toBe('null');
});
