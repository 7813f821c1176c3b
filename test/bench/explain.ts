import { explainText } from '../../main/doctor/explain/explain-text.ts';
import { REAL_TEXTS } from '../unit/doctor/explain/real-texts.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const MESSAGES = 10_000;
/** What 10,000 messages may take. */
const ALLOWED = 1000;

/** Messages as services write them: none of them longer than a few lines. */
const usual = REAL_TEXTS.map(({ text }) => text).filter((text) => text.length < 1200);

/** Explaining messages one by one, against one second; and a long log, against twice its half: that time grows no faster than it does. */
export async function* explainBenchmarks(): AsyncGenerator<Measured> {
  const explained = (count: number): number => {
    const began = performance.now();
    for (let at = 0; at < count; at += 1) explainText(usual[at % usual.length] ?? '');
    return performance.now() - began;
  };
  yield await measure(
    {
      name: `${MESSAGES} pasted messages explained, against one second`,
      unit: 'ms',
      goal: 1,
      ours: async () => explained(MESSAGES),
      other: async () => ALLOWED,
    },
    { rounds: 5, warmUps: 2 },
  );
  const log = (lines: number): string =>
    Array.from(
      { length: lines },
      (_line, at) => `2026-03-02T08:15:30.${at}Z ${usual[at % usual.length] ?? ''}`,
    ).join('\n');
  const whole = log(4000);
  const half = log(2000);
  const took = (text: string): number => {
    const began = performance.now();
    explainText(text);
    return performance.now() - began;
  };
  yield await measure({
    name: 'A log of 4,000 errors against twice its half',
    unit: 'ms',
    goal: 1.2,
    ours: async () => took(whole),
    other: async () => took(half) + took(half),
  });
}
