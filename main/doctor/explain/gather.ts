import type { PrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import type { FindingKind } from '../../../preload/contract/words/finding.ts';
import { dataverseCode } from './catalogue/dataverse-catalogue.ts';
import type { Sign } from './catalogue/sign.ts';
import { codeKind, entraKind } from './code-kind.ts';
import type { TextRecord } from './records.ts';
import type { Signal } from './signals.ts';

/** One error of a record, gathered from what speaks of it. */
export type Gathered = {
  readonly at: number;
  end: number;
  entra: string | null;
  hex: string | null;
  denied: PrivilegeDenied | null;
  privilege: string | null;
  sign: Sign | null;
  oauth: string | null;
  unknown: string | null;
  /** Counts only where nothing stronger explains the same. */
  weak: boolean;
  /** A name that can stand in a text for other reasons. */
  vague: boolean;
};

/** Codes that come with the message of a denied privilege. */
const OF_DENIALS = new Set([
  '0x80040220',
  '0x80040299',
  '0x80048306',
  '0x80048405',
  '0x80040204',
  '0x80040231',
  '0x8004F507',
  '0x8004F503',
  '0x8004F504',
  '0x80042F09',
]);

const gathered = (signal: Signal, more: Partial<Gathered>): Gathered => ({
  at: signal.at,
  end: signal.end,
  entra: null,
  hex: null,
  denied: null,
  privilege: null,
  sign: null,
  oauth: null,
  unknown: null,
  weak: false,
  vague: false,
  ...more,
});

/** What one error is about, before it is explained. */
export const kindOf = (one: Gathered): FindingKind => {
  if (one.denied !== null) return 'permission';
  if (one.hex !== null) return codeKind(one.hex);
  if (one.entra !== null) return entraKind(one.entra);
  if (one.sign !== null) return one.sign.kind;
  if (one.oauth !== null) return 'sign-in';
  return one.privilege === null ? 'not-understood' : 'permission';
};

const deniedKey = (denied: PrivilegeDenied): string => JSON.stringify(denied);

/** Gathers the signals of one record, which stand in their order, into errors. */
export const gatherRecord = (signals: readonly Signal[], text: string): readonly Gathered[] => {
  const all: Gathered[] = [];
  const byKey = new Map<string, Gathered>();
  /** A code that waits for its message. */
  let pending: Gathered | null = null;
  let lastDenied: Gathered | null = null;
  const keep = (key: string, signal: Signal, more: Partial<Gathered>): Gathered => {
    const before = byKey.get(key);
    if (before !== undefined) {
      before.end = Math.max(before.end, signal.end);
      return before;
    }
    const one = gathered(signal, more);
    byKey.set(key, one);
    all.push(one);
    return one;
  };
  for (const signal of signals) {
    switch (signal.kind) {
      case 'entra':
        if (signal.by === 'number')
          keep(`entra ${signal.number}`, signal, { entra: signal.number }).weak = false;
        else keep(`entra ${signal.number}`, signal, { entra: signal.number, weak: true });
        break;
      case 'denied': {
        const key = `denied ${deniedKey(signal.denied)}`;
        const before = byKey.get(key);
        if (before === undefined && pending !== null) {
          pending.denied = signal.denied;
          pending.weak = false;
          pending.end = signal.end;
          byKey.set(key, pending);
          lastDenied = pending;
        } else lastDenied = keep(key, signal, { denied: signal.denied });
        if (before !== undefined && pending !== null) {
          if (before.hex === null) before.hex = pending.hex;
          all.splice(all.lastIndexOf(pending), 1);
        }
        pending = null;
        break;
      }
      case 'dataverse': {
        if (!OF_DENIALS.has(signal.hex)) {
          if (signal.by === 'number') {
            const one = keep(`code ${signal.hex}`, signal, { hex: signal.hex });
            one.weak = false;
          } else
            keep(`code ${signal.hex}`, signal, {
              hex: signal.hex,
              weak: true,
              vague: signal.by === 'name',
            });
          break;
        }
        const inside = lastDenied !== null && signal.at < lastDenied.end;
        if (lastDenied !== null && (inside || lastDenied.hex === signal.hex || lastDenied.hex === null)) {
          if (lastDenied.hex === null) lastDenied.hex = signal.hex;
          if (inside || signal.by !== 'number') break;
        }
        if (pending !== null && pending.hex === signal.hex) break;
        if (lastDenied?.hex === signal.hex && signal.end - lastDenied.end < 400) {
          // The same code again: of this message, unless another message follows.
          pending = gathered(signal, { hex: signal.hex, weak: true });
          all.push(pending);
          break;
        }
        const one = gathered(signal, {
          hex: signal.hex,
          weak: signal.by !== 'number',
          vague: signal.by === 'name',
        });
        all.push(one);
        pending = one;
        break;
      }
      case 'privilege':
        if (pending !== null && pending.privilege === null) pending.privilege = signal.name;
        else keep(`privilege ${signal.name}`, signal, { privilege: signal.name, weak: true });
        break;
      case 'sign':
        keep(`sign ${signal.sign.id}`, signal, { sign: signal.sign, weak: signal.sign.weak === true });
        break;
      case 'oauth':
        keep(`oauth ${signal.error}`, signal, { oauth: signal.error, weak: true });
        break;
      case 'unknown':
        keep(`unknown ${signal.code}`, signal, { unknown: signal.code, weak: true });
        break;
    }
  }
  return settle(all, text);
};

/** True when `strong` tells why `weak` happened. */
const explains = (strong: FindingKind, weak: FindingKind): boolean => {
  switch (weak) {
    case 'client':
    case 'service':
    case 'not-understood':
      return true;
    case 'sign-in':
    case 'permission':
      return (
        strong === 'sign-in' || strong === 'permission' || strong === 'policy' || strong === 'propagation'
      );
    case 'policy':
    case 'throttle':
    case 'network':
    case 'propagation':
      return strong === weak;
  }
};

/** The more a weak one says, the lower its rank. */
const rank = (one: Gathered): number => {
  if (one.hex !== null || one.entra !== null) return one.vague ? 1 : 0;
  if (one.sign?.wraps === true) return 5;
  if (one.sign !== null) return one.sign.id.startsWith('HTTP') ? 4 : 1;
  if (one.oauth !== null) return 2;
  return one.privilege === null ? 6 : 3;
};

const hasStatus = (one: Gathered): boolean => one.sign?.id.startsWith('HTTP') === true;
/** The page of a filter has a status, too, which says nothing of the service. */
const answersItself = (one: Gathered): boolean => one.sign?.answersItself === true;

/** `AADSTS70002: Error validating credentials. AADSTS50012: …`: the first only says that the second follows. */
const WRAPPER = '70002';

/** “This action is not supported” and “An unexpected error occurred”: what dialogs and connectors say before the message that tells why. */
const SAYS_NOTHING = new Set(['0x80040315', '0x80040216']);

const NEAR = 2000;
const sameLine = (a: Gathered, b: Gathered, text: string): boolean => {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.at, b.at);
  return to <= from || (to - from < NEAR && !text.slice(from, to).includes('\n'));
};
/** Some codes of the list have the same message. */
const sameWords = (a: Gathered, b: Gathered): boolean =>
  a.hex !== null && b.hex !== null && dataverseCode(a.hex)?.template === dataverseCode(b.hex)?.template;

/** Of several codes of denials one stays that has no message of its own, and of the weak only what nothing else explains. */
const settle = (all: readonly Gathered[], text: string): readonly Gathered[] => {
  const strongest = all.filter(({ weak, sign }) => !weak && sign === null);
  const wraps = (one: Gathered): boolean =>
    (one.entra === WRAPPER &&
      all.some((other) => other.entra !== null && other.entra !== WRAPPER && sameLine(other, one, text))) ||
    (one.denied === null &&
      SAYS_NOTHING.has(one.hex ?? '') &&
      all.some((other) => other.denied !== null && other.at - one.end < NEAR));
  const told = new Set(strongest.map(kindOf));
  // What a number tells needs no words of a library beside it.
  const strong = all.filter(
    (one) =>
      !one.weak &&
      !wraps(one) &&
      (one.sign === null || ![...told].some((kind) => explains(kind, kindOf(one)))),
  );
  const weak = all.filter((one) => one.weak).toSorted((a, b) => rank(a) - rank(b));
  const kinds = new Set(strong.map(kindOf));
  const kept: Gathered[] = [];
  for (const one of weak) {
    const kind = kindOf(one);
    // A message without a number is an error of its own, unless its own number stands in the same line.
    const explained =
      rank(one) === 0
        ? strong.some(
            (other) => explains(kindOf(other), kind) && (sameLine(other, one, text) || sameWords(other, one)),
          )
        : [...kinds].some((other) => explains(other, kind)) ||
          (hasStatus(one) && [...strong, ...kept].some(answersItself));
    if (explained) {
      const lacks = strong.find(
        (other) => other.privilege === null && other.denied === null && kindOf(other) === 'permission',
      );
      if (lacks !== undefined && sameLine(lacks, one, text)) lacks.privilege = one.privilege;
      continue;
    }
    kinds.add(kind);
    kept.push(one);
  }
  return [...strong, ...kept].toSorted((a, b) => a.at - b.at);
};

/** Drops what a neighbouring record explains better: a status in one line of a log, its reason in the next. */
export const withoutEchoes = (
  records: readonly { readonly record: TextRecord; readonly errors: readonly Gathered[] }[],
): readonly Gathered[] =>
  records.flatMap(({ errors }, index) => {
    const near = [records[index - 1], records[index + 1]].flatMap((other) => other?.errors ?? []);
    const told = near.filter(({ weak }) => !weak).map(kindOf);
    // A page and the status before it may be an empty line apart.
    const page = near.some(answersItself);
    return errors.filter(
      (one) => !one.weak || !(told.some((kind) => explains(kind, kindOf(one))) || (page && hasStatus(one))),
    );
  });
