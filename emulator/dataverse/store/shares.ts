/** Somebody that a record is shared with, and the rights as bits of `AccessRights`. */
export type Share = {
  readonly kind: 'systemuser' | 'team';
  readonly principalId: string;
  readonly mask: number;
  /** Logical name of the record's table. */
  readonly table: string;
  readonly changedOn: string;
  readonly version: number;
};

/** Somebody that a record is shared with, without what it may do. */
export type SharedWith = Pick<Share, 'kind' | 'principalId'>;

/** Which records are shared with whom (Learn: "Sharing and assigning"). */
export type Shares = {
  /** Whether nothing was ever shared. */
  readonly isEmpty: boolean;
  of(recordId: string): readonly Share[];
  all(): Iterable<{ readonly recordId: string; readonly share: Share }>;
  /** Replaces what a principal had of the record; a mask of 0 takes it away. The answer takes it back. */
  put(recordId: string, share: Share): () => void;
  /** Remembers all shares; the answer takes them back. */
  snapshot(): () => void;
};

/** Shares of one environment, kept in memory; none at first. */
export function createShares(): Shares {
  const byRecord = new Map<string, Map<string, Share>>();
  return {
    get isEmpty() {
      return byRecord.size === 0;
    },
    of: (recordId) => [...(byRecord.get(recordId)?.values() ?? [])],
    *all() {
      for (const [recordId, shares] of byRecord)
        for (const share of shares.values()) yield { recordId, share };
    },
    put(recordId, share) {
      const before = byRecord.get(recordId);
      const shares = new Map(before);
      if (share.mask === 0) shares.delete(share.principalId);
      else shares.set(share.principalId, share);
      byRecord.set(recordId, shares);
      return () => {
        if (before === undefined) byRecord.delete(recordId);
        else byRecord.set(recordId, before);
      };
    },
    snapshot() {
      const kept = new Map(byRecord);
      return () => {
        byRecord.clear();
        for (const [recordId, shares] of kept) byRecord.set(recordId, shares);
      };
    },
  };
}
