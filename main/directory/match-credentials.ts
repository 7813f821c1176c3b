import type { Credential } from '../../preload/contract/app-profiles.ts';
import type { EntraCredential } from '../../preload/contract/directory.ts';
import type { CredentialId } from '../../preload/contract/words/ids.ts';
import type { DirectoryApplication, KeyCredential } from './directory-objects.ts';

/** What is known of a credential of ours; `hint` are the first characters of a secret, which stay in main. */
export type OwnCredential = Pick<Credential, 'id' | 'kind' | 'keyId' | 'thumbprintSha1'> & {
  readonly hint: string | null;
};

/**
 * The SHA-1 thumbprint of a certificate in upper-case hex: `customKeyIdentifier` is "the thumbprint of the certificate" unless somebody
 * gave it another (keyCredential resource); it is seen as hex and as base64 of the bytes.
 */
export const thumbprintOf = ({
  customKeyIdentifier,
}: Pick<KeyCredential, 'customKeyIdentifier'>): string | null => {
  const text = customKeyIdentifier ?? '';
  if (/^[0-9a-f]{40}$/i.test(text)) return text.toUpperCase();
  const bytes = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/]{27}=$/.test(text) && bytes.length === 20
    ? bytes.toString('hex').toUpperCase()
    : null;
};

type Match = (ours: OwnCredential, theirs: EntraCredential) => boolean;

const byKeyId: Match = (ours, theirs) => ours.keyId === theirs.keyId;
const byThumbprint: Match = (ours, theirs) =>
  ours.thumbprintSha1 !== null && ours.thumbprintSha1 === theirs.thumbprintSha1;
const byHint: Match = (ours, theirs) => ours.hint !== null && ours.hint === theirs.hint;

/** Two that fit one another and nothing else; a hint of three characters can fit several, and then it says nothing. */
const pairs = (
  matches: Match,
  ours: readonly OwnCredential[],
  theirs: readonly EntraCredential[],
): ReadonlyMap<string, CredentialId> => {
  const found = new Map<string, CredentialId>();
  for (const one of theirs) {
    const fitting = ours.filter((own) => own.kind === one.kind && matches(own, one));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) continue;
    if (theirs.filter((other) => other.kind === one.kind && matches(only, other)).length === 1)
      found.set(one.keyId, only.id);
  }
  return found;
};

/**
 * The credentials of an app as Entra knows them, each with which of ours it is: by key id, else by thumbprint, else by the hint of a
 * secret whose key id nobody noted.
 */
export const matchCredentials = (
  application: Pick<DirectoryApplication, 'passwordCredentials' | 'keyCredentials'>,
  ours: readonly OwnCredential[],
): EntraCredential[] => {
  let theirs: readonly EntraCredential[] = [
    ...application.passwordCredentials.map((one) => ({
      kind: 'secret' as const,
      keyId: one.keyId,
      name: one.displayName ?? null,
      hint: one.hint ?? null,
      thumbprintSha1: null,
      startsOn: one.startDateTime ?? null,
      endsOn: one.endDateTime ?? null,
      ours: null,
    })),
    ...application.keyCredentials.map((one) => ({
      kind: 'certificate' as const,
      keyId: one.keyId,
      name: one.displayName ?? null,
      hint: null,
      thumbprintSha1: thumbprintOf(one),
      startsOn: one.startDateTime ?? null,
      endsOn: one.endDateTime ?? null,
      ours: null,
    })),
  ];
  let left = ours;
  for (const matches of [byKeyId, byThumbprint, byHint]) {
    const found = pairs(
      matches,
      left.filter((own) => matches !== byHint || own.keyId === null),
      theirs.filter((one) => one.ours === null),
    );
    theirs = theirs.map((one) => ({ ...one, ours: one.ours ?? found.get(one.keyId) ?? null }));
    const taken = new Set(found.values());
    left = left.filter(({ id }) => !taken.has(id));
  }
  return [...theirs];
};
