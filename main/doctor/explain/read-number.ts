import { hexCode } from '../../dataverse/hex-code.ts';
import { dataverseCode } from './catalogue/dataverse-catalogue.ts';

/** What a run of digits can be as an error code. */
export type NumberRead =
  | { readonly kind: 'dataverse'; readonly hex: string }
  /** Of the form of an HRESULT, and in no list. */
  | { readonly kind: 'unknown'; readonly hex: string };

/** Codes that .NET gives every exception of a kind; they say nothing. */
const OF_DOTNET = /^0x8013/;
const HIGH_BIT = /^0x[8C]/;

const known = (hex: string | null): NumberRead | null =>
  hex !== null && HIGH_BIT.test(hex) && dataverseCode(hex) !== null ? { kind: 'dataverse', hex } : null;

/** Hex, with `0x` or without; a long one is the same, filled with the sign. */
const fromHex = (digits: string, prefixed: boolean): NumberRead | null => {
  const hex = `0x${digits.toUpperCase()}`;
  const entry = known(hex);
  if (entry !== null || !prefixed) return entry;
  return HIGH_BIT.test(hex) && !OF_DOTNET.test(hex) ? { kind: 'unknown', hex } : null;
};

/**
 * Reads one word as an error code: `0x80040220`, `80040220`, `0xFFFFFFFF80040220`, `-2147220960`, `2147746336`, and
 * `2147220960`, whose sign was lost. What can be another number counts only when it is in the list.
 */
export const readNumber = (word: string): NumberRead | null => {
  if (word.length < 8 || word.length > 18) return null;
  const prefixed = /^0x(?:ffffffff)?([0-9a-f]{8})$/i.exec(word)?.[1];
  if (prefixed !== undefined) return fromHex(prefixed, true);
  if (/^8[0-9a-f]{7}$/i.test(word)) return fromHex(word, false);
  if (/^-\d{9,10}$/.test(word)) {
    const hex = hexCode(word);
    const entry = known(hex);
    if (entry !== null || hex === null) return entry;
    return HIGH_BIT.test(hex) && /^0x80[0-9A-F]{6}$/.test(hex) && !OF_DOTNET.test(hex)
      ? { kind: 'unknown', hex }
      : null;
  }
  if (!/^\d{10}$/.test(word)) return null;
  return known(hexCode(word)) ?? (word.startsWith('21') ? known(hexCode(`-${word}`)) : null);
};
