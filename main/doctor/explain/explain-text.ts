import type { Explained, Finding } from '../../../preload/contract/explain.ts';
import { MAX_FINDINGS } from '../../../preload/contract/words/finding.ts';
import type { PrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import { describeError } from './describe.ts';
import type { Gathered } from './gather.ts';
import { gatherRecord, withoutEchoes } from './gather.ts';
import { readIds, readWho } from './read-details.ts';
import { readSignals } from './read-signals.ts';
import { readableText } from './readable-text.ts';
import type { TextRecord } from './records.ts';
import { textRecords } from './records.ts';
import { redactSecrets } from './redact-secrets.ts';
import type { Signal } from './signals.ts';

const LONGEST_EXCERPT = 700;
/** How much of a long line is shown before an error. */
const BEFORE = 120;
/** How far from an error its names and ids may stand. */
const AFTER = 1600;
const AROUND = 3000;
const MOST_WHO = 8;

type Who = Finding['who'];
/** What stands in the words of an error for whom it names. */
type TellName = (named: Who[number]) => string;
type Placed = {
  readonly one: Gathered;
  readonly record: TextRecord;
  readonly from: number;
  readonly to: number;
};

const whoOfDenied = (denied: PrivilegeDenied): Who => {
  const named = [
    { what: denied.principalKind === 'team' ? 'team' : 'user', value: denied.principalId },
    { what: 'owner', value: denied.ownerId },
    { what: 'business unit', value: denied.businessUnitId },
    {
      what: 'table code',
      value: denied.table === null && denied.objectTypeCode !== null ? String(denied.objectTypeCode) : null,
    },
  ] as const;
  return named.flatMap(({ what, value }) => (value === null ? [] : [{ what, value }]));
};

/** Signals by the record that they stand in; both are in order. */
const byRecord = (
  records: readonly TextRecord[],
  signals: readonly Signal[],
): readonly (readonly Signal[])[] => {
  let next = 0;
  return records.map(({ end }) => {
    const from = next;
    while (next < signals.length && (signals[next]?.at ?? end) < end) next += 1;
    return signals.slice(from, next);
  });
};

/** Each error with the stretch that is its own: from the one before it in the record to the next. */
const placed = (errors: readonly Gathered[], record: TextRecord): readonly Placed[] =>
  errors.map((one, index) => ({
    one,
    record,
    from: index === 0 ? record.at : Math.max(record.at, errors[index - 1]?.end ?? record.at),
    to: index === errors.length - 1 ? record.end : (errors[index + 1]?.at ?? record.end),
  }));

/** The number of the line at a place; places are asked for in order. */
const lineCounter = (text: string): ((place: number) => number) => {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    for (; next !== -1 && next < place; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
};

/** From a little before the error in its line to the end of its line, or of the message. */
const excerptOf = (text: string, one: Gathered, lineAt: (place: number) => number): Finding['excerpt'] => {
  const before = text.slice(Math.max(0, one.at - BEFORE), one.at);
  const newline = before.lastIndexOf('\n');
  const from = one.at - before.length + newline + 1;
  const longest = text.slice(from, from + LONGEST_EXCERPT);
  const lineEnd = longest.indexOf('\n', Math.min(one.end - from, longest.length));
  const excerpt = (lineEnd === -1 ? longest : longest.slice(0, lineEnd)).trimEnd();
  const fromLine = lineAt(one.at);
  const cut = newline === -1 && from > 0 && text[from - 1] !== '\n';
  return {
    fromLine,
    toLine: fromLine + excerpt.split('\n').length - 1,
    text: `${cut ? '…' : ''}${excerpt.trimStart()}`,
  };
};

const finding = (
  text: string,
  { one, from, to }: Placed,
  lineAt: (place: number) => number,
  tell: TellName,
): Finding => {
  const message = text.slice(one.at, Math.min(to, Math.max(one.end, one.at + AFTER))).replaceAll('\n', ' ');
  const around = text.slice(Math.max(from, one.at - AROUND), Math.min(to, one.end + AROUND));
  const own = one.denied === null ? [] : whoOfDenied(one.denied);
  const who = [
    ...own,
    ...(one.denied === null ? readWho(around.length < AROUND ? around.replaceAll('\n', ' ') : message) : []),
  ];
  const { codes, steps, source, ...words } = describeError(
    one,
    who.map((named) => ({ what: named.what, value: tell(named) })),
    message,
  );
  return {
    ...words,
    codes: [...codes],
    steps: [...steps],
    source: { ...source },
    who: who.slice(0, MOST_WHO),
    ...readIds(around),
    ids: [...readIds(around).ids],
    excerpt: excerptOf(text, one, lineAt),
    count: 1,
  };
};

/** What makes two findings one: the same error about the same things. */
export const keyOf = (found: Finding): string =>
  JSON.stringify([
    found.kind,
    found.codes,
    found.privilege,
    found.table,
    found.column,
    found.depth,
    found.verb,
    found.who,
  ]);

/**
 * Explains every error in a text, each once. It takes as long as the text is long, whatever stands in it; secrets are taken out before
 * anything else reads it. With `tell`, the words of an error call whom it names differently; `who` still says who it is.
 */
export const explainText = (pasted: string, tell: TellName = ({ value }) => value): Explained => {
  const text = redactSecrets(readableText(pasted));
  const records = textRecords(text);
  const signals = byRecord(records, readSignals(text));
  const gathered = records.map((record, index) => ({
    record,
    errors: gatherRecord(signals[index] ?? [], text),
  }));
  const kept = new Set(withoutEchoes(gathered));
  const lineAt = lineCounter(text);
  const found = new Map<string, Finding>();
  let left = 0;
  for (const { record, errors } of gathered) {
    for (const place of placed(
      errors.filter((one) => kept.has(one)),
      record,
    )) {
      const one = finding(text, place, lineAt, tell);
      const key = keyOf(one);
      const before = found.get(key);
      if (before !== undefined) found.set(key, { ...before, count: before.count + 1 });
      else if (found.size < MAX_FINDINGS) found.set(key, one);
      else left += 1;
    }
  }
  return { findings: [...found.values()], left, lines: text === '' ? 0 : text.split('\n').length };
};
