import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainText } from '../../../../main/doctor/explain/explain-text.ts';
import { text as contract } from '../../../../preload/contract/explain.ts';
import { MAX_FINDINGS, MAX_PASTE } from '../../../../preload/contract/words/finding.ts';
import { REAL_TEXTS } from './real-texts.ts';

const REAL = REAL_TEXTS.map(({ text }) => text);

/** Texts that are made to cost time, as long as asked for. */
const HOSTILE: readonly (readonly [string, (length: number) => string])[] = [
  ['one letter', (length) => 'a'.repeat(length)],
  ['empty lines', (length) => '\n'.repeat(length)],
  ['brackets', (length) => '('.repeat(length)],
  [
    'beginnings of a message',
    (length) => 'Principal user (Id=a1b2c3d4-0000-4111-8222-333344445555, ('.repeat(length / 59),
  ],
  ['ends of a message', (length) => 'is missing prv'.repeat(length / 14)],
  [
    'a message that never ends',
    (length) => `Principal user (Id=a1b2c3d4-0000-4111-8222-333344445555${'(x'.repeat(length / 2)}`,
  ],
  ['numbers of Entra', (length) => 'AADSTS7000215 '.repeat(length / 14)],
  [
    'numbers of Entra, each in no list',
    (length) => Array.from({ length: length / 14 }, (_one, at) => `AADSTS${10_000_000 + at}`).join(' '),
  ],
  ['codes', (length) => '0x80040220\n'.repeat(length / 11)],
  ['escapes', (length) => '\\'.repeat(length)],
  ['escaped quotes', (length) => '\\\\\\"'.repeat(length / 4)],
  ['beginnings of secrets', (length) => 'client_secret="'.repeat(length / 15)],
  ['beginnings of tokens', (length) => 'eyJ.'.repeat(length / 4)],
  ['beginnings of keys', (length) => '-----BEGIN '.repeat(length / 11)],
  ['blanks after a name', (length) => `password ${' '.repeat(length)}=`],
  ['addresses', (length) => '://'.repeat(length / 3)],
  ['times', (length) => '2026-01-01T00:00:00 '.repeat(length / 20)],
  ['headers', (length) => 'request-id: '.repeat(length / 12)],
  ['words of a message', (length) => 'the user '.repeat(length / 9)],
  ['percent signs', (length) => `error_description=${'%'.repeat(length)}`],
  ['the ends of CHECK', (length) => 'SecLib::CheckPrivilege failed. User: '.repeat(length / 37)],
];

describe('any text', () => {
  test('is answered within the contract, and nothing is thrown', () => {
    const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...REAL));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(2000), fc.nat(2000), (parts, from, length) => {
        const text = parts.join('\n').slice(from, from + length + 500);
        const result = contract.output.safeParse(explainText(text));
        expect(result.error).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  // What takes a square of the length would not end within the time that a test has.
  test.each(HOSTILE)('of %s is answered, as long as the border takes it', (_name, make) => {
    const text = make(MAX_PASTE).slice(0, MAX_PASTE);
    expect(contract.output.safeParse(explainText(text)).error).toBeUndefined();
  });

  test('with more errors than are answered says how many are left', () => {
    const { findings, left } = explainText(
      Array.from({ length: 500 }, (_one, at) => `user is missing prvReadnew_table${at} privilege`).join('\n'),
    );
    expect(findings).toHaveLength(MAX_FINDINGS);
    expect(left).toBe(300);
  });
});
