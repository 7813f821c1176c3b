import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Vault } from '../../vault/vault.ts';
import { CHAIN_START, checkLine, concludeChain, continueFrom } from './chain.ts';
import type { ChainHead, ChainState, Integrity } from './chain.ts';
import { openJournalFile } from './journal-file.ts';
import type { JournalFile, SetAside } from './journal-file.ts';
import { decodeLine, encodeLine } from './journal-line.ts';
import type { JournalEntry, JournalKey, JournalLine } from './journal-line.ts';
import { openJournalVault } from './journal-vault.ts';
import type { JournalVault } from './journal-vault.ts';
import { createLineIndex } from './line-index.ts';
import type { IndexedLine } from './line-index.ts';

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
  /** Resolves when the line is on the disk; rejects, with nothing written, when it cannot be (a full disk). */
  readonly append: (entry: JournalEntry) => Promise<JournalLine>;
  /** Newest first, older than `before`; lines that cannot be read are left out (`verify` tells of them). */
  readonly page: (
    workspaceId: WorkspaceId,
    before: number | null,
    limit: number,
  ) => Promise<{ readonly lines: readonly JournalLine[]; readonly more: boolean }>;
  readonly operations: (workspaceId: WorkspaceId) => readonly string[];
  /** How many lines there are of one operation. */
  readonly linesOf: (operationId: string) => number;
  /** Lines of one operation, oldest first. */
  readonly ofOperation: (operationId: string) => Promise<readonly JournalLine[]>;
  /** Walks the whole file from the first line. */
  readonly verify: () => Promise<Integrity>;
  /** What the previous run left half-written and where it was put. */
  readonly setAside: SetAside | null;
  /** Waits for what was appended and for the anchor, then closes the file. */
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly entry: JournalEntry;
  readonly resolve: (line: JournalLine) => void;
  readonly reject: (problem: unknown) => void;
};

/** Keeps the vault's anchor behind the file: one write at a time, always of the newest head. */
const anchorer = (kept: JournalVault | null) => {
  let wanted: ChainHead | null = null;
  let running: Promise<void> | null = null;
  let failing = false;
  const run = async (to: JournalVault): Promise<void> => {
    while (wanted !== null) {
      const head = wanted;
      wanted = null;
      failing = !(await to.setAnchor(head));
    }
    running = null;
  };
  return {
    moveTo: (head: ChainHead): void => {
      if (kept === null) return;
      wanted = head;
      running ??= run(kept);
    },
    settled: async (): Promise<void> => {
      await running;
    },
    failing: () => failing,
  };
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

/** Opens (or begins) the journal. Rejects with the platform's error when the file cannot be opened. */
export const openActivityJournal = async (ports: JournalPorts): Promise<ActivityJournal> => {
  const kept = await openJournalVault(ports.vault);
  const key = kept?.key ?? null;
  const file = await openJournalFile(ports.path, ports.now);
  const index = createLineIndex();
  const found = (await kept?.anchor()) ?? null;
  let head = continueFrom(await scanChain(file, key, found, index.add), found);
  const anchor = anchorer(kept);

  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    let last = head;
    const lines = batch.map(({ entry }) => {
      const at = new Date(ports.now()).toISOString();
      const { text, mac } = encodeLine({ seq: last.seq + 1, at, prev: last.mac, entry }, key);
      const line: JournalLine = {
        v: 1,
        seq: last.seq + 1,
        at,
        key: key?.id ?? 'none',
        prev: last.mac,
        entry,
        mac,
      };
      last = { seq: line.seq, mac };
      return { line, text };
    });
    try {
      let offset = await file.append(lines.map(({ text }) => `${text}\n`).join(''));
      head = last;
      for (const [at, { line, text }] of lines.entries()) {
        const length = Buffer.byteLength(text);
        index.add(line, offset, length);
        offset += length + 1;
        batch[at]?.resolve(line);
      }
      anchor.moveTo(head);
    } catch (problem) {
      for (const each of batch) each.reject(problem);
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeBatch(batch);
    }
    writing = null;
  };

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
        writing ??= drain();
      }),
    page: async (workspaceId, before, limit) => {
      const { lines, more } = index.page(workspaceId, before, limit);
      return { lines: await readLines(lines), more };
    },
    operations: index.operations,
    linesOf: (operationId) => index.ofOperation(operationId).length,
    ofOperation: (operationId) => readLines(index.ofOperation(operationId)),
    verify: async () => {
      // The anchor first: it never runs ahead of the file, so the file read after it must hold it.
      const anchored = anchor.failing() ? null : ((await kept?.anchor()) ?? null);
      const state = await scanChain(file, key, anchored, () => undefined);
      return concludeChain(state, key, anchored);
    },
    setAside: file.setAside,
    close: async () => {
      await writing;
      await anchor.settled();
      await file.close();
    },
  };
};
