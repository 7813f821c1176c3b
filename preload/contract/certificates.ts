import { z } from 'zod';
import { appProfileSchema, certificateFiles } from './app-profiles.ts';
import { call } from './define.ts';
import { appProfileId, credentialId, instant, personName } from './schemas.ts';
import { KEY_BITS } from './words/status.ts';

const which = { id: appProfileId, credentialId };

/** Upper-case hex, as portals show it. */
const thumbprint = z.string().regex(/^[0-9A-F]{40,64}$/);

const pairSchema = z.strictObject({
  /** Common name of the subject, or all of it. */
  name: z.string(),
  thumbprintSha1: thumbprint,
  thumbprintSha256: thumbprint,
  notBefore: instant,
  notAfter: instant,
});
export type CertificatePair = z.infer<typeof pairSchema>;

/** Certificates with their keys that cannot be used for signing in: the kind of key, unreadable dates, a key that stays locked, the end reached. */
const unusableSchema = z.strictObject({
  name: z.string(),
  thumbprintSha1: thumbprint,
  why: z.enum(['key', 'dates', 'locked', 'expired']),
});
export type UnusableCertificate = z.infer<typeof unusableSchema>;
const unusable = z.array(unusableSchema);

const storedSchema = z.strictObject({
  outcome: z.literal('stored'),
  profile: appProfileSchema,
  taken: pairSchema,
  unusable,
});
export type StoredCertificate = z.infer<typeof storedSchema>;

/** Keeps a certificate with its private key. Where the files hold several that can be used, nothing is kept and the person chooses. */
export const add = call({
  name: 'appProfiles.addCertificate',
  input: z.strictObject({
    id: appProfileId,
    /** Null: the certificate's own name. */
    label: personName.nullable(),
    ...certificateFiles,
  }),
  output: z.discriminatedUnion('outcome', [
    storedSchema,
    z.strictObject({
      outcome: z.literal('choose'),
      offer: z.guid(),
      pairs: z.array(pairSchema).min(2),
      unusable,
    }),
  ]),
});

/** Keeps one of the certificates that were offered; main forgets them after ten minutes, with the next files, and with the end of `hold`. */
export const choose = call({
  name: 'appProfiles.chooseCertificate',
  input: z.strictObject({ offer: z.guid(), thumbprintSha256: thumbprint }),
  output: storedSchema,
});

/** Open as long as the page asks the person: cancelled, also by a reload of the page, it makes main forget what was offered. */
export const hold = call({
  name: 'appProfiles.holdCertificates',
  input: z.strictObject({ offer: z.guid() }),
  output: z.strictObject({}),
});

/** Makes a key and a self-signed certificate over it; the key goes straight into the vault. Cancel the call to stop. */
export const make = call({
  name: 'appProfiles.makeCertificate',
  input: z.strictObject({
    id: appProfileId,
    label: personName.nullable(),
    /** Common name (RFC 5280, ub-common-name: 64 characters). */
    subject: personName.max(64),
    bits: z.literal(KEY_BITS),
    validUntil: instant,
  }),
  output: z.strictObject({ profile: appProfileSchema, credentialId }),
});

const detailsSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  selfSigned: z.boolean(),
  serialNumber: z.string(),
  keyBits: z.int(),
  notBefore: instant,
  notAfter: instant,
  /** The same two hashes in every form that people compare. */
  thumbprints: z.strictObject({
    sha1: z.string(),
    sha1Colons: z.string(),
    sha1Lower: z.string(),
    sha256: z.string(),
    x5t: z.string(),
    x5tS256: z.string(),
    customKeyIdentifier: z.string(),
  }),
});

/** The public part of a certificate that the vault keeps. */
export const details = call({
  name: 'appProfiles.certificate',
  input: z.strictObject(which),
  output: detailsSchema,
});

/** Saves the public part to a file that the person chooses: DER (`cer`) or PEM. `place` is its name, or null when none was chosen. */
export const save = call({
  name: 'appProfiles.saveCertificate',
  input: z.strictObject({ ...which, format: z.enum(['cer', 'pem']) }),
  output: z.strictObject({ saved: z.boolean(), place: z.string().nullable() }),
});
