import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';
import { ADD_CREDENTIAL, OPEN_SETTINGS, RETRY } from './explanation-draft.ts';

const SECRET_PROBLEMS: Readonly<Record<string, string>> = {
  'white-space': 'There is white space in it, which copying often adds.',
  'invisible-characters': 'There are invisible characters in it, which copying often adds.',
  'url-encoding': 'It is percent-encoded, as it stands in an address or a script.',
  quotes: 'It still has the quotation marks of the script it was copied from.',
  masked: 'It is the masked form that a portal shows, not the value.',
};

const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  damaged: 'The file is damaged or is not a certificate.',
  'no-certificate': 'There is a key in it, but no certificate.',
  'no-private-key': 'There is a certificate in it, but no private key. The console needs both to sign in.',
  'private-key-damaged': 'The private key in it cannot be read.',
  'encrypted-key': 'The private key in the PEM file is encrypted.',
  'dates-damaged': 'Its dates of validity cannot be read.',
  'too-many-iterations':
    'It asks for an unreasonable amount of computing before its password can be checked.',
  'took-too-long': 'Reading it took too long and was stopped.',
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
    cause: SECRET_PROBLEMS[say('problem')] ?? 'Something was lost or added in copying it.',
    remedies: ['Copy the value again with the copy button of the portal.'],
  }),
  'certificate-unreadable': (say) => ({
    title: 'The certificate cannot be read',
    cause: CERTIFICATE_PROBLEMS[say('problem')] ?? 'The file is damaged or of another kind.',
    remedies: ['Choose a PFX file, or a PEM file with the certificate and its unencrypted private key.'],
  }),
  'certificate-key-mismatch': () => ({
    title: 'Certificate and private key do not belong together',
    cause: 'The key in the file is not the one of the certificate.',
    remedies: ['Export both together again, for example as one PFX file.'],
  }),
  'certificate-key-unsupported': (say) => ({
    title: 'Entra does not accept this kind of key',
    cause: `The key is ${say('keyType', 'of an unknown kind')}${say('bits') === '' ? '' : ` with ${say('bits')} bits`}; RSA with at least 2048 bits is needed.`,
    remedies: ['Make a certificate with an RSA key of 2048 bits or more and register it with the app.'],
  }),
  'certificate-not-valid-now': (say) => ({
    title: 'The certificate is not valid now',
    cause: `It is valid from ${say('notBefore', 'an unknown day')} to ${say('notAfter', 'an unknown day')}.`,
    remedies: ['Use a certificate that is valid today. If it should be, check the clock of this computer.'],
  }),
  'certificate-password': () => ({
    title: 'The password of the file is missing or wrong',
    cause: 'The file is protected and did not open with what was entered.',
    remedies: ['Enter the password that was set when the file was exported.'],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
