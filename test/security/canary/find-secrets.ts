import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { spellingsOf } from './spellings.ts';

/** A secret that was found where it must not be. */
export type Finding = { readonly secret: string; readonly file: string; readonly spelling: string };

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

type Needle = { readonly secret: string; readonly spelling: string; readonly bytes: Buffer };

const findInFile = async (file: string, needles: readonly Needle[]): Promise<ReadonlySet<Needle>> => {
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const found = new Set<Needle>();
  let tail = Buffer.alloc(0);
  // What stands across the border of two pieces is found too: each is searched with the end of the one before.
  for await (const piece of createReadStream(file, { highWaterMark: 4 * 1024 * 1024 })) {
    const bytes = Buffer.concat([tail, Buffer.from(piece)]);
    for (const needle of needles) if (bytes.includes(needle.bytes)) found.add(needle);
    tail = bytes.subarray(Math.max(0, bytes.length - longest));
  }
  return found;
};

/** Looks for every spelling of every secret, given by name, in the names and the contents of all files below a folder. */
export const findSecrets = async (
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> => {
  const needles = Object.entries(secrets).flatMap(([secret, text]) =>
    // A text without special letters is written the same way in many spellings: each is looked for once.
    [...new Map([...spellingsOf(text)].map((one) => [one[1].toString('latin1'), one])).values()].map(
      ([spelling, bytes]) => ({ secret, spelling, bytes }),
    ),
  );
  const findings: Finding[] = [];
  for (const path of await filesBelow(folder)) {
    const file = relative(folder, path);
    for (const { secret, spelling, bytes } of needles)
      if (file.includes(bytes.toString())) findings.push({ secret, file, spelling: `name, ${spelling}` });
    for (const { secret, spelling } of await findInFile(path, needles))
      findings.push({ secret, file, spelling });
  }
  return findings;
};
