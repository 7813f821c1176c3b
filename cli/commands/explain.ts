import { explainLog } from '../../main/doctor/explain/explain-log.ts';
import type { Finding } from '../../preload/contract/explain.ts';
import { EXPLAINER_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { EXIT } from '../exit-codes.ts';
import type { Command } from './command.ts';
import { fail, refuse } from './refuse.ts';

const linesOf = (finding: Finding, lines: number): readonly string[] => {
  const { cause, codes, count, depth, excerpt, privilege, retryAfterSeconds, steps, table, title, who } =
    finding;
  const facts = [
    ...who.map(({ value, what }) => `${what}: ${value}`),
    ...(privilege === null ? [] : [`${EXPLAINER_TEXTS.privilege}: ${privilege}`]),
    ...(table === null ? [] : [`${EXPLAINER_TEXTS.table}: ${table}`]),
    ...(depth === null ? [] : [`${EXPLAINER_TEXTS.depth}: ${depth}`]),
    ...(retryAfterSeconds === null ? [] : [EXPLAINER_TEXTS.wait(retryAfterSeconds)]),
  ];
  // Of one line there is nothing to find.
  const place = lines === 1 ? [] : [EXPLAINER_TEXTS.lines(excerpt.fromLine, excerpt.toLine)];
  const told = [...place, ...(count === 1 ? [] : [EXPLAINER_TEXTS.times(count)])].join(', ');
  return [
    `${title} (${codes.join(', ')})`,
    `  ${cause}`,
    ...facts.map((fact) => `  ${fact}`),
    ...steps.map((step) => `  → ${step}`),
    ...(told === '' ? [] : [`  ${told}`]),
    '',
  ];
};

/** `explain`: what pasted errors mean; needs no network and no console. */
export const explain: Command = {
  name: 'explain',
  summary: 'Explain an error, a log or a response, offline; without a text, what comes on standard input',
  operands: '[<text>]',
  console: false,
  examples: [
    'explain 0x80040220',
    'explain "AADSTS7000215: Invalid client secret provided."',
    'explain < service.log',
  ],
  options: { json: { type: 'boolean', value: '', help: 'JSON on standard output instead of text' } },
  run: async ({ given, readInput, terminal }) => {
    const [said] = given.positionals;
    const pasted = said === undefined || said === '-' ? await readInput() : given.positionals.join(' ');
    if (pasted.trim() === '')
      return refuse(
        terminal,
        'There is nothing to explain: give the text in quotes, or a file: explain < service.log',
      );
    const read = await explainLog(
      pasted,
      { told: async () => undefined, breathe: async () => undefined },
      new AbortController().signal,
    );
    if (!read.ok) return fail(terminal, read.error);
    const explained = read.value;
    if (given.flag('json')) terminal.write(`${JSON.stringify(explained, null, 2)}\n`);
    else
      for (const finding of explained.findings)
        terminal.write(`${linesOf(finding, explained.lines).join('\n')}\n`);
    if (explained.left > 0) terminal.tell(EXPLAINER_TEXTS.left(explained.left));
    const understood = explained.findings.some(({ kind }) => kind !== 'not-understood');
    if (!understood) terminal.tell(`${EXPLAINER_TEXTS.nothingTitle}. ${EXPLAINER_TEXTS.nothingText}`);
    return understood ? EXIT.ok : EXIT.negative;
  },
};
