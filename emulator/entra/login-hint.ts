import type { Account } from '../directory/records.ts';

const mark = 'O.';

/** Claim `login_hint`: who somebody is, in a form that no app shall read (Learn: optional-claims-reference). */
export const loginHintOf = ({ username }: Account): string =>
  `${mark}${Buffer.from(username).toString('base64url')}`;

/** The person of the parameter `login_hint`: a name, or the claim of a token. */
export const hintedPerson = (hint: string | null): string | null =>
  hint?.startsWith(mark) === true && !hint.includes('@')
    ? Buffer.from(hint.slice(mark.length), 'base64url').toString()
    : hint;
