import type { ChainHead } from './chain.ts';
import type { JournalVault } from './journal-vault.ts';

/** Keeps the vault's anchor behind the file: one write at a time, always of the newest head. */
export type Anchorer = {
  readonly moveTo: (vault: JournalVault, head: ChainHead) => void;
  readonly settled: () => Promise<void>;
  /** Whether the vault did not take the newest anchor. */
  readonly failing: () => boolean;
};

/** Makes one; it does nothing until it is told of a head. */
export const createAnchorer = (): Anchorer => {
  let wanted: { readonly vault: JournalVault; readonly head: ChainHead } | null = null;
  let running: Promise<void> | null = null;
  let failing = false;
  const run = async (): Promise<void> => {
    while (wanted !== null) {
      const { vault, head } = wanted;
      wanted = null;
      failing = !(await vault.setAnchor(head));
    }
    running = null;
  };
  return {
    moveTo: (vault, head) => {
      wanted = { vault, head };
      running ??= run();
    },
    settled: async () => {
      await running;
    },
    failing: () => failing,
  };
};
