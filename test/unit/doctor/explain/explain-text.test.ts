import { describe, expect, test } from 'vitest';
import { explainText } from '../../../../main/doctor/explain/explain-text.ts';
import { text as contract } from '../../../../preload/contract/explain.ts';
import { REAL_TEXTS } from './real-texts.ts';
import { OTHERS_TEXTS, TOOL_TEXTS } from './tool-texts.ts';

describe('C2: errors as people paste them', () => {
  test.each([...REAL_TEXTS, ...TOOL_TEXTS])('$name', ({ text, codes, first = {}, who = [], ids = [] }) => {
    const { findings, ...rest } = explainText(text);
    expect(contract.output.safeParse({ findings, ...rest }).error).toBeUndefined();
    expect(findings.map((one) => one.codes[0])).toEqual(codes);
    expect(findings[0] ?? {}).toMatchObject(first);
    expect(findings[0]?.who.map(({ value }) => value) ?? []).toEqual(expect.arrayContaining([...who]));
    expect(findings[0]?.ids.map(({ value }) => value) ?? []).toEqual(expect.arrayContaining([...ids]));
  });

  test('each error of a log is told with the line that it stands in', () => {
    const log = ['Account', 'Contact', 'Lead'].map(
      (table, at) => `08:15:3${at} ERROR user is missing prvRead${table} privilege`,
    );
    const { findings } = explainText(log.join('\n'));
    expect(findings.map(({ excerpt }) => [excerpt.fromLine, excerpt.toLine, excerpt.text])).toEqual(
      log.map((line, at) => [at + 1, at + 1, line]),
    );
  });

  test.each(OTHERS_TEXTS)('errors of others are not claimed: $name', ({ text }) => {
    expect(explainText(text).findings).toEqual([]);
  });
});
