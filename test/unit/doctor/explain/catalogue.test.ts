import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  dataverseCode,
  dataverseEntries,
  dataverseNamed,
} from '../../../../main/doctor/explain/catalogue/dataverse-catalogue.ts';
import { entraCode, entraEntries } from '../../../../main/doctor/explain/catalogue/entra-catalogue.ts';
import { SIGNS } from '../../../../main/doctor/explain/catalogue/signs.ts';
import { explainText } from '../../../../main/doctor/explain/explain-text.ts';
import { errorName } from '../../../../main/dataverse/error-codes.ts';
import { AADSTS_APP } from '../../../../preload/contract/words/texts/aadsts-app.ts';
import { AADSTS_MORE } from '../../../../preload/contract/words/texts/aadsts-more.ts';
import { AADSTS_PERSON } from '../../../../preload/contract/words/texts/aadsts-person.ts';
import {
  isExplainedCode,
  isExplainedNumber,
} from '../../../../preload/contract/words/texts/explained-codes.ts';
import { reference } from '../../../emulator/reference.ts';

const codes = dataverseEntries().filter(({ hex }) => hex >= '0x80000000');
const firstCode = (text: string): string | undefined => explainText(text).findings[0]?.codes[0];

/** Codes that server-to-server work meets and that must have words of their own (Microsoft Learn: reference-error-codes). */
const MET = [
  700016, 7000229, 90002, 900023, 90013, 90014, 900144, 7000112, 70001, 50194, 9001023, 90124, 90130, 50011,
  700011, 7000215, 7000222, 7000218, 70002, 700025, 700027, 700024, 50012, 50013, 500133, 50027, 700030,
  700213, 70021, 500011, 50001, 650057, 650052, 650056, 65005, 1002012, 70011, 28002, 28003, 700022, 700023,
  90009, 65001, 65002, 65004, 90094, 90095, 90008, 53003, 53000, 53001, 53011, 530032, 530034, 530035, 500021,
  500022, 500212, 500213, 50105, 1000031, 50020, 50034, 50076, 50079, 50074, 50053, 50055, 50057, 50126,
  16000, 16003, 50058, 50173, 50196, 51004, 70008, 700082, 70043, 54005, 90099, 90038, 900382, 900432, 900434,
  90033, 90024,
];

describe('the catalogue', () => {
  test('explains every number of Entra that server-to-server work meets, in its own words', () => {
    expect(MET.filter((number) => !isExplainedNumber(String(number)))).toEqual([]);
    expect(MET.filter((number) => entraCode(String(number)) === null)).toEqual([]);
  });

  test('knows what kind of trouble each explained number is', () => {
    const explained = Object.keys({ ...AADSTS_APP, ...AADSTS_PERSON, ...AADSTS_MORE });
    expect(explained.filter((number) => entraCode(number) === null)).toEqual([]);
    expect(entraEntries().filter(({ number, name }) => name === '' && !isExplainedNumber(number))).toEqual(
      [],
    );
  });

  test('what is told to be a policy is of that kind', () => {
    const policy = /Conditional Access|policy (?:of the tenant|wants)/;
    const others = entraEntries().filter(({ number, kind }) => {
      const found = explainText(`AADSTS${number}: x`).findings[0];
      return kind !== 'policy' && policy.test(`${found?.title} ${found?.cause}`);
    });
    expect(others).toEqual([]);
  });

  test('finds every code of Dataverse, however the number is written', () => {
    const written: readonly ((hex: string) => string)[] = [
      (hex) => hex,
      (hex) => hex.toLowerCase(),
      (hex) => hex.slice(2),
      (hex) => hex.slice(2).toLowerCase(),
      (hex) => String(Number(hex)),
      (hex) => String(Number(hex) - 0x100000000),
      (hex) => `{"error":{"code":"${hex}","message":""}}`,
      (hex) => `ErrorCode: ${Number(hex) - 0x100000000}.`,
      (hex) => `the call failed (${hex}), what now`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...written), ({ hex }, write) => {
        expect(firstCode(write(hex))).toBe(hex);
      }),
      { numRuns: 500 },
    );
  });

  test('finds every code of Dataverse by its name alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataverseEntries()), ({ name }) => {
        const found = explainText(name).findings[0];
        expect([found?.name, found?.codes[0]]).toContain(found?.name === '' ? found.codes[0] : name);
        expect(found).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('finds every number of Entra', () => {
    for (const { number } of entraEntries()) expect(firstCode(`AADSTS${number}: x`)).toBe(`AADSTS${number}`);
  });

  test('finds every sign by each of its words, in any case', () => {
    const missed = SIGNS.flatMap((sign) =>
      sign.words
        .filter(
          (words) => firstCode(`failed: ${words.toUpperCase()}`) !== sign.id && firstCode(words) !== sign.id,
        )
        .map((words) => `${sign.id}: ${words}`),
    );
    expect(missed).toEqual([]);
  });

  test('every sign says what to do, and where it is from', () => {
    for (const { title, cause, steps, source } of SIGNS) {
      expect(title).not.toBe('');
      expect(cause).not.toBe('');
      expect(steps.length).toBeGreaterThan(0);
      expect(source.url).toMatch(/^https:/);
    }
  });

  test('what has no words of its own is told by its name, not guessed', () => {
    const plain = codes.filter(({ hex, template }) => !isExplainedCode(hex) && template === '');
    expect(plain.length).toBeGreaterThan(10);
    for (const { hex, name } of plain.slice(0, 50))
      expect(explainText(hex).findings[0]?.cause).toContain(name);
  });
});

const list = reference('dataverse-error-codes.json');
const texts = reference('aadsts-texts.json');

describe('the catalogue beside the published lists', () => {
  test.skipIf(list.path === null)(`has every code and name of Dataverse${list.note}`, async () => {
    const published = z
      .record(z.string(), z.tuple([z.string(), z.string().nullable()]))
      .parse(JSON.parse(await readFile(list.path ?? '', 'utf8')));
    const hexOf = (text: string): string => `0x${text.slice(2).toUpperCase().padStart(8, '0')}`;
    const entries = Object.entries(published);
    expect(entries.length).toBeGreaterThan(3000);
    expect(entries.filter(([name, [hex]]) => dataverseCode(hexOf(hex))?.name !== name)).toEqual([]);
    expect(entries.filter(([name]) => dataverseNamed(name) === null)).toEqual([]);
    // The short list that the rest of the console uses says the same.
    const other = entries.filter(([name, [hex]]) => !['', name].includes(errorName(hexOf(hex))));
    expect(other).toEqual([]);
  });

  test.skipIf(texts.path === null)(`reads every recorded text of Entra${texts.note}`, async () => {
    const recorded = z
      .object({ texts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(texts.path ?? '', 'utf8'))).texts;
    for (const [number, text] of Object.entries(recorded)) {
      const { findings } = explainText(`AADSTS${number}: ${text}`);
      expect(findings.map(({ codes: [code] }) => code)).toEqual([`AADSTS${number}`]);
      expect(findings[0]?.kind).not.toBe('not-understood');
    }
  });
});
