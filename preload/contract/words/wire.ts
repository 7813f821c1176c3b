/**
 * What crosses the border, as JSON text on one channel. Requests go from the renderer to main and are answered with
 * a Reply; events and the end of a stream are pushed from main.
 */
import type { AppError } from './errors.ts';

/** Name of the one channel, in both hosts. */
export const CHANNEL = 's2s-console';
/** A request may be this long, in bytes of JSON text. */
export const MAX_REQUEST_BYTES = 1024 * 1024;
/** A stream may have this many events that the renderer has not acknowledged. */
export const STREAM_WINDOW = 4;
/** An answer holds at most this many rows. */
export const MAX_ROWS_PER_ANSWER = 2000;

export type WireRequest =
  | { readonly kind: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly kind: 'start'; readonly id: string; readonly method: string; readonly input: unknown }
  /** Cancels a call or a stream; harmless when it has already ended. */
  | { readonly kind: 'cancel'; readonly id: string }
  /** Acknowledges every event up to and including `seq`. */
  | { readonly kind: 'credit'; readonly id: string; readonly seq: number };

export type WireReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: AppError };

export type WirePush =
  | { readonly kind: 'event'; readonly id: string; readonly seq: number; readonly value: unknown }
  | { readonly kind: 'end'; readonly id: string; readonly reply: WireReply };

/** What the preload puts into the page as `window.s2sConsole`: text in, text out, nothing else. */
export type Door = {
  /** Sends one WireRequest as JSON text; resolves to one WireReply as JSON text. */
  readonly request: (text: string) => Promise<string>;
  /** Receives WirePush messages as JSON text; returns the function that stops it. */
  readonly subscribe: (listener: (text: string) => void) => () => void;
};
