import { checkMac, decodeLine, GENESIS } from './journal-line.ts';
import type { JournalKey, JournalLine } from './journal-line.ts';

/** Number and MAC of a line: where the journal ends, or ended when the vault was told last. */
export type ChainHead = { readonly seq: number; readonly mac: string };

/** How far a journal can be trusted. */
export type Integrity = {
  readonly state: 'intact' | 'broken' | 'not-tamper-evident';
  /** First entry that does not fit the chain. */
  readonly brokenAt: number | null;
};

/** What is known after checking some lines from the first one on. */
export type ChainState = {
  readonly head: ChainHead;
  readonly brokenAt: number | null;
  /** False when a line was written without a key, or with one that is not at hand. */
  readonly keyed: boolean;
  /** Whether the anchored line was met, and was the same. */
  readonly anchorMet: boolean;
};

export const CHAIN_START: ChainState = {
  head: { seq: 0, mac: GENESIS },
  brokenAt: null,
  keyed: true,
  anchorMet: false,
};

/** Checks one more line. Damaged lines are counted as one each and never stop the walk. */
export const checkLine = (
  state: ChainState,
  bytes: Uint8Array,
  key: JournalKey | null,
  anchor: ChainHead | null,
): { readonly state: ChainState; readonly line: JournalLine | null } => {
  const expected = state.head.seq + 1;
  const line = decodeLine(bytes);
  if (line === null) {
    const head = { seq: expected, mac: state.head.mac };
    return { state: { ...state, head, brokenAt: state.brokenAt ?? expected }, line: null };
  }
  const mac = checkMac(bytes, line, key);
  const fits = line.seq === expected && line.prev === state.head.mac && mac !== 'differs';
  return {
    state: {
      head: { seq: line.seq, mac: line.mac },
      brokenAt: fits ? state.brokenAt : (state.brokenAt ?? expected),
      keyed: state.keyed && mac === 'fits' && line.key !== 'none',
      anchorMet: state.anchorMet || (anchor?.seq === line.seq && anchor.mac === line.mac),
    },
    line,
  };
};

/** The verdict after the last line. A journal that is shorter than its anchor, or differs there, was cut or replaced. */
export const concludeChain = (
  state: ChainState,
  key: JournalKey | null,
  anchor: ChainHead | null,
): Integrity => {
  const cut = anchor !== null && anchor.seq > 0 && !state.anchorMet;
  const brokenAt = state.brokenAt ?? (cut ? Math.min(anchor.seq, state.head.seq + 1) : null);
  if (brokenAt !== null) return { state: 'broken', brokenAt };
  const evident = key !== null && anchor !== null && state.keyed;
  return { state: evident ? 'intact' : 'not-tamper-evident', brokenAt: null };
};

/**
 * Where the next line goes on. After a cut it leaves the gap that the anchor tells of, so that the evidence stays in
 * the file although the anchor moves on.
 */
export const continueFrom = (state: ChainState, anchor: ChainHead | null): ChainHead =>
  anchor !== null && anchor.seq > state.head.seq ? anchor : state.head;
