/** What was changed since an undertaking began, so that all of it can be taken back. */
export type Journal = {
  /** Whether changes have to be noted, because something may still take them back. */
  readonly isOpen: boolean;
  /** Notes how the change that is about to be made is taken back. */
  note(undo: () => void): void;
  /** Makes all of a change or nothing; one inside another belongs to the outer one. `undone` is told when something was taken back. */
  atomically<T>(change: () => T, undone: () => void): T;
};

/** The journal of one environment. */
export function createJournal(): Journal {
  let undos: (() => void)[] | null = null;
  return {
    get isOpen() {
      return undos !== null;
    },
    note(undo) {
      undos?.push(undo);
    },
    atomically(change, undone) {
      if (undos !== null) return change();
      const noted: (() => void)[] = [];
      undos = noted;
      try {
        return change();
      } catch (error) {
        // What takes a change back changes rows itself, which nobody has to note.
        undos = null;
        for (const undo of noted.toReversed()) undo();
        if (noted.length > 0) undone();
        throw error;
      } finally {
        undos = null;
      }
    },
  };
}
