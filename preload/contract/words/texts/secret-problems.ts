import type { SecretProblem } from '../secret-lint.ts';

/** What a finding of the lint means; `field` is the member in which the secret stands. */
export const SECRET_PROBLEMS: Readonly<Record<SecretProblem, (field: string | null) => string>> = {
  'secret-id': () =>
    'This is the Secret ID, not the Value: a GUID. Entra shows the value once, when the secret is made.',
  certificate: () => 'This is a certificate or key in PEM. Use “Add certificate” for it.',
  token: () => 'This is an access token. It is no secret of the app and expires within hours.',
  'connection-string': (field) =>
    field === null
      ? 'This is a whole connection string, without a client secret in it.'
      : `This is a whole connection string. The secret is what stands behind “${field}”.`,
  json: (field) =>
    field === null
      ? 'This is JSON, without a client secret in it.'
      : `This is JSON. The secret is the text of “${field}”.`,
  assignment: (field) =>
    field === null
      ? 'This is a line of a script or settings file.'
      : `This is a line of a script or settings file. The secret is the value of “${field}”.`,
  'white-space': () => 'There is white space in it, which copying often adds.',
  'invisible-characters': () => 'There are invisible characters in it, which copying often adds.',
  quotes: () => 'It still has the quotation marks of the script it was copied from.',
  masked: () => 'It is the masked form that a portal shows, not the value.',
  'url-encoding': () => 'It is percent-encoded, as it stands in an address or a script.',
  cut: () => 'It begins like a secret of Entra but is shorter than they are: the end may be missing.',
  short: () => 'It is shorter than any secret that Entra makes. Check that it is whole.',
};

/** What the button says that takes the secret out of what was pasted. */
export const SECRET_REPAIRS: Readonly<Partial<Record<SecretProblem, string>>> = {
  'connection-string': 'Use the secret in it',
  json: 'Use the secret in it',
  assignment: 'Use the secret in it',
  'white-space': 'Remove the white space',
  'invisible-characters': 'Remove the invisible characters',
  quotes: 'Remove the quotation marks',
  'url-encoding': 'Use the decoded value',
};
