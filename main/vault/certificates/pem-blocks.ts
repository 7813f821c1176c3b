/** One block of a PEM text (RFC 7468; RFC 1421 for one with headers). */
export type PemBlock = {
  /** What stands behind `BEGIN`. */
  readonly label: string;
  readonly der: Buffer;
  /** The whole block when it is encrypted in the way of RFC 1421, which its headers say; else null. */
  readonly encryptedText: string | null;
};

/** The blocks of a text, and whether one was begun that does not end. */
export type PemText = { readonly blocks: readonly PemBlock[]; readonly cut: boolean };

const BEGIN = '-----BEGIN ';

/** Line breaks as they stand in JSON and in environment variables. */
const withLineBreaks = (text: string): string => text.replaceAll(/\\r\\n|\\n/g, '\n');

const blockOf = (label: string, inside: string): PemBlock => {
  const encrypted = /Proc-Type:\s*4,\s*ENCRYPTED/.test(inside);
  const body = inside.replaceAll(/^[A-Za-z-]+:.*$/gm, '');
  return {
    label,
    der: Buffer.from(body.replaceAll(/\s/g, ''), 'base64'),
    encryptedText: encrypted
      ? `${BEGIN}${label}-----\n${inside.trim().replaceAll(/\r\n?/g, '\n')}\n-----END ${label}-----\n`
      : null,
  };
};

/** Finds the blocks of a PEM text, whatever stands between them. Reads every character once. */
export const pemBlocks = (raw: string): PemText => {
  const text = withLineBreaks(raw);
  const blocks: PemBlock[] = [];
  let at = text.indexOf(BEGIN);
  while (at !== -1) {
    const labelEnd = text.indexOf('-----', at + BEGIN.length);
    if (labelEnd === -1) return { blocks, cut: true };
    const label = text.slice(at + BEGIN.length, labelEnd);
    const next = text.indexOf(BEGIN, labelEnd);
    const end = text.indexOf(`-----END ${label}-----`, labelEnd);
    if (end === -1 || (next !== -1 && next < end)) return { blocks, cut: true };
    blocks.push(blockOf(label, text.slice(labelEnd + 5, end)));
    at = next;
  }
  return { blocks, cut: false };
};
