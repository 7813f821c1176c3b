import { dataverseMessage, dataverseNamed } from './catalogue/dataverse-catalogue.ts';
import { entraCode } from './catalogue/entra-catalogue.ts';
import type { MessageOf } from './catalogue/messages.ts';
import { messageAt } from './catalogue/messages.ts';
import { signAt, signOfStatus } from './catalogue/signs.ts';
import { beginsDenial, readDenials } from './read-denials.ts';
import { readNumber } from './read-number.ts';
import type { Signal } from './signals.ts';

/** What a text may speak of; beyond this the rest is left. */
const MOST_SIGNALS = 200_000;

const OAUTH = new Set([
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'consent_required',
  'access_denied',
  'temporarily_unavailable',
]);

/** Words after which three digits are an HTTP status, and words that follow one. */
const BEFORE_STATUS = new Set([
  'http',
  'status',
  'code',
  'statuscode',
  'status_code',
  'httpstatuscode',
  'httpstatus',
  'error',
  'success',
  'returned',
  'response',
]);
const AFTER_STATUS = new Set([
  'forbidden',
  'unauthorized',
  'too',
  'service',
  'bad',
  'not',
  'gateway',
  'internal',
  'conflict',
  'precondition',
  'proxy',
  'method',
  'client',
  'request',
  'payload',
]);
/** Words after which five to seven digits are a number of Entra. */
const BEFORE_ENTRA = new Set([
  'error_codes',
  'errorcodes',
  'errorcode',
  'error_code',
  'error',
  'code',
  'codes',
  'suberror',
  'aadsts',
  'status',
  'failure',
]);

/** Names of the catalogue that errors of everybody else have, too: they count only as a line of their own. */
const EVERYBODYS = new Set([
  'accessdenied',
  'badrequest',
  'circulardependency',
  'connectionexists',
  'cyclicdependency',
  'duplicatename',
  'filenotfound',
  'invalidargument',
  'invalidauth',
  'invalidcertificate',
  'invalidcommand',
  'invalidconnectionstring',
  'invalidguid',
  'invalidoperation',
  'invalidquery',
  'invalidstate',
  'invalidtemplate',
  'invalidtoken',
  'invalidversion',
  'invalidxml',
  'missingcolumn',
  'missingparameter',
  'networkissue',
  'notimplemented',
  'notsupported',
  'operationcanceled',
  'retryfailed',
  'transactionaborted',
  'unauthorizedaccess',
  'unexpected',
  'unsupportedparameter',
  'versionmismatch',
]);

/** What stands before digits that are an error code and not the number of an order. */
const CUE = /err|code|\bhr\b|hresult|result|exception|fail|fault|status|return|crm|dataverse|dynamics|xrm/i;
const CUE_BEFORE = 40;
/** Digits alone can count anything: they are a code at the beginning of a line, or where the text speaks of one. */
const canBeCode = (text: string, word: string, at: number): boolean => {
  if (!/^\d+$/.test(word)) return true;
  const before = text.slice(Math.max(0, at - CUE_BEFORE), at);
  return CUE.test(before) || /(?:^|\n)\W*$/.test(at > CUE_BEFORE ? before.slice(1) : before);
};

const isLine = (text: string, at: number, end: number): boolean => {
  let from = at - 1;
  while (from >= 0 && (text[from] === ' ' || text[from] === '\t')) from -= 1;
  let to = end;
  while (to < text.length && (text[to] === ' ' || text[to] === '\t' || text[to] === '.' || text[to] === ':'))
    to += 1;
  return (from < 0 || text[from] === '\n') && (to >= text.length || text[to] === '\n');
};

/** A name that is no word of a sentence: several capitals, or the whole line. */
const looksLikeName = (word: string): boolean =>
  word.length >= 9 && /^[A-Za-z]+[a-z][A-Z][A-Za-z]+$/.test(word);

const GROUPED = /-?2[,.' \u00a0]147[,.' \u00a0]\d{3}[,.' \u00a0]\d{3}(?!\d)/y;

/** Lower case that keeps every place: letters that would become two stay as they are. */
const lowered = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
};

/** Everything in a text that speaks of an error, in its order. One walk over the words. */
export const readSignals = (text: string): readonly Signal[] => {
  // Messages that a console has wrapped are read as they were.
  const lower = lowered(text).replaceAll('\n', ' ');
  const signals: Signal[] = [];
  const denials: number[] = [];
  const privileges: Signal[] = [];
  const words = /-?[A-Za-z0-9_]+/g;
  let previous = '';
  let previousAt = -1;
  let previousEnd = -1;
  let listed = false;
  let read = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const word = match[0];
    const at = match.index;
    const end = at + word.length;
    if (word.length > 200) {
      previous = '';
      continue;
    }
    if (signals.length >= MOST_SIGNALS) break;
    const first = word.charCodeAt(0);
    const lowerWord = lower.slice(at, end);
    if (first === 45 || (first >= 48 && first <= 57)) {
      const signal = numberAt(text, lower, word, at, end, previous, listed, previousEnd);
      if (signal !== null) {
        signals.push(signal);
        listed = signal.kind === 'entra';
      } else listed = false;
      const grouped = word === '2' || word === '-2' ? groupedAt(text, at) : null;
      if (grouped !== null) {
        signals.push(grouped);
        words.lastIndex = grouped.end;
      }
      // A bare code in hex can begin with a digit and be a word of the catalogue, too.
    } else {
      const entra = lowerWord.startsWith('aadsts') ? entraAt(text, word, at, end) : null;
      if (entra !== null) {
        signals.push(entra);
        words.lastIndex = entra.end;
        listed = true;
        previous = '';
        previousAt = at;
        previousEnd = entra.end;
        read += 1;
        continue;
      } else {
        if (lowerWord.startsWith('prv') && word.length > 6 && /^prv[A-Za-z]\w+$/.test(word))
          privileges.push({ kind: 'privilege', at, end, name: word });
        else if (OAUTH.has(lowerWord)) signals.push({ kind: 'oauth', at, end, error: lowerWord });
        if (beginsDenial(lower, at, lowerWord)) denials.push(at);
        const sign = signAt(lower, at, lowerWord);
        if (sign !== null) signals.push({ kind: 'sign', at, end: at + sign.length, sign: sign.value });
        const message = messageAt(lower, at, lowerWord);
        if (message !== null) signals.push(ofMessage(message.value, at, at + message.length));
        const gone = lowerWord === 'does' || lowerWord === 'do' ? goneAt(lower, at) : null;
        if (gone !== null) signals.push(gone);
        const named =
          (looksLikeName(word) && !EVERYBODYS.has(lowerWord)) || isNameLine(text, at, end, read)
            ? dataverseNamed(word)
            : null;
        if (named !== null) signals.push({ kind: 'dataverse', at, end, hex: named.hex, by: 'name' });
      }
      if (previousAt !== -1 && at - previousEnd <= 3) {
        const message = dataverseMessage(text, lower, previousAt, previous, lowerWord);
        if (message !== null)
          signals.push({ kind: 'dataverse', at: previousAt, end, hex: message.hex, by: 'words' });
      }
    }
    previous = lowerWord;
    previousAt = at;
    previousEnd = end;
    read += 1;
  }
  const denied = readDenials(text, denials);
  const cut = cutDenial(text, denials, denied.at(-1)?.end ?? 0);
  const whole = cut === null ? privileges : privileges.filter(({ at }) => at < cut.at);
  return [...signals, ...denied, ...outside(whole, denied), ...(cut === null ? [] : [cut])].toSorted(
    (a, b) => a.at - b.at,
  );
};

/** The message of a missing privilege that ends before it is told which: what looks like its name may be half of one. */
const cutDenial = (text: string, denials: readonly number[], read: number): Signal | null => {
  const at = denials.findLast((place) => /^principal [ut]/i.test(text.slice(place, place + 12)));
  return at !== undefined && at >= read && /^[^\n]{1,2600}$/.test(text.slice(at, at + 2601).trimEnd())
    ? { kind: 'dataverse', at, end: text.length, hex: '0x80040220', by: 'words' }
    : null;
};

/** A name alone on its line may be any name of the catalogue. */
const isNameLine = (text: string, at: number, end: number, read: number): boolean =>
  read < 5000 && isLine(text, at, end);

/** Privileges that stand in no message of a denied one. Both are in order. */
const outside = (
  privileges: readonly Signal[],
  denied: readonly { readonly at: number; readonly end: number }[],
): readonly Signal[] => {
  let next = 0;
  return privileges.filter(({ at }) => {
    for (let one = denied[next]; one !== undefined && one.end <= at; one = denied[next]) next += 1;
    const one = denied[next];
    return one === undefined || at < one.at;
  });
};

const ofMessage = (message: MessageOf, at: number, end: number): Signal =>
  message.service === 'entra'
    ? { kind: 'entra', at, end, number: message.number, by: 'words' }
    : { kind: 'dataverse', at, end, hex: message.hex, by: 'words' };

/** `account With Id = … Does Not Exist`, the message of a row that is not there. */
const goneAt = (lower: string, at: number): Signal | null =>
  (lower.startsWith('does not exist', at) || lower.startsWith('do not exist', at)) &&
  /with ids? ?=/.test(lower.slice(Math.max(0, at - 80), at))
    ? { kind: 'dataverse', at, end: at + 'do not exist'.length, hex: '0x80040217', by: 'words' }
    : null;

const groupedAt = (text: string, at: number): Signal | null => {
  GROUPED.lastIndex = at;
  const written = GROUPED.exec(text)?.[0];
  if (written === undefined) return null;
  const number = readNumber(written.replaceAll(/[^\d-]/g, ''));
  return number?.kind === 'dataverse'
    ? { kind: 'dataverse', at, end: at + written.length, hex: number.hex, by: 'number' }
    : null;
};

const entraAt = (text: string, word: string, at: number, end: number): Signal | null => {
  const inside = /^\d{4,8}/.exec(word.slice(6))?.[0];
  if (inside !== undefined)
    return { kind: 'entra', at, end: at + 6 + inside.length, number: inside, by: 'number' };
  if (word.length !== 6) return null;
  const after = /^[ :#-]{0,2}(\d{4,8})(?!\d)/.exec(text.slice(end, end + 12));
  return after?.[1] === undefined
    ? null
    : { kind: 'entra', at, end: end + after[0].length, number: after[1], by: 'number' };
};

const numberAt = (
  text: string,
  lower: string,
  word: string,
  at: number,
  end: number,
  previous: string,
  listed: boolean,
  previousEnd: number,
): Signal | null => {
  if (word.length >= 8) {
    const sign =
      word.startsWith('0x') || word.startsWith('0X') ? signAt(lower, at, lower.slice(at, end)) : null;
    if (sign !== null) return { kind: 'sign', at, end, sign: sign.value };
    // What .NET gives every exception of a kind: it says nothing of what happened (Microsoft Learn: "HRESULT values", 0x8013…).
    if (/^0x8013/i.test(word) && /hresult\W{1,3}$/.test(lower.slice(Math.max(0, at - 12), at))) return null;
    // The beginning of a GUID, or a part of one.
    const inGuid = text[end] === '-' && /^-[0-9a-f]{4}-/i.test(text.slice(end, end + 6));
    const number =
      inGuid ||
      (word[0] !== '-' && text[at - 1] === '-' && at - 1 === previousEnd) ||
      !canBeCode(text, word, at)
        ? null
        : readNumber(word);
    if (number === null) return null;
    return number.kind === 'dataverse'
      ? {
          kind: 'dataverse',
          at,
          end,
          hex: number.hex,
          by: number.hex.startsWith('0x8013') ? 'words' : 'number',
        }
      : { kind: 'unknown', at, end, code: number.hex };
  }
  if (word.length === 3 && (word[0] === '4' || word[0] === '5')) {
    const near = at - previousEnd <= 4;
    const following = /^[ )\]:,-]{0,3}([a-z]+)/.exec(lower.slice(end, end + 20))?.[1] ?? '';
    const version =
      near &&
      /^[123]$/.test(previous) &&
      /http\/(?:\d\.)?\d["' ]{1,3}$/.test(lower.slice(Math.max(0, at - 12), at));
    if (
      !version &&
      !(near && BEFORE_STATUS.has(previous)) &&
      !AFTER_STATUS.has(following) &&
      !isLine(text, at, end) &&
      !(at > 0 && text[at - 1] === '(' && text[end] === ')')
    )
      return null;
    const sign = signOfStatus(word);
    return sign === null ? null : { kind: 'sign', at, end, sign };
  }
  if (word.length < 5 || word.length > 7 || entraCode(word) === null) return null;
  const named = at - previousEnd <= 5 && BEFORE_ENTRA.has(previous);
  return named || (listed && at - previousEnd <= 3) || isLine(text, at, end)
    ? { kind: 'entra', at, end, number: word, by: 'number' }
    : null;
};
