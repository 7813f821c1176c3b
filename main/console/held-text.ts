import { randomUUID } from 'node:crypto';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { MOST_TEXT_LENGTH } from '../../preload/contract/words/saved-text.ts';

/** A text on its way to a file, handed over in pieces: one at a time, the next takes its place. */
export type HeldText = {
  /** Without an id a new text begins. Fails with `payload-too-large`, or `not-found` when another one has begun. */
  readonly put: (id: string | null, piece: string) => Result<{ readonly textId: string }>;
  /** All of it, which is held no longer; `not-found` as above. */
  readonly take: (id: string) => Result<string>;
};

/** Nothing is there at first. */
export const createHeldText = (most: number = MOST_TEXT_LENGTH): HeldText => {
  let held: { readonly id: string; readonly pieces: string[]; length: number } | null = null;
  return {
    put: (id, piece) => {
      const text = id === null ? { id: randomUUID(), pieces: [], length: 0 } : held;
      if (text === null || (id !== null && text.id !== id))
        return failed('not-found', { what: 'text', id: id ?? '' });
      held = text;
      text.length += piece.length;
      if (text.length > most) {
        held = null;
        return failed('payload-too-large', { limitBytes: most });
      }
      if (piece !== '') text.pieces.push(piece);
      return ok({ textId: text.id });
    },
    take: (id) => {
      if (held?.id !== id) return failed('not-found', { what: 'text', id });
      const { pieces } = held;
      held = null;
      return ok(pieces.join(''));
    },
  };
};
