import { parsePrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import type { PrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import type { Signal } from './signals.ts';

/** No message of a denied privilege is longer. */
const LONGEST = 2600;

/** Beginnings that are no beginning where a principal is named before. */
const TAIL = /^(?:user )?is\s+missing/i;

const BEGINNINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['principal', ['principal user (', 'principal team (', 'principal with id']],
  ['seclib', ['seclib::accesscheckex', 'seclib::checkprivilege', 'seclib::crmcheckprivilege']],
  ['roleservice', ['roleservice::verifycallerprivileges']],
  ['verifycallerprivileges', ['verifycallerprivileges failed']],
  ['user', ['user with id ', 'user is missing prv']],
  ['team', ['team with id ']],
  ['caller', ['caller user with id ']],
  ['read', ['read privilege check for owner failed']],
  ['is', ['is missing prv']],
]);

/** True when a message of a denied privilege can begin at `at` with `word`. `lower` is the text in lower case. */
export const beginsDenial = (lower: string, at: number, word: string): boolean =>
  BEGINNINGS.get(word)?.some((beginning) => lower.startsWith(beginning, at)) === true &&
  // `Caller user with Id …` began a word before.
  !(word === 'user' && lower.startsWith('caller ', at - 7));

const deniedIn = (message: string): PrivilegeDenied | null =>
  parsePrivilegeDenied(message.replaceAll(/\s+/g, ' ')) ??
  // A console wraps in the middle of words, too.
  parsePrivilegeDenied(message.replaceAll('\n', '').replaceAll(/\s+/g, ' '));

const saysTheSame = (one: PrivilegeDenied | null, other: PrivilegeDenied): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Reads the messages at these places. Each is read as far as the next begins and no further, so that reading takes as long as the text
 * is long, and no message is told twice.
 */
export const readDenials = (
  text: string,
  places: readonly number[],
): Extract<Signal, { kind: 'denied' }>[] => {
  const read: Extract<Signal, { kind: 'denied' }>[] = [];
  let covered = -1;
  const isTail = (at: number): boolean => TAIL.test(text.slice(at, at + 20));
  /** What looks like the next message and is a part of this one. */
  const isInside = (at: number): ((place: number) => boolean) => {
    const beginning = text.slice(at, at + 12);
    if (/^principal [ut]/i.test(beginning)) return isTail;
    // `Read Privilege Check For Owner failed …: The user with id … has not …`
    return /^read priv/i.test(beginning)
      ? (place) => /^user with id /i.test(text.slice(place, place + 13))
      : () => false;
  };
  for (const [index, at] of places.entries()) {
    if (at < covered) continue;
    // What is missing stands at the end of a message that begins with the principal.
    const inside = isInside(at);
    const next = places.slice(index + 1, index + 6).find((place) => !inside(place));
    const end = Math.min(next ?? text.length, at + LONGEST, text.length);
    const denied = deniedIn(text.slice(at, end));
    if (denied === null) continue;
    // What stands before the next message in its line is none of this one.
    const lineEnd = text.lastIndexOf('\n', end - 1);
    const short = end === next && lineEnd > at && saysTheSame(deniedIn(text.slice(at, lineEnd)), denied);
    read.push({ kind: 'denied', at, end: short ? lineEnd : end, denied });
    covered = end;
  }
  return read;
};
