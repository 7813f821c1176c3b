import { createHash } from 'node:crypto';

/** A clipboard that main reaches without the page. */
export type Clipboard = {
  /** False when this system offers none. */
  readonly write: (text: string) => Promise<boolean>;
  /** Null when it holds no text or cannot be read. */
  readonly read: () => Promise<string | null>;
  readonly clear: () => Promise<void>;
};

/** The one exit of secrets: main copies, nobody else sees it. */
export type SecretClipboard = {
  /** False when there is no clipboard; what is copied is cleared by itself as long as nothing else was copied since. */
  readonly copy: (secret: string) => Promise<boolean>;
  /** Clears now what was copied: the console ends. */
  readonly close: () => Promise<void>;
};

/** How long a copied secret stays. */
export const CLIPBOARD_SECONDS = 30;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a copied secret only a digest is remembered; `wait` rejects when the signal aborts. */
export const createSecretClipboard = (
  clipboard: Clipboard,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): SecretClipboard => {
  let copied: { readonly digest: string; readonly abort: AbortController } | null = null;

  const clearIfStillThere = async (digest: string): Promise<void> => {
    const now = await clipboard.read();
    if (now !== null && digestOf(now) === digest) await clipboard.clear();
  };

  const clearLater = async (digest: string, signal: AbortSignal): Promise<void> => {
    try {
      await wait(CLIPBOARD_SECONDS * 1000, signal);
    } catch {
      // Another secret took its place, or the console ends: both see to it themselves.
      return;
    }
    copied = null;
    await clearIfStillThere(digest).catch(() => undefined);
  };

  return {
    copy: async (secret) => {
      if (!(await clipboard.write(secret))) return false;
      copied?.abort.abort();
      const abort = new AbortController();
      copied = { digest: digestOf(secret), abort };
      void clearLater(copied.digest, abort.signal);
      return true;
    },
    close: async () => {
      const last = copied;
      copied = null;
      if (last === null) return;
      last.abort.abort();
      await clearIfStillThere(last.digest).catch(() => undefined);
    },
  };
};
