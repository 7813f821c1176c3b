/** One JSON document on disk, handed in by the host: `electron-store` in Electron, `conf` (its base) elsewhere. */
export type DocumentFile = {
  readonly path: string;
  /** The document's content, or null when there is none yet. Throws when it is not JSON. */
  readonly read: () => unknown;
  /** Replaces the document atomically. */
  readonly write: (content: Readonly<Record<string, unknown>>) => void;
  /** Moves a document that cannot be used out of the way and returns its new path. */
  readonly quarantine: () => string;
};

/** Opens (or prepares to create) the document of that name in the console's data folder. */
export type OpenDocumentFile = (name: string) => DocumentFile;

/** A typed document that is always valid in memory; every change is on disk when `update` returns. It throws a `Refusal` when the disk refuses. */
export type Document<Value> = {
  readonly get: () => Value;
  readonly update: (change: (now: Value) => Value) => Value;
};
