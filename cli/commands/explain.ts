import { explainText } from '../../main/doctor/explain/explain-text.ts';
import type { Finding } from '../../preload/contract/explain.ts';
import { MAX_PASTE } from '../../preload/contract/words/finding.ts';
import { EXPLAINER_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { EXIT } from '../exit-codes.ts';
import type { Command } from './command.ts';
import { refuse } from './refuse.ts';

const linesOf = (finding: Finding): readonly string[] => {
  const { cause, codes, count, depth, excerpt, privilege, retryAfterSeconds, steps, table, title, who } =
    finding;
  const facts = [
    ...who.map(({ value, what }) => `${what}: ${value}`),
    ...(privilege === null ? [] : [`${EXPLAINER_TEXTS.privilege}: ${privilege}`]),
    ...(table === null ? [] : [`${EXPLAINER_TEXTS.table}: ${table}`]),
    ...(depth === null ? [] : [`${EXPLAINER_TEXTS.depth}: ${depth}`]),
    ...(retryAfterSeconds === null ? [] : [EXPLAINER_TEXTS.wait(retryAfterSeconds)]),
  ];
  const place = EXPLAINER_TEXTS.lines(excerpt.fromLine, excerpt.toLine);
  return [
    `${title} (${codes.join(', ')})`,
    `  ${cause}`,
    ...facts.map((fact) => `  ${fact}`),
    ...steps.map((step) => `  → ${step}`),
    `  ${count === 1 ? place : `${place}, ${EXPLAINER_TEXTS.times(count)}`}`,
    '',
  ];
};

/** `explain`: what pasted errors mean; needs no network and no console. */
export const explain: Command = {
  name: 'explain',
  summary: 'Explain an error, a log or a response, offline; without a text, what comes on standard input',
  operands: '[<text>]',
  console: false,
  options: { json: { type: 'boolean', value: '', help: 'JSON on standard output instead of text' } },
  run: async ({ given, readInput, terminal }) => {
    const [said] = given.positionals;
    const pasted = said === undefined || said === '-' ? await readInput() : given.positionals.join(' ');
    if (pasted.trim() === '') return refuse(terminal, 'There is nothing to explain.');
    if (pasted.length > MAX_PASTE) terminal.tell(EXPLAINER_TEXTS.tooLong(MAX_PASTE.toLocaleString('en')));
    const explained = explainText(pasted.slice(0, MAX_PASTE));
    if (given.flag('json')) terminal.write(`${JSON.stringify(explained, null, 2)}\n`);
    else for (const finding of explained.findings) terminal.write(`${linesOf(finding).join('\n')}\n`);
    if (explained.left > 0) terminal.tell(EXPLAINER_TEXTS.left(explained.left));
    const understood = explained.findings.some(({ kind }) => kind !== 'not-understood');
    if (!understood) terminal.tell(EXPLAINER_TEXTS.nothingTitle);
    return understood ? EXIT.ok : EXIT.negative;
  },
};
