import { basename } from 'node:path';
import type { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { diskRefusal } from './disk-refusal.ts';
import type { Document, OpenDocumentFile } from './document.ts';
import { readDocument } from './read-document.ts';
import type { Migration } from './read-document.ts';

/** How a document looks, and what happens to one that looks otherwise. */
export type DocumentShape<Value> = {
  /** Version that this console writes, from 1; `migrations` has one entry less. */
  readonly version: number;
  readonly defaults: Value;
  /** Entry `n` turns a value of version `n + 1` into one of version `n + 2`; it may throw. */
  readonly migrations: readonly Migration[];
  /** Told when the stored document could not be used; paths never leave main, so it holds file names only. */
  readonly notice: (notice: Notice) => void;
};

/**
 * Opens a document, or prepares to create it. A stored document is never overwritten unless it was understood: one that is
 * damaged, not valid or cannot be migrated is moved aside with its bytes as they were, and the defaults take its place; one
 * written by a newer console (or one that cannot be moved) stays where it is, and changes then live until the console closes.
 * Both are told through `notice`. `update` throws a `Refusal` when the disk refuses, and a bug when the new value does not fit the schema;
 * the document then is what it was before.
 */
export const openDocument = <Value>(
  open: OpenDocumentFile,
  name: string,
  schema: z.ZodType<Value>,
  shape: DocumentShape<Value>,
): Document<Value> => {
  if (shape.migrations.length !== shape.version - 1)
    throw new Error(`document ${name}: version ${shape.version} needs ${shape.version - 1} migrations`);
  const file = open(name);
  let writable = true;
  let changing = false;

  const write = (value: Value): void => {
    if (!writable) return;
    try {
      file.write({ version: shape.version, value });
    } catch (thrown) {
      throw diskRefusal('disk-refused', name, thrown);
    }
  };

  const setAside = (reason: string): void => {
    try {
      const moved = basename(file.quarantine());
      shape.notice({
        id: `file-quarantined:${moved}`,
        kind: 'file-quarantined',
        params: { file: basename(file.path), reason, movedTo: moved },
      });
    } catch {
      keepOut(reason);
    }
  };

  const keepOut = (reason: string): void => {
    writable = false;
    shape.notice({
      id: `file-untouched:${basename(file.path)}`,
      kind: 'file-quarantined',
      params: { file: basename(file.path), reason, movedTo: '' },
    });
  };

  const stored = readDocument(file, schema, shape);
  let now = stored.kind === 'usable' ? stored.value : schema.parse(shape.defaults);
  if (stored.kind === 'unusable') setAside(stored.reason);
  if (stored.kind === 'newer') {
    writable = false;
    const newer = basename(file.path);
    shape.notice({ id: `file-newer:${newer}`, kind: 'file-newer', params: { file: newer } });
  }
  if (stored.kind === 'usable' && stored.migrated) write(now);

  return {
    get: () => now,
    update: (change) => {
      if (changing) throw new Error(`document ${name}: update inside an update`);
      changing = true;
      try {
        const next = schema.parse(change(now));
        write(next);
        now = next;
        return next;
      } finally {
        changing = false;
      }
    },
  };
};
