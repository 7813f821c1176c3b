import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { PackFile } from '../../../preload/contract/support-pack.ts';
import type { PackForm } from '../../../preload/contract/words/support-pack.ts';
import { asHtml } from './as-html.ts';
import { asJson } from './as-json.ts';
import { asMarkdown } from './as-markdown.ts';
import type { PackDocument } from './pack-document.ts';

/** One file with its bytes. */
export type WrittenFile = {
  readonly form: PackForm;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of its bytes. */
  readonly digest: string;
};

/** A pack in all its forms: the texts as they are shown, and every file as it is saved. */
export type WrittenPack = { readonly files: readonly PackFile[]; readonly written: readonly WrittenFile[] };

/** A file in the ZIP has no time of its own: the same pack is the same bytes (APPNOTE 4.4.6, whose years begin with 1980). */
const NO_TIME = new Date(1980, 0, 1);

/** A ZIP that holds the very bytes of the texts, stored without compression. */
export const zipOf = (files: readonly Pick<PackFile, 'name' | 'text'>[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), {
    level: 0,
    mtime: NO_TIME,
  });

const written = (form: PackForm, name: string, bytes: Uint8Array): WrittenFile => ({
  form,
  name,
  bytes,
  digest: createHash('sha256').update(bytes).digest('hex'),
});

/** Writes a pack down: three texts, and all of them in one file. */
export const writePack = (pack: PackDocument, stem: string): WrittenPack => {
  const texts = [
    ['md', asMarkdown(pack)],
    ['json', asJson(pack)],
    ['html', asHtml(pack)],
  ] as const;
  const all = texts.map(([form, text]) => {
    const file = written(form, `${stem}.${form}`, strToU8(text));
    return { file, shown: { form, name: file.name, text, bytes: file.bytes.length, digest: file.digest } };
  });
  const files = all.map(({ shown }) => shown);
  return {
    files,
    written: [...all.map(({ file }) => file), written('zip', `${stem}.zip`, zipOf(files))],
  };
};
