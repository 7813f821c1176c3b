/** A file that is written piece by piece and has its name only once it is whole. */
export type GrowingFile = {
  /** Resolves when the system has taken the bytes, so that whoever makes them waits for the disk. Throws a `Refusal` when it refuses. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Puts it on the disk and gives it its name; resolves to its path. Throws a `Refusal`. */
  readonly finish: () => Promise<string>;
  /** Takes away what was written. Does nothing after `finish`. */
  readonly drop: () => Promise<void>;
};

/** Opens a file where the person chooses; null when they choose none. Throws a `Refusal` when it cannot be written there. */
export type OpenSave = (suggestedName: string) => Promise<GrowingFile | null>;
