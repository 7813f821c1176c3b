import { describe, expect, test } from 'vitest';
import { explainText } from '../../../main/doctor/explain/explain-text.ts';
import { packedPart } from '../../../renderer/screens/doctor/explain/packed-part.ts';

const noise = (count: number): string =>
  Array.from({ length: count }, (_, at) => `08:15:30 line ${at} of no interest`).join('\n');
const ERROR = 'AADSTS7000215: Invalid client secret provided.';
const to =
  (most: number) =>
  (text: string): string =>
    text.slice(0, most);

describe('C2: what of a long text goes into a support pack', () => {
  test('all of it where it fits', () => {
    const text = `${noise(10)}\n${ERROR}`;
    expect(packedPart(text, explainText(text), to(100_000))).toBe(text);
  });

  test('else what stands around the errors, wherever they stand, and each is found in it again', () => {
    const denied = 'user is missing prvReadAccount privilege';
    const text = `${noise(3000)}\r\n${ERROR}\r\n${noise(3000)}\r\n${denied}\r\n${noise(3000)}`;
    const part = packedPart(text, explainText(text), to(10_000));
    expect(part.length).toBeLessThan(10_000);
    expect(part.startsWith('08:15:30 line 2985')).toBe(true);
    expect(explainText(part).findings.map(({ codes }) => codes[0])).toEqual([
      'AADSTS7000215',
      'prvReadAccount',
    ]);
  });

  test('of one endless line what stands around the error, wherever that is', () => {
    for (const [before, after] of [
      [0, 5000],
      [5000, 0],
      [5000, 5000],
    ] as const) {
      const endless = `${'x'.repeat(before)} ${ERROR} ${'y'.repeat(after)}`;
      const part = packedPart(endless, explainText(endless), to(500));
      expect(part.length).toBeLessThan(500);
      expect(part).toContain(ERROR);
      expect(explainText(part).findings.map(({ codes }) => codes[0])).toEqual(['AADSTS7000215']);
    }
    const secret = `client_secret=${'s'.repeat(60)}`;
    const redacted = `${secret} ${'x'.repeat(5000)} ${secret} ${ERROR}`;
    expect(packedPart(redacted, explainText(redacted), to(500))).toContain(ERROR);
  });

  test('the beginning where nothing was recognised', () => {
    const nothing = noise(3000);
    expect(packedPart(nothing, explainText(nothing), to(500))).toBe(nothing.slice(0, 500));
  });
});
