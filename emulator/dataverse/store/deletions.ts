/** A row that is no more, and the version number that its deletion got. */
export type Deletion = { readonly id: string; readonly version: number };

/** Which rows were deleted, by logical name of their table, the first deletion first. */
export type Deletions = {
  /** Deletions after a version. */
  since(table: string, version: number): readonly Deletion[];
  /** Keeps a deletion; the answer forgets it again. */
  add(table: string, deletion: Deletion): () => void;
  /** Remembers all of them; the answer takes them back. */
  snapshot(): () => void;
};

/** Deletions of one environment, kept in memory; none at first. */
export function createDeletions(): Deletions {
  const byTable = new Map<string, Deletion[]>();
  return {
    since: (table, version) => (byTable.get(table) ?? []).filter((it) => it.version > version),
    add(table, deletion) {
      const kept = byTable.get(table) ?? [];
      kept.push(deletion);
      byTable.set(table, kept);
      return () => {
        byTable.set(
          table,
          (byTable.get(table) ?? []).filter((it) => it !== deletion),
        );
      };
    },
    snapshot() {
      const kept = new Map([...byTable].map(([table, rows]) => [table, [...rows]]));
      return () => {
        byTable.clear();
        for (const [table, rows] of kept) byTable.set(table, [...rows]);
      };
    },
  };
}
