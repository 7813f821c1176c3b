import { setImmediate as nextTurn } from 'node:timers/promises';
import { log, text } from '../../../preload/contract/explain.ts';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { explainLog } from './explain-log.ts';
import { explainText } from './explain-text.ts';

/** The methods that explain pasted errors. They need nothing but the text; `takeText` gives one that was handed over in pieces. */
export const explainHandlers = (takeText: (textId: string) => Result<string>) => ({
  'explain.text': implement(text, async (input) => ok(explainText(input.text))),
  'explain.log': implementStream(log, async (input, emit, signal) => {
    const held = takeText(input.textId);
    if (!held.ok) return held;
    const whole = held.value + input.text;
    const told = (done: number) => emit({ done, of: whole.length });
    return explainLog(whole, { told, breathe: async () => nextTurn() }, signal);
  }),
});
