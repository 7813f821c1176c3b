import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Files of an archive by their names. */
export type Files = ReadonlyMap<string, string>;

/** More than a solution of what is here ever holds; it keeps an archive from exhausting memory. */
const most = { files: 2000, bytes: 8 * 1024 * 1024 } as const;

const signatures = { file: 0x04_03_4b_50, entry: 0x02_01_4b_50, end: 0x06_05_4b_50 } as const;
/** Bit 11: names are UTF-8. */
const utf8 = 0x08_00;
/** 1980-01-01, the first day that archives know, so that the same solution gives the same bytes. */
const firstDay = 0x00_21;
const deflated = 8;

function header(
  signature: number,
  size: number,
  fields: readonly (readonly [number, 2 | 4, number])[],
): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUInt32LE(signature, 0);
  for (const [at, width, value] of fields) {
    if (width === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value, at);
  }
  return buffer;
}

/** Writes an archive (APPNOTE.TXT, .ZIP File Format Specification). */
export function writeZip(files: Files): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const title = Buffer.from(name, 'utf8');
    const plain = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(plain);
    const shared = [
      [0, 2, 20],
      [2, 2, utf8],
      [4, 2, deflated],
      [8, 2, firstDay],
      [10, 4, crc32(plain)],
      [14, 4, packed.length],
      [18, 4, plain.length],
      [22, 2, title.length],
    ] as const;
    const from = (start: number) =>
      shared.map(([offset, width, value]) => [start + offset, width, value] as const);
    parts.push(header(signatures.file, 30, from(4)), title, packed);
    entries.push(header(signatures.entry, 46, [[4, 2, 20], ...from(6), [42, 4, at]]), title);
    at += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = header(signatures.end, 22, [
    [8, 2, files.size],
    [10, 2, files.size],
    [12, 4, directory.length],
    [16, 4, at],
  ]);
  return Buffer.concat([...parts, directory, end]);
}

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

/** Reads an archive; null for what is none, is damaged, or is larger than any solution here. */
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
