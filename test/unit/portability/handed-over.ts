import { contract } from '../../../preload/contract/index.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { consoleRig } from '../console/console-rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

const PIECE = 100_000;

/** A console that notes what it saves, and texts handed over to it as the page does. */
export const portabilityRig = async (cloud: RunningCloud) => {
  const saved: { name: string; text: string }[] = [];
  const rig = await consoleRig(cloud, {
    saveText: async (name, text) => {
      saved.push({ name, text: Buffer.from(text).toString() });
      return `/home/ada/${name}`;
    },
  });

  const handOver = async (text: string): Promise<string> => {
    const bytes = Buffer.from(text);
    let importId: string | null = null;
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE).toString('base64');
      const answer = await rig.ask('portability.put', { importId, piece });
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      ({ importId } = contract['portability.put'].output.parse(answer.value));
    }
    return importId ?? '';
  };
  const preview = async (
    text: string,
    passphrase?: string,
  ): Promise<Result<unknown> & { readonly importId: string }> => {
    const importId = await handOver(text);
    const answer = await rig.ask('portability.preview', {
      importId,
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    return { ...answer, importId };
  };
  const previewed = async (text: string, passphrase?: string) => {
    const answer = await preview(text, passphrase);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const value: OutputOf<'portability.preview'> = contract['portability.preview'].output.parse(answer.value);
    return { value, importId: answer.importId };
  };
  /** Joins an export with what is there; tells what it did. */
  const bring = async (text: string, passphrase?: string) => {
    const { value, importId } = await previewed(text, passphrase);
    if (value.kind !== 'export') throw new Error('not taken for an export');
    const before = value.merge;
    const { merge } = contract['portability.importExport'].output.parse(
      await rig.get(contract['portability.importExport'], { importId }),
    );
    return { before, merge };
  };
  return { ...rig, saved, handOver, preview, previewed, bring };
};
