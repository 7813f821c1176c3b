/** Files and texts that can be imported; recognised by what stands in them. */
export const IMPORT_FORMATS = [
  'pac',
  'pac-secrets',
  'xrmtoolbox',
  'power-platform-toolbox',
  'connection-strings',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What comes of a connection's credential; all but `comes` has to be entered again. */
export const COMING_CREDENTIALS = [
  'comes',
  /** Encrypted by the other tool for itself. */
  'encrypted',
  /** Kept by the other tool outside this file. */
  'elsewhere',
  /** In the certificate store of a computer. */
  'certificate-store',
  /** There, but not as Entra made it. */
  'damaged',
  'none',
] as const;
export type ComingCredential = (typeof COMING_CREDENTIALS)[number];

/** Why a connection is not understood as a whole. */
export const CONNECTION_GAPS = [
  'signs-in-as-a-person',
  'managed-identity',
  'on-premises',
  'no-environment',
  'environment-not-understood',
  'no-client-id',
  'client-id-encrypted',
] as const;
export type ConnectionGap = (typeof CONNECTION_GAPS)[number];

/** What became of a part of a connection. */
export const IMPORTED_PARTS = ['added', 'linked', 'present', 'none', 'failed'] as const;

/** How something of an export is joined with what is here. */
export const MERGES = ['new', 'joined', 'same', 'cloud-unknown'] as const;

/** What becomes of a credential of an export. */
export const MERGED_CREDENTIALS = [
  'comes',
  /** Its value was missing here and comes back. */
  'restored',
  'present',
  /** Only its record comes: the file holds no value. */
  'enter',
  /** The file holds a value that is none. */
  'unreadable',
] as const;
export type MergedCredential = (typeof MERGED_CREDENTIALS)[number];

/** The shortest passphrase that seals an export. */
export const SHORTEST_PASSPHRASE = 12;

/** How well a passphrase stands up to guessing. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

const COMMON = /passw|kennwort|qwert|asdf|letmein|welcome|dynamics|dataverse|12345|abcde|(.)\1{3}/i;

/** A rough judgement by length and variety: long phrases of several words are the best and the easiest. */
export const passphraseStrength = (passphrase: string): PassphraseStrength => {
  if (passphrase.length < SHORTEST_PASSPHRASE) return 'too-short';
  const different = new Set(passphrase.toLowerCase()).size;
  const words = passphrase.split(/[\s_-]+/).filter((word) => word.length >= 3).length;
  if (different < 6 || COMMON.test(passphrase)) return 'weak';
  if (passphrase.length >= 20 && (words >= 4 || different >= 12)) return 'strong';
  return different >= 8 ? 'fair' : 'weak';
};
