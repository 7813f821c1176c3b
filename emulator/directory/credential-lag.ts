import type { AppRegistration } from './records.ts';

type Credentials = Pick<AppRegistration, 'secrets' | 'certificates'>;

/** When changed credentials count. */
export type CredentialLagPorts = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /**
   * Milliseconds until a new credential is taken, and a removed one no longer, at the token endpoint; 0 is at once.
   * Read at each change, so that it may change.
   */
  readonly credentialLag: number;
};

/**
 * The delay with which a changed credential reaches the token endpoint: Microsoft Entra ID answers AADSTS7000215 to a
 * secret that Graph has just made until it has been replicated (domain: seconds to about two minutes).
 */
export function createCredentialLag(ports: CredentialLagPorts) {
  const history = new Map<string, { readonly from: number; readonly credentials: Credentials }[]>();
  return {
    /** Notes that an app was saved with other credentials than before; a new app has none before. */
    changed: (before: AppRegistration | null, after: AppRegistration): void => {
      const { secrets, certificates } = after;
      const known = history.get(after.appId) ?? [
        {
          from: Number.NEGATIVE_INFINITY,
          credentials: { secrets: before?.secrets ?? [], certificates: before?.certificates ?? [] },
        },
      ];
      known.push({ from: ports.now() + ports.credentialLag, credentials: { secrets, certificates } });
      history.set(after.appId, known);
    },
    /** The credentials of an app that count now. */
    credentialsOf: (app: AppRegistration): Credentials =>
      history.get(app.appId)?.findLast(({ from }) => from <= ports.now())?.credentials ?? app,
  };
}
