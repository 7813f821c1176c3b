import { createHash } from 'node:crypto';

/** 32 bytes that depend on nothing but the given words. */
function digest(words: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(words.join('\u0000')).digest();
}

/** A GUID (version 4 layout, lower case) that is the same for the same words in every run. */
export function guidOf(...words: readonly (string | number)[]): string {
  const bytes = digest(['guid', ...words]).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const secretAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-~';

/**
 * A client secret of 40 characters, shaped like those of Microsoft Entra ID: three characters, `8Q~`, and the rest
 * from letters, digits and `._-~`. The same for the same words in every run, worth nothing outside the demo cloud.
 */
export function secretOf(...words: readonly (string | number)[]): string {
  const bytes = Buffer.concat([digest(['secret', 1, ...words]), digest(['secret', 2, ...words])]);
  const letters = Array.from(bytes, (byte) => secretAlphabet.charAt(byte % secretAlphabet.length)).join('');
  const first = letters.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 3);
  return `${first}8Q~${letters.slice(3, 37)}`;
}

/** A whole number in `[0, below)` that depends on the words only. */
export function numberOf(below: number, ...words: readonly (string | number)[]): number {
  return digest(['number', ...words]).readUInt32BE(0) % below;
}
