import { createHash } from 'node:crypto';

/** A GUID that depends on nothing but the given words: the same words give the same id in every run. */
export function guid(...words: readonly (string | number)[]): string {
  const hex = createHash('sha1').update(words.join('\u001f')).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
