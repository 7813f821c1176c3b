import { text } from '../../../preload/contract/explain.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { explainText } from './explain-text.ts';

/** The method that explains pasted errors. It needs nothing but the text. */
export const explainHandlers = () => ({
  'explain.text': implement(text, async (input) => ok(explainText(input.text))),
});
