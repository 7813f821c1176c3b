import type { Restorable } from '../scenario/restorable.ts';

/**
 * What the service wants of a signed-in person after all: a second factor, claims that tokens do not carry yet (continuous access
 * evaluation), or nothing but a new sign-in because the old one was revoked.
 */
export type DemandKind = 'mfa' | 'claims' | 'revoked';

/** Demands in force, by object id of the person. A sign-in meets all demands that were made before it. */
export type Demands = Restorable & {
  make(accountId: string, kind: DemandKind): void;
  /** The demand that a sign-in of this round has not met; `null` when it has met all. */
  unmet(accountId: string, round: number): DemandKind | null;
  /** The round in which a sign-in that ends now stands. */
  round(accountId: string): number;
  /** The claims that are asked for (Learn: claims-challenge; app-resilience-continuous-access-evaluation: a later `nbf`). */
  claims(accountId: string): string;
};

/** Nothing is demanded at first. */
export function createDemands(now: () => number): Demands {
  type Demand = { readonly kind: DemandKind; readonly round: number; readonly at: number };
  let made: ReadonlyMap<string, Demand> = new Map();
  return {
    make: (accountId, kind) => {
      const round = (made.get(accountId)?.round ?? 0) + 1;
      made = new Map([...made, [accountId, { kind, round, at: now() }]]);
    },
    unmet: (accountId, round) => {
      const demand = made.get(accountId);
      return demand === undefined || demand.round <= round ? null : demand.kind;
    },
    round: (accountId) => made.get(accountId)?.round ?? 0,
    claims: (accountId) => {
      const value = String(Math.floor((made.get(accountId)?.at ?? now()) / 1000));
      return JSON.stringify({ access_token: { nbf: { essential: true, value } } });
    },
    snapshot: () => {
      const kept = made;
      return () => {
        made = kept;
      };
    },
  };
}
