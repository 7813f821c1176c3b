import forge from 'node-forge';

/** A value of DER (X.690) as node-forge reads it. */
export type Asn1 = forge.asn1.Asn1;

const { Class, Type } = forge.asn1;

/** Reads the one value of the bytes; null when they hold none or more. */
export const readAsn1 = (der: Uint8Array): Asn1 | null => {
  try {
    return forge.asn1.fromDer(Buffer.from(der).toString('latin1'), true);
  } catch {
    // Not DER, or cut, or nested beyond reason.
    return null;
  }
};

/** The DER of a value. */
export const derOf = (value: Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'latin1');

/** What a value consists of; nothing for one that is not constructed. */
export const partsOf = (value: Asn1 | undefined): readonly Asn1[] =>
  value !== undefined && Array.isArray(value.value) ? value.value : [];

const universal = (value: Asn1 | undefined, type: forge.asn1.Type): value is Asn1 =>
  value !== undefined && value.tagClass === Class.UNIVERSAL && value.type === type;

export const isSequence = (value: Asn1 | undefined): value is Asn1 => universal(value, Type.SEQUENCE);
export const isOctets = (value: Asn1 | undefined): value is Asn1 => universal(value, Type.OCTETSTRING);
export const isBits = (value: Asn1 | undefined): value is Asn1 => universal(value, Type.BITSTRING);

/** An object identifier in dots; null for anything else. */
export const oidOf = (value: Asn1 | undefined): string | null =>
  universal(value, Type.OID) && typeof value.value === 'string' ? forge.asn1.derToOid(value.value) : null;

/** An integer, infinite when it is larger than a number holds; null for anything else. */
export const integerOf = (value: Asn1 | undefined): number | null => {
  if (!universal(value, Type.INTEGER) || typeof value.value !== 'string') return null;
  return value.value.length > 6
    ? Number.POSITIVE_INFINITY
    : Number.parseInt(Buffer.from(value.value, 'latin1').toString('hex'), 16);
};
