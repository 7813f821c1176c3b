import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { EXPORT_FORMAT, EXPORT_VERSION, exportDocument } from './export/export-document.ts';
import { openSealedExport, readSealed, SEALED_FORMAT } from './export/sealed-export.ts';
import { members, readJson } from './formats/read-json.ts';
import { readConnections } from './formats/read-connections.ts';
import { importFailed } from './import-failure.ts';
import type { ReadImport } from './uploads.ts';

/** Text as programs of Windows and others write it: UTF-8, or UTF-16 with its mark. Null for what is no text. */
export const decodeText = (bytes: Buffer): string | null => {
  const marked = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (marked === 0xfffe) return bytes.subarray(2).toString('utf16le');
  if (marked === 0xfeff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.includes('\0') ? null : text;
};

const readExport = (value: unknown): Result<ReadImport> => {
  const version = members(value)?.get('version');
  if (typeof version === 'number' && version > EXPORT_VERSION) return importFailed('newer', String(version));
  const document = exportDocument.safeParse(value);
  return document.success
    ? ok({ kind: 'export', document: document.data })
    : importFailed('not-valid', document.error.issues[0]?.path.map(String).join('.') ?? '');
};

const openSealed = async (value: unknown, passphrase: string | null): Promise<Result<ReadImport>> => {
  if (passphrase === null) {
    const file = readSealed(value);
    return file.ok ? failed('import-passphrase-needed') : file;
  }
  const opened = await openSealedExport(value, passphrase);
  if (!opened.ok) return opened;
  const inside = readJson(opened.value);
  return inside.ok ? readExport(inside.value) : importFailed('not-valid');
};

/**
 * Understands a file or a pasted text by what stands in it: an export of this console, or connections of another tool. A readable export
 * that holds values is taken as well: whoever made it by hand has the secrets already.
 */
export const readImport = async (bytes: Buffer, passphrase: string | null): Promise<Result<ReadImport>> => {
  const decoded = decodeText(bytes);
  if (decoded === null) return importFailed('binary');
  const text = decoded.trim();
  if (text === '') return importFailed('empty');
  const json = /^[{[]/.test(text) ? readJson(text) : null;
  if (json !== null && !json.ok) {
    // An export that does not end is one that was cut on its way here.
    const isOurs = text.includes(`"${EXPORT_FORMAT}"`) || text.includes(`"${SEALED_FORMAT}"`);
    return isOurs && json.error.params['problem'] === 'json' ? importFailed('truncated') : json;
  }
  const format = json === null ? null : members(json.value)?.get('format');
  if (json !== null && format === SEALED_FORMAT) return openSealed(json.value, passphrase);
  if (json !== null && format === EXPORT_FORMAT) return readExport(json.value);
  const found = readConnections(text, json);
  return found.ok ? ok({ kind: 'connections', found: found.value }) : found;
};
