/** What is wrong with a certificate file, and what to do about it. */
type ProblemText = { readonly cause: string; readonly remedy: string };

const EXPORT_BOTH =
  'Export certificate and private key together as a PFX file, or choose the certificate and its key file at once.';
const MAKE_PKCS8 =
  'Convert the key to PKCS#8 (PEM) with the program that made it, or make a new certificate here.';

/** By the `problem` of the error `certificate-unreadable`. */
export const CERTIFICATE_PROBLEMS: Readonly<Record<string, ProblemText>> = {
  empty: { cause: 'The file is empty.', remedy: 'Choose the file again, or export it once more.' },
  cut: {
    cause: 'The file ends before it should: part of it was lost in copying or downloading.',
    remedy: 'Copy or download it again, from the first line to the last.',
  },
  damaged: {
    cause: 'It begins like a certificate or key and then makes no sense.',
    remedy: 'Export it again. A file that went through mail or chat as text is often changed on the way.',
  },
  'not-recognised': {
    cause: 'It is no certificate, no key and no PFX file.',
    remedy: 'Choose a PFX file, or a PEM or CER file together with its private key.',
  },
  'text-without-pem': {
    cause: 'It is text without a block that begins with “-----BEGIN”.',
    remedy: 'Paste or choose the whole PEM text, with its BEGIN and END lines.',
  },
  'no-certificate': {
    cause: 'There is a private key in it, but no certificate.',
    remedy: 'Choose the certificate (.cer, .crt, .pem) together with this key.',
  },
  'no-private-key': {
    cause: 'There is a certificate in it, but no private key. The console needs both to sign in.',
    remedy: EXPORT_BOTH,
  },
  neither: {
    cause: 'There is neither a certificate nor a private key in it.',
    remedy: EXPORT_BOTH,
  },
  'secret-only': {
    cause:
      'It holds a secret (a password or a symmetric key, in a secret bag of PKCS#12) and neither a certificate nor a private key.',
    remedy:
      'A client secret is added under “Add secret”. For a certificate, export it together with its private key as a PFX file.',
  },
  'private-key-damaged': {
    cause: 'The private key in it cannot be read.',
    remedy: 'Export the key again.',
  },
  'dates-damaged': {
    cause: 'Its dates of validity cannot be read.',
    remedy: 'Make a new certificate; this one would be refused everywhere.',
  },
  'pkcs7-without-key': {
    cause: 'It is a PKCS#7 file (.p7b, .p7c): certificates only. This kind never holds a private key.',
    remedy: EXPORT_BOTH,
  },
  'public-key-only': {
    cause: 'It is a public key. A certificate and its private key are needed.',
    remedy: EXPORT_BOTH,
  },
  'certificate-request': {
    cause: 'It is a certificate request (CSR): what is sent to an authority, not what comes back.',
    remedy: 'Choose the certificate that the authority issued for it, together with the private key.',
  },
  'openssh-key': {
    cause: 'It is a key of OpenSSH, in OpenSSH’s own format.',
    remedy: MAKE_PKCS8,
  },
  'putty-key': { cause: 'It is a key of PuTTY (.ppk).', remedy: MAKE_PKCS8 },
  'pgp-key': {
    cause: 'It is a key of OpenPGP, which has nothing to do with certificates for sign-in.',
    remedy: 'Choose a PFX file, or a PEM file with certificate and private key.',
  },
  'java-keystore': {
    cause: 'It is a Java key store (.jks).',
    remedy:
      'Convert it: keytool -importkeystore -srckeystore <file> -destkeystore out.p12 -deststoretype PKCS12',
  },
  'encryption-unsupported': {
    cause:
      'It is protected in a way, or has parts, that the console does not read. No password opens it here.',
    remedy: 'Export it again as a PFX file with AES-256 encryption.',
  },
  'too-many-iterations': {
    cause: 'It asks for an unreasonable amount of computing before its password can be checked.',
    remedy: 'Export it again with the usual settings, which ask for some thousand iterations.',
  },
  'took-too-long': {
    cause: 'Reading it took too long and was stopped.',
    remedy: 'Export it again with the usual settings.',
  },
  'choice-gone': {
    cause: 'What was read from the files waits ten minutes for a choice, and other files take its place.',
    remedy: 'Choose the files again.',
  },
};
