const hexDigits = '0123456789abcdef';

/** Where dashes stand in the text of a GUID. */
const dashes = new Set([8, 13, 18, 23]);

const scratch = Buffer.alloc(36, '-');

function mix(lane: number): number {
  let h = Math.imul(lane ^ (lane >>> 16), 0x85_eb_ca_6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2_b2_ae_35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A GUID that depends on nothing but the given words: the same words give the same id in every run. Four
 * multiplicative hashes side by side, because generated data needs hundreds of thousands of ids and none of them
 * is a secret; written through a buffer, so that each id is one flat string.
 */
export function guid(...words: readonly (string | number)[]): string {
  const text = words.join('\u001f');
  let [a, b, c, d] = [0x3c_6e_f3_72, 0xa5_4f_f5_3a, 0x51_0e_52_7f, 0x9b_05_68_8c];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    [a, b, c, d] = [
      Math.imul(b ^ unit, 597_399_067),
      Math.imul(c ^ unit, 2_869_860_233),
      Math.imul(d ^ unit, 951_274_213),
      Math.imul(a ^ unit, 2_716_044_179),
    ];
  }
  const lanes = [mix(a ^ (b >>> 18)), mix(b ^ (c >>> 22)), mix(c ^ (d >>> 17)), mix(d ^ (a >>> 19))];
  let digit = 0;
  for (let at = 0; at < 36; at += 1) {
    if (dashes.has(at)) continue;
    const nibble = ((lanes[digit >> 3] ?? 0) >>> ((digit & 7) * 4)) & 15;
    scratch[at] = hexDigits.charCodeAt(digit === 12 ? 4 : digit === 16 ? 8 + (nibble & 3) : nibble);
    digit += 1;
  }
  return scratch.toString('latin1');
}
