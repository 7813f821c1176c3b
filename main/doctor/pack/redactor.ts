import type { SharedKind } from '../../../preload/contract/words/support-pack.ts';
import { createAliases } from './aliases.ts';
import type { Aliases } from './aliases.ts';
import type { FieldKind, Rule } from './field-kinds.ts';
import { isClosedWord, isMicrosoftHost, ruleOf } from './field-kinds.ts';
import { freedText } from './free-text.ts';

declare const shown: unique symbol;
/** A text that may stand in a pack: only a redactor makes one, and what the console itself says. */
export type Shown = string & { readonly [shown]: true };

/** Stands where a value may not be told in any form. */
export const LEFT_OUT = '[left out]';

/** Makes what may be told out of values. */
export type Redactor = {
  readonly show: (kind: FieldKind, value: string | number) => Shown;
  /** The same as plain text, to be put into a sentence of the console. */
  readonly say: (kind: FieldKind, value: string | number) => string;
  /** A sentence of the console whose gaps were filled with `say`. */
  readonly own: (sentence: string) => Shown;
  /** A text of a service or a person, for a block of its own; null unless such texts are shared. */
  readonly quote: (text: string) => Shown | null;
  readonly hidden: () => number;
  readonly leftOut: () => number;
};

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const HOST_NAME = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,24}(?::\d{1,5})?$/i;

const hostOf = (value: string): string | null => {
  const address = ADDRESS.test(value) ? value : `https://${value}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname === '' ? null : hostname.toLowerCase();
};

/** What a value of no known kind is: an id, an address, or something else. */
const lookOf = (value: string): FieldKind | null => {
  if (GUID.test(value)) return 'other-id';
  if (isClosedWord(value)) return 'word';
  return ADDRESS.test(value) || HOST_NAME.test(value) ? 'host' : null;
};

/** A redactor that tells what is shared, and remembers the names that it makes up. */
export const createRedactor = (shared: ReadonlySet<SharedKind>): Redactor => {
  const aliases: Aliases = createAliases();
  let left = 0;
  const leaveOut = (): string => {
    left += 1;
    return LEFT_OUT;
  };

  const host = (value: string): string => {
    const name = hostOf(value);
    if (name === null) return leaveOut();
    const told = shared.has('hosts') || isMicrosoftHost(name) ? name : aliases.of('host-*.example', name);
    return ADDRESS.test(value) ? `https://${told}` : told;
  };

  const by = (rule: Rule, value: string): string => {
    switch (rule.by) {
      case 'form':
        return rule.form.test(value) ? value : leaveOut();
      case 'list':
        return rule.words.has(value) ? value : leaveOut();
      case 'alias':
        return shared.has(rule.shared) && rule.form.test(value) ? value : aliases.of(rule.noun, value);
      case 'host':
        return host(value);
      case 'look': {
        const kind = lookOf(value);
        if (kind !== null) return by(ruleOf(kind), value);
        return aliases.of('value', value);
      }
      case 'free-text':
        return shared.has('messages') ? freedText(value, aliases) : leaveOut();
    }
  };

  const say: Redactor['say'] = (kind, given) => {
    const value = String(given);
    if (value === '') return '';
    // An id that has a made-up name is called by it everywhere, whatever it is taken for.
    return (GUID.test(value) ? aliases.known(value) : null) ?? by(ruleOf(kind), value);
  };
  return {
    say,
    // The brand is given here and nowhere else.
    show: (kind, value) => say(kind, value) as Shown,
    own: (sentence) => sentence as Shown,
    quote: (text) => {
      if (shared.has('messages')) return freedText(text, aliases) as Shown;
      left += 1;
      return null;
    },
    hidden: aliases.count,
    leftOut: () => left,
  };
};
