import { extname } from 'node:path';
import { zipOf } from '../../main/doctor/pack/write-pack.ts';
import { saveFile } from '../../main/hosts/save-file.ts';
import { refusedBy } from '../../main/settings/disk-refusal.ts';
import { contract } from '../../preload/contract/index.ts';
import type { PackSource } from '../../preload/contract/support-pack.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { PACK_FORMS, SHARED_AT_FIRST } from '../../preload/contract/words/support-pack.ts';
import type { PackForm } from '../../preload/contract/words/support-pack.ts';
import type { Asker } from '../console/asker.ts';

/** The form that a file's name asks for; null when it is none. */
export const packForm = (file: string): PackForm | null =>
  PACK_FORMS.find((form) => `.${form}` === extname(file).toLowerCase()) ?? null;

/** Makes a support pack and saves it; null when it is there. */
export const savePack = async (ask: Asker, source: PackSource, file: string): Promise<AppError | null> => {
  const pack = await ask.call(contract['supportPack.prepare'], { source, shared: [...SHARED_AT_FIRST] });
  if (!pack.ok) return pack.error;
  const { files } = pack.value;
  const text = files.find(({ form }) => form === packForm(file))?.text;
  try {
    await saveFile(file, text ?? zipOf(files), { over: true });
    return null;
  } catch (thrown) {
    return refusedBy(thrown).error;
  }
};
