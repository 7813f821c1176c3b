import type { ErrorCode } from '../errors.ts';
import { CERTIFICATE_PROBLEMS } from './certificate-problems.ts';
import type { Explain } from './explanation-draft.ts';
import { ADD_CREDENTIAL, OPEN_SETTINGS, RETRY } from './explanation-draft.ts';
import { formatDay } from './format-day.ts';
import { SECRET_PROBLEMS } from './secret-problems.ts';

/** The lint's own words for a finding; the error knows it as text. */
const secretCause = (problem: string, field: string): string | undefined => {
  const known = Object.entries(SECRET_PROBLEMS).find(([name]) => name === problem);
  return known?.[1](field === '' ? null : field);
};

const NOT_VALID_NOW: Readonly<Record<string, string>> = {
  expired: 'The certificate has expired',
  early: 'The certificate is not valid yet',
};

/** Failures of the vault, of secrets and of certificates. */
export const EXPLAIN_VAULT = {
  'vault-locked': () => ({
    title: 'The keychain is locked',
    cause: 'What is stored there cannot be read until it is unlocked. Nothing was overwritten.',
    remedies: [
      'Unlock the keychain of your system, usually by signing in to the desktop again, and try once more.',
    ],
    actions: [RETRY, OPEN_SETTINGS],
  }),
  'vault-not-locked': () => ({
    title: 'The keychain could not be locked',
    cause: 'It was told to lock and is still open: this keychain does not let programs shut it.',
    remedies: ['Lock it in the settings of your system, or lock the screen.'],
  }),
  'vault-no-service': () => ({
    title: 'There is no keychain on this computer',
    cause: 'No keychain service answers, so nothing can be kept beyond this session.',
    remedies: [
      'Install and start a keychain (on Linux: gnome-keyring or KWallet), or go on and enter secrets each session.',
    ],
    actions: [OPEN_SETTINGS],
  }),
  'vault-unsupported': () => ({
    title: 'The keychain does not work here',
    cause: 'The keychain library could not be loaded on this system.',
    remedies: ['Use the desktop app on a supported system, or enter secrets each session.'],
    actions: [OPEN_SETTINGS],
  }),
  'vault-unreadable': (say) => ({
    title: 'A stored item cannot be opened',
    cause: `${say('what') === '' ? 'It' : `The value kept as “${say('what')}”`} was sealed with another key: the keychain was changed, or the file comes from another computer. It was left untouched.`,
    remedies: ['Restore the keychain it belongs to, or remove the item and enter it again.'],
    actions: [ADD_CREDENTIAL],
  }),
  'secret-missing': (say) => ({
    title: 'There is no credential to sign in with',
    cause: `No usable secret or certificate of ${say('credential', 'this app')} is stored here.`,
    remedies: ['Add a client secret or a certificate to the app.'],
    actions: [ADD_CREDENTIAL],
  }),
  'secret-looks-like-id': () => ({
    title: 'This is the ID of a secret, not its value',
    cause:
      'A secret ID looks like a GUID. The value is shown once, when the secret is made; it is not a GUID.',
    remedies: [
      'Copy the column “Value” in Certificates & secrets. If it is hidden already, make a new secret.',
    ],
  }),
  'secret-damaged': (say) => ({
    title: 'This does not look like a secret as Entra made it',
    cause: secretCause(say('problem'), say('field')) ?? 'Something was lost or added in copying it.',
    remedies: ['Copy the value again with the copy button of the portal.'],
  }),
  'certificate-unreadable': (say) => ({
    title: 'The certificate cannot be read',
    cause:
      say('cipher') === ''
        ? (CERTIFICATE_PROBLEMS[say('problem')]?.cause ?? 'The file is damaged or of another kind.')
        : `It is protected with ${say('cipher')}, which the console does not read. No password opens it here.`,
    remedies: [
      CERTIFICATE_PROBLEMS[say('problem')]?.remedy ??
        'Choose a PFX file, or a PEM file with the certificate and its private key.',
    ],
  }),
  'certificate-key-mismatch': (say) => ({
    title: 'Certificate and private key do not belong together',
    cause: `The private key is not the one of the certificate${say('certificate') === '' ? '' : ` “${say('certificate')}”`}.`,
    remedies: ['Choose the key that was made for this certificate, or export both together as one PFX file.'],
  }),
  'certificate-key-unsupported': (say) => ({
    title: 'Entra does not accept this kind of key',
    cause: `The key is ${say('keyType', 'of an unknown kind')}${say('bits') === '' ? '' : ` with ${say('bits')} bits`}; RSA with at least 2048 bits is needed.`,
    remedies: ['Make a certificate with an RSA key of 2048 bits or more and register it with the app.'],
  }),
  'certificate-not-valid-now': (say) => ({
    title: NOT_VALID_NOW[say('why')] ?? 'The certificate is not valid now',
    cause: `It is valid from ${formatDay(say('notBefore', 'an unknown day'))} to ${formatDay(say('notAfter', 'an unknown day'))}. Entra refuses it outside that time.`,
    remedies: ['Use a certificate that is valid today. If it should be, check the clock of this computer.'],
  }),
  'certificate-password': (say) =>
    say('problem') === 'missing'
      ? {
          title: 'The file needs its password',
          cause: 'The private key in it is encrypted, and no password was entered.',
          remedies: ['Enter the password that was set when it was exported.'],
        }
      : {
          title: 'The password does not open the file',
          cause: 'The private key in it is encrypted, and not with this password.',
          remedies: ['Enter the password that was set when it was exported. Upper and lower case count.'],
        },
  'certificate-other': (say) => ({
    title: 'This is another certificate',
    cause: `The credential is the certificate ${say('expected', 'with another thumbprint')}; this one is ${say('actual', 'not it')} (SHA-256).`,
    remedies: ['Choose the file of that certificate, or add this one as a new certificate of the app.'],
  }),
  'copy-not-allowed': (say) => ({
    title: 'This secret cannot be copied',
    cause: `${say('credential') === '' ? 'It' : `“${say('credential')}”`} was copied before, or was not made by the console a moment ago. A stored secret is never shown or handed out again.`,
    remedies: ['Where another program needs a secret, make a new one for it and copy that one.'],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
