import { z } from 'zod';
import { appProfileSchema, certificateFiles } from './app-profiles.ts';
import { call } from './define.ts';
import { appProfileId, credentialId, instant, personName } from './schemas.ts';
import { KEY_BITS } from './words/status.ts';

const which = { id: appProfileId, credentialId };

/** Keeps a certificate with its private key. */
export const add = call({
  name: 'appProfiles.addCertificate',
  input: z.strictObject({
    id: appProfileId,
    /** Null: the certificate's own name. */
    label: personName.nullable(),
    ...certificateFiles,
  }),
  output: appProfileSchema,
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
