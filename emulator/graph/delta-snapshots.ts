import { randomUUID } from 'node:crypto';
import type { Directory, DirectoryRecords } from '../directory/directory.ts';

/** The directory as it was when somebody learnt of it. */
export type DeltaSnapshot = {
  readonly id: string;
  readonly records: DirectoryRecords;
  /** Ids of what was deleted and could be restored. */
  readonly deleted: readonly string[];
};

/** Keeps what delta tokens stand for. */
export type DeltaSnapshots = {
  /** The directory as it is now; the same one as long as nothing changes. */
  take(directory: Directory): DeltaSnapshot;
  /** The snapshot that a token names; `null` for one of another run, or that is not kept any more. */
  get(id: string): DeltaSnapshot | null;
};

/** More are not kept: whoever comes with an older one starts again. */
const most = 200;

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const isSame = (a: DeltaSnapshot, records: DirectoryRecords, deleted: readonly string[]): boolean =>
  same(a.records.apps, records.apps) &&
  same(a.records.servicePrincipals, records.servicePrincipals) &&
  same(a.records.groups, records.groups) &&
  same(a.records.grants, records.grants) &&
  same(a.deleted, deleted);

/** Records are never changed in place, so that a snapshot is no more than lists of them. */
export function createDeltaSnapshots(): DeltaSnapshots {
  const kept = new Map<string, DeltaSnapshot>();
  let last: DeltaSnapshot | null = null;
  return {
    take: (directory) => {
      const { records } = directory;
      const deleted = records.tenants
        .flatMap(({ id }) => directory.deleted(id))
        .map(({ record }) => record.objectId);
      if (last !== null && isSame(last, records, deleted)) return last;
      last = { id: randomUUID(), records, deleted };
      kept.set(last.id, last);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return last;
    },
    get: (id) => kept.get(id) ?? null,
  };
}
