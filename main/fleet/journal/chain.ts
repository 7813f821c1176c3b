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
  /** False when a line was written with a key that is not at hand. */
  readonly readable: boolean;
  /** The first line that was written without a key and that no later line seals; null when there is none. */
  readonly unsealed: number | null;
  /** Whether the anchored line was met, and was the same. */
  readonly anchorMet: boolean;
};

export const CHAIN_START: ChainState = {
  head: { seq: 0, mac: GENESIS },
  brokenAt: null,
  readable: true,
  unsealed: null,
  anchorMet: false,
};

/** A line without a key seals nothing: everybody can write one. */
const stillUnsealed = (unsealed: number | null, line: JournalLine): number | null => {
  if (line.key === 'none') return unsealed ?? line.seq;
  return unsealed !== null && line.seals !== undefined && line.seals <= unsealed ? null : unsealed;
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
      readable: state.readable && mac !== 'unknown',
      unsealed: stillUnsealed(state.unsealed, line),
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
  const evident = key !== null && anchor !== null && state.readable && state.unsealed === null;
  return { state: evident ? 'intact' : 'not-tamper-evident', brokenAt: null };
};

/**
 * Where the next line goes on. When the anchored line is not in the file, it goes on from that line and not from the file's last, so
 * that the evidence stays in the file although the anchor moves on.
 */
export const continueFrom = (state: ChainState, anchor: ChainHead | null): ChainHead =>
  anchor === null || anchor.seq === 0 || state.anchorMet
    ? state.head
    : { seq: Math.max(anchor.seq, state.head.seq), mac: anchor.mac };
