import type { AppRegistration } from './records.ts';

/** What an app or a service principal proves itself with. */
export type Credentials = Pick<AppRegistration, 'secrets' | 'certificates'>;

/** When changed credentials count. */
export type CredentialLagPorts = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /**
   * Milliseconds until a new credential is taken, and a removed one no longer, at the token endpoint; 0 is at once.
   * Read at each change, and again when a credential is used: a shorter one holds for what is under way, too.
   */
  readonly credentialLag: number;
};

/**
 * The delay with which a changed credential reaches the token endpoint: Microsoft Entra ID answers AADSTS7000215 to a
 * secret that Graph has just made until it has been replicated (domain: seconds to about two minutes).
 */
export function createCredentialLag(ports: CredentialLagPorts) {
  type Change = { readonly at: number; readonly lag: number; readonly credentials: Credentials };
  let history: ReadonlyMap<string, readonly Change[]> = new Map();
  return {
    /** Notes that an app or service principal was saved with other credentials than before; a new one has none before. */
    changed: (objectId: string, before: Credentials | null, after: Credentials): void => {
      const { secrets, certificates } = after;
      const known = history.get(objectId) ?? [
        {
          at: Number.NEGATIVE_INFINITY,
          lag: 0,
          credentials: { secrets: before?.secrets ?? [], certificates: before?.certificates ?? [] },
        },
      ];
      const change = { at: ports.now(), lag: ports.credentialLag, credentials: { secrets, certificates } };
      history = new Map([...history, [objectId, [...known, change]]]);
    },
    snapshot: (): (() => void) => {
      const kept = history;
      return () => {
        history = kept;
      };
    },
    /** Those of its credentials that count now. */
    credentialsOf: (holder: Credentials & { readonly objectId: string }): Credentials =>
      history
        .get(holder.objectId)
        ?.findLast(({ at, lag }) => at + Math.min(lag, ports.credentialLag) <= ports.now())?.credentials ??
      holder,
  };
}
