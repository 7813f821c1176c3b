import { writeSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

/** A torn last line that was moved out of the journal. */
export type SetAside = { readonly file: string; readonly bytes: number };

/** The file behind the journal: whole lines at its end, whole lines read back. */
export type JournalFile = {
  /** Calls `onLine` for each line from the first, with its bytes (no line feed) and where it starts. */
  readonly scan: (onLine: (bytes: Buffer, offset: number) => void) => Promise<void>;
  /** Adds whole lines and resolves, with where they start, when they are on the disk; leaves none of them behind when it rejects. */
  readonly append: (text: string) => Promise<number>;
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  readonly setAside: SetAside | null;
  readonly close: () => Promise<void>;
};

/** Reads lines up to `end`; returns where the last line feed stands, so that what follows is a torn line. */
const scanLines = async (
  handle: FileHandle,
  end: number,
  onLine: (bytes: Buffer, offset: number) => void,
): Promise<number> => {
  let pieces: Buffer[] = [];
  let lineStart = 0;
  for (let position = 0; position < end;) {
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, end - position));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    let from = 0;
    for (
      let at = chunk.indexOf(LINE_FEED);
      at !== -1 && at < bytesRead;
      at = chunk.indexOf(LINE_FEED, from)
    ) {
      pieces.push(chunk.subarray(from, at));
      onLine(Buffer.concat(pieces), lineStart);
      pieces = [];
      from = at + 1;
      lineStart = position + from;
    }
    pieces.push(chunk.subarray(from, bytesRead));
    position += bytesRead;
  }
  return lineStart;
};

const readExactly = async (handle: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
};

/**
 * Opens the file, readable by its owner alone, and moves a torn last line (the console died while writing it, so
 * nobody was told that it was there) into a file beside it. Rejects with the platform's error.
 */
export const openJournalFile = async (path: string, now: () => number): Promise<JournalFile> => {
  const handle = await open(path, 'a+', 0o600);
  const found = (await handle.stat()).size;
  const whole = await scanLines(handle, found, () => undefined);
  let setAside: SetAside | null = null;
  if (whole < found) {
    const stamp = new Date(now()).toISOString().replaceAll(/[:.]/g, '-');
    setAside = { file: `${path}.torn-${stamp}`, bytes: found - whole };
    await writeFile(setAside.file, await readExactly(handle, whole, found - whole), { mode: 0o600 });
    await handle.truncate(whole);
    await handle.datasync();
  }
  // There is one writer, so the end is known without asking.
  let end = whole;
  return {
    setAside,
    scan: async (onLine) => {
      await scanLines(handle, (await handle.stat()).size, onLine);
    },
    append: async (text) => {
      const bytes = Buffer.from(text);
      let written = 0;
      try {
        // Into the system's memory, which takes no longer than handing it to a thread; what takes long is the disk.
        while (written < bytes.length) written += writeSync(handle.fd, bytes, written);
        await handle.datasync();
      } catch (problem) {
        // A full disk may have taken half a line: without this the next line would continue it.
        await handle.truncate(end);
        throw problem;
      }
      const start = end;
      end += written;
      return start;
    },
    read: (offset, length) => readExactly(handle, offset, length),
    close: () => handle.close(),
  };
};
