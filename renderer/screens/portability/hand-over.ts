import type { Result } from '../../../preload/contract/words/errors.ts';
import type { Bridge } from '../../bridge/index.ts';
import { toBase64 } from '../../ui/index.ts';

/** A request to main holds one MiB at most, and base64 is a third longer than the bytes. */
const PIECE_BYTES = 256 * 1024;

/** Hands bytes over to main piece by piece, wipes them here, and tells by which id main knows them. */
export const handOver = async (
  call: Bridge['call'],
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<string>> => {
  let importId: string | null = null;
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
    const piece = toBase64(bytes.subarray(at, at + PIECE_BYTES));
    const put: Awaited<ReturnType<typeof call<'portability.put'>>> = await call(
      'portability.put',
      { importId, piece },
      signal,
    );
    if (!put.ok) return put;
    ({ importId } = put.value);
  }
  return { ok: true, value: importId ?? '' };
};
