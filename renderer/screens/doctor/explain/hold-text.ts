import type { InputOf } from '../../../../preload/contract/index.ts';
import { ok } from '../../../../preload/contract/words/errors.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import { pieceEnd, TEXT_PIECE_LENGTH } from '../../../../preload/contract/words/saved-text.ts';
// Not by way of its index, whose door belongs to a page.
import type { Bridge } from '../../../bridge/bridge.ts';

/** Hands a text over to main in pieces; resolves to what names it, with its last piece. */
export const holdText = async (
  call: Bridge['call'],
  text: string,
  signal: AbortSignal,
): Promise<Result<InputOf<'explain.log'>>> => {
  let from = 0;
  let textId: string | null = null;
  do {
    const piece = text.slice(from, from + TEXT_PIECE_LENGTH);
    const end = from + pieceEnd(piece, TEXT_PIECE_LENGTH);
    const held: Awaited<ReturnType<typeof call<'app.holdText'>>> = await call(
      'app.holdText',
      { textId, piece: text.slice(from, end) },
      signal,
    );
    if (!held.ok) return held;
    ({ textId } = held.value);
    from = end;
  } while (text.length - from > TEXT_PIECE_LENGTH);
  return ok({ textId, text: text.slice(from) });
};
