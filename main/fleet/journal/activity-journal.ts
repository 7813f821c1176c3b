import { setImmediate, setTimeout } from 'node:timers/promises';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { diskRefusal } from '../../settings/disk-refusal.ts';
import type { Vault } from '../../vault/vault.ts';
import { createAnchorer } from './anchorer.ts';
import { CHAIN_START, checkLine, concludeChain, continueFrom } from './chain.ts';
import type { ChainHead, ChainState, Integrity } from './chain.ts';
import { openJournalFile } from './journal-file.ts';
import type { JournalFile, SetAside } from './journal-file.ts';
import { decodeLine, encodeLine } from './journal-line.ts';
import type { JournalEntry, JournalKey, JournalLine } from './journal-line.ts';
import { openJournalVault } from './journal-vault.ts';
import { createLineIndex } from './line-index.ts';
import type { IndexedLine } from './line-index.ts';
import { vaultOpenedEntry } from './vault-opened-entry.ts';

/** What the journal needs from outside. */
export type JournalPorts = {
  /** Full path of `activity.jsonl`; its folder exists. */
  readonly path: string;
  readonly vault: Vault;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The append-only record of everything that the console did. One writer; lines are never changed. */
export type ActivityJournal = {
  /** Resolves when the line is on the disk; rejects with a `Refusal` and nothing written when it cannot be (a full disk). */
  readonly append: (entry: JournalEntry) => Promise<JournalLine>;
  /** Newest first, older than `before`; lines that cannot be read are left out (`verify` tells of them). */
  readonly page: (
    workspaceId: WorkspaceId,
    before: number | null,
    limit: number,
  ) => Promise<{ readonly lines: readonly JournalLine[]; readonly more: boolean }>;
  readonly operations: (workspaceId: WorkspaceId) => readonly string[];
  /** Rotations begun in a workspace, newest first. */
  readonly rotations: (workspaceId: WorkspaceId) => readonly string[];
  /** Operations of a rotation, oldest first. */
  readonly rotation: (rotationId: string) => readonly string[];
  /** How many lines there are of one operation. */
  readonly linesOf: (operationId: string) => number;
  /** Lines of one operation, oldest first. */
  readonly ofOperation: (operationId: string) => Promise<readonly JournalLine[]>;
  /** Walks the whole file from the first line. */
  readonly verify: () => Promise<Integrity>;
  /** What the previous run left half-written and where it was put. */
  readonly setAside: SetAside | null;
  /** Calls `onLine` for each line from the first, with its bytes (no line feed); null for what is no line. */
  readonly lines: (onLine: (line: JournalLine | null, bytes: Buffer) => void) => Promise<void>;
  /** Waits for what was appended and for the anchor, then closes the file. */
  readonly close: () => Promise<void>;
};

/** Milliseconds after a write in which lines gather for the next: the disk takes twenty lines in the time of one. */
const GATHERING = 2;

type Waiting = {
  readonly entry: JournalEntry;
  readonly seals?: number | undefined;
  readonly resolve: (line: JournalLine) => void;
  readonly reject: (problem: unknown) => void;
};

const scanChain = async (
  file: JournalFile,
  key: JournalKey | null,
  anchor: ChainHead | null,
  onLine: (line: JournalLine, offset: number, length: number) => void,
): Promise<ChainState> => {
  let state = CHAIN_START;
  await file.scan((bytes, offset) => {
    const checked = checkLine(state, bytes, key, anchor);
    state = checked.state;
    if (checked.line !== null) onLine(checked.line, offset, bytes.length);
  });
  return state;
};

/**
 * Opens (or begins) the journal; when the vault opens later, the journal takes its key then. Rejects with the platform's error when the
 * file cannot be opened.
 */
export const openActivityJournal = async (ports: JournalPorts): Promise<ActivityJournal> => {
  let kept = await openJournalVault(ports.vault);
  const file = await openJournalFile(ports.path, ports.now);
  const index = createLineIndex();
  const found = (await kept?.anchor()) ?? null;
  let head = continueFrom(await scanChain(file, kept?.key ?? null, found, index.add), found);
  /** First line of this run that no key seals; null when there is none. */
  let unsealed: number | null = null;
  const anchor = createAnchorer();

  let waiting: Waiting[] = [];
  let vaultOpened = false;
  let writing: Promise<void> | null = null;

  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const key = kept?.key ?? null;
    let last = head;
    const lines = batch.map(({ entry, seals }) => {
      const at = new Date(ports.now()).toISOString();
      const encoded = encodeLine({ seq: last.seq + 1, at, prev: last.mac, seals, entry }, key);
      last = { seq: encoded.line.seq, mac: encoded.line.mac };
      return encoded;
    });
    try {
      let offset = await file.append(lines.map(({ text }) => `${text}\n`).join(''));
      if (key === null) unsealed ??= head.seq + 1;
      head = last;
      for (const [at, { line, text }] of lines.entries()) {
        const length = Buffer.byteLength(text);
        index.add(line, offset, length);
        offset += length + 1;
        batch[at]?.resolve(line);
      }
      if (kept !== null) anchor.moveTo(kept, head);
    } catch (problem) {
      for (const each of batch) each.reject(diskRefusal('journal-unwritable', 'activity', problem));
    }
  };

  /** Checks the file as it would have been checked with the key at hand from the start, and seals what this run wrote without it. */
  const takeKey = async (): Promise<void> => {
    const opened = await openJournalVault(ports.vault);
    if (opened === null) return;
    if (opened.key.id !== kept?.key.id) {
      const anchored = await opened.anchor();
      const state = await scanChain(file, opened.key, anchored, () => undefined);
      // From what this run wrote, not from what the file holds now: a file changed since then does not fit.
      head = continueFrom({ ...state, head }, anchored);
    }
    kept = opened;
    if (unsealed === null) {
      anchor.moveTo(kept, head);
      await anchor.settled();
      return;
    }
    waiting.unshift({
      entry: vaultOpenedEntry(unsealed, head.seq),
      seals: unsealed,
      resolve: () => {
        unsealed = null;
      },
      // A full disk: whoever appends next is told, and the entries stay unsealed.
      reject: () => undefined,
    });
  };

  const drain = async (): Promise<void> => {
    while (vaultOpened || waiting.length > 0) {
      if (vaultOpened) {
        vaultOpened = false;
        // A file that cannot be read now: `verify` meets the same and tells, and the journal stays without the key.
        await takeKey().catch(() => undefined);
        continue;
      }
      // What is appended in the same turn goes to the disk at once.
      await setImmediate();
      const batch = waiting;
      waiting = [];
      await writeBatch(batch);
      await setTimeout(GATHERING);
    }
    writing = null;
  };
  const write = (): void => {
    writing ??= drain();
  };
  ports.vault.whenOpened(() => {
    vaultOpened = true;
    write();
  });

  const readLines = async (lines: readonly IndexedLine[]): Promise<readonly JournalLine[]> => {
    const read: JournalLine[] = [];
    for (const { offset, length } of lines) {
      const line = decodeLine(await file.read(offset, length));
      if (line !== null) read.push(line);
    }
    return read;
  };

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        write();
      }),
    page: async (workspaceId, before, limit) => {
      const { lines, more } = index.page(workspaceId, before, limit);
      return { lines: await readLines(lines), more };
    },
    operations: index.operations,
    rotations: index.rotations,
    rotation: index.rotation,
    linesOf: (operationId) => index.ofOperation(operationId).length,
    ofOperation: (operationId) => readLines(index.ofOperation(operationId)),
    verify: async () => {
      // It may be taking its key.
      await writing;
      // The anchor first: it never runs ahead of the file, so the file read after it must hold it.
      const anchored = anchor.failing() ? null : ((await kept?.anchor()) ?? null);
      const state = await scanChain(file, kept?.key ?? null, anchored, () => undefined);
      return concludeChain(state, kept?.key ?? null, anchored);
    },
    lines: async (onLine) => {
      await writing;
      await file.scan((bytes) => onLine(decodeLine(bytes), bytes));
    },
    setAside: file.setAside,
    close: async () => {
      await writing;
      await anchor.settled();
      await file.close();
    },
  };
};
