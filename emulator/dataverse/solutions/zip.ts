import { crc32, inflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Files of an archive by their names. */
export type Files = ReadonlyMap<string, string>;

/** More than a solution of what is here ever holds; it keeps an archive from exhausting memory. */
const most = { files: 2000, bytes: 8 * 1024 * 1024 } as const;

const signatures = { file: 0x04_03_4b_50, entry: 0x02_01_4b_50 } as const;
const deflated = 8;

/** The first day that archives know (APPNOTE.TXT, 4.4.6), so that the same solution gives the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** Writes an archive. */
export const writeZip = (files: Files): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])), {
      mtime: FIRST_DAY,
    }),
  );

function unpacked(bytes: Buffer, at: number): Buffer | null {
  const start = bytes.readUInt32LE(at + 42);
  const [packedSize, plainSize] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  if (bytes.readUInt32LE(start) !== signatures.file) return null;
  const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(from, from + packedSize);
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== deflated) return null;
  const plain = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most.bytes });
  return plain.length === plainSize && crc32(plain) === bytes.readUInt32LE(at + 16) ? plain : null;
}

/**
 * Reads an archive (APPNOTE.TXT, .ZIP File Format Specification); null for what is none, is damaged, or is larger than any solution here.
 * By hand, because the library that writes one compares no checksum and goes on inflating beyond the size that an entry claims.
 */
export function readZip(bytes: Buffer): Files | null {
  try {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0) return null;
    const count = bytes.readUInt16LE(end + 10);
    if (count > most.files) return null;
    const found = new Map<string, string>();
    let total = 0;
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== signatures.entry) return null;
      const length = bytes.readUInt16LE(at + 28);
      const plain = unpacked(bytes, at);
      total += plain?.length ?? 0;
      if (plain === null || total > most.bytes) return null;
      found.set(bytes.subarray(at + 46, at + 46 + length).toString('utf8'), plain.toString('utf8'));
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return found;
  } catch {
    // Offsets beyond the end and streams that do not inflate: whatever it is, it is no archive.
    return null;
  }
}
