/** What the order of an app's credentials rests on. */
export type OrderedCredential = {
  readonly id: string;
  readonly addedOn: string;
  readonly expiresOn: string | null;
  readonly retiring: boolean;
  readonly notInEntraYet: boolean;
  readonly kept: 'keychain' | 'session' | 'missing';
};

/** Whether a credential is past its date at an instant (milliseconds since the epoch). */
export const isPastEnd = ({ expiresOn }: Pick<OrderedCredential, 'expiresOn'>, now: number): boolean =>
  expiresOn !== null && Date.parse(expiresOn) <= now;

/**
 * The credentials of an app that are kept, the one to sign in with first: the one that a rotation put to use, then the newest, then one
 * that is retiring, then one that Entra does not know yet; those past their date come after all others, in the same order.
 */
export const credentialOrder = <One extends OrderedCredential>(
  { credentials, current }: { readonly credentials: readonly One[]; readonly current: string | null },
  now: number,
): readonly One[] => {
  const rank = (one: One): number => (one.notInEntraYet ? 3 : one.id === current ? 0 : one.retiring ? 2 : 1);
  return credentials
    .filter(({ kept }) => kept !== 'missing')
    .toSorted(
      (a, b) =>
        Number(isPastEnd(a, now)) - Number(isPastEnd(b, now)) ||
        rank(a) - rank(b) ||
        Date.parse(b.addedOn) - Date.parse(a.addedOn),
    );
};
