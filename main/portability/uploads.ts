import { randomUUID } from 'node:crypto';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { FoundConnections } from './formats/connection.ts';
import { importFailed } from './import-failure.ts';
import type { ExportDocument } from './export/export-document.ts';

/** What a text turned out to be, kept until it is imported or forgotten. It may hold secrets and never leaves main. */
export type ReadImport =
  | { readonly kind: 'connections'; readonly found: FoundConnections }
  | { readonly kind: 'export'; readonly document: ExportDocument };

/** One text at a time, handed over in pieces. */
export type Uploads = {
  /** Fails with `import-unreadable` when it grows too large, `not-found` when it was forgotten meanwhile. */
  readonly put: (
    id: string | null,
    piece: Buffer,
  ) => Result<{ readonly importId: string; readonly bytes: number }>;
  /** The whole text; `not-found` when it was forgotten. */
  readonly text: (id: string) => Result<Buffer>;
  /** What was read of it; null before it was read. */
  readonly read: (id: string) => Result<ReadImport | null>;
  /** Notes what was read. The text itself is wiped: nobody needs it any more. */
  readonly understood: (id: string, read: ReadImport) => void;
  readonly forget: () => void;
};

/** The largest file that is read. */
export const MOST_BYTES = 10 * 1024 * 1024;

type Upload = {
  readonly id: string;
  readonly pieces: Buffer[];
  bytes: number;
  read: ReadImport | null;
};

/** Nothing is there at first. */
export const createUploads = (): Uploads => {
  let upload: Upload | null = null;

  const forget = (): void => {
    for (const piece of upload?.pieces ?? []) piece.fill(0);
    upload = null;
  };
  const find = (id: string): Result<Upload> =>
    upload?.id === id ? ok(upload) : failed('not-found', { what: 'import', id });

  return {
    forget,
    put: (id, piece) => {
      if (id === null) {
        forget();
        upload = { id: randomUUID(), pieces: [], bytes: 0, read: null };
      }
      const found =
        id === null
          ? upload === null
            ? failed('not-found', { what: 'import', id: '' })
            : ok(upload)
          : find(id);
      if (!found.ok) return found;
      const now = found.value;
      if (now.bytes + piece.length > MOST_BYTES) {
        forget();
        return importFailed('too-large', String(MOST_BYTES / 1024 / 1024));
      }
      now.pieces.push(piece);
      now.bytes += piece.length;
      return ok({ importId: now.id, bytes: now.bytes });
    },
    text: (id) => {
      const found = find(id);
      return found.ok ? ok(Buffer.concat(found.value.pieces)) : found;
    },
    read: (id) => {
      const found = find(id);
      return found.ok ? ok(found.value.read) : found;
    },
    understood: (id, read) => {
      const found = find(id);
      if (!found.ok) return;
      for (const piece of found.value.pieces) piece.fill(0);
      found.value.pieces.length = 0;
      found.value.read = read;
    },
  };
};
