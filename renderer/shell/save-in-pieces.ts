import type { OutputOf } from '../../preload/contract/index.ts';
import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { pieceEnd, TEXT_PIECE_LENGTH } from '../../preload/contract/words/saved-text.ts';
// Not by way of its index, whose door belongs to a page.
import type { Bridge } from '../bridge/bridge.ts';

/** Hands a text of any length over to main piece by piece, as it is made, and has it saved where the person says. */
export const saveInPieces = async (
  call: Bridge['call'],
  suggestedName: string,
  text: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<Result<OutputOf<'app.saveText'>>> => {
  let textId: string | null = null;
  let waiting = '';
  for await (const part of text) {
    waiting += part;
    while (waiting.length > TEXT_PIECE_LENGTH) {
      const end = pieceEnd(waiting, TEXT_PIECE_LENGTH);
      const piece = waiting.slice(0, end);
      const held: Awaited<ReturnType<typeof call<'app.holdText'>>> = await call(
        'app.holdText',
        { textId, piece },
        signal,
      );
      if (!held.ok) return held;
      ({ textId } = held.value);
      waiting = waiting.slice(end);
    }
  }
  // Making the text may have ended early because of it.
  if (signal.aborted) return failed('cancelled');
  const rest = { suggestedName, text: waiting };
  return call('app.saveText', textId === null ? rest : { ...rest, textId }, signal);
};
