import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchedConsole } from '../../support/console/launch.ts';

/** Keeps what a run of the app leaves behind, one folder per kind of place. */
export const openEvidence = (launched: LaunchedConsole, folder: string, temporary: string) => {
  const { page } = launched;
  let steps = 0;

  const keep = async (kind: string, name: string, content: string): Promise<void> => {
    await mkdir(join(folder, kind), { recursive: true });
    await writeFile(join(folder, kind, name), content);
  };

  const copy = (from: string, kind: string): Promise<void> =>
    cp(from, join(folder, kind), {
      recursive: true,
      // Sockets and the lock that names this machine are no files.
      filter: (path) => !/Singleton(Lock|Cookie|Socket)$/.test(path),
    });

  return {
    /**
     * What the page shows, what its document says, and what its fields hold; while a secret is typed, not that field's. A picture of it
     * is for people.
     */
    text: async (
      step: string,
      options: { readonly typing?: boolean; readonly picture?: boolean } = {},
    ): Promise<void> => {
      steps += 1;
      const name = `${String(steps).padStart(2, '0')} ${step}`;
      const fields = options.typing === true ? 'input:not([type=password])' : 'input, textarea';
      const held = await page
        .locator(fields)
        .evaluateAll((all) => all.map((one) => ('value' in one ? String(one.value) : '')));
      const text = [await page.title(), await page.innerText('body'), await page.content(), ...held];
      await keep('text', `${name}.txt`, text.join('\n\n'));
      if (options.picture === true) await page.screenshot({ path: join(folder, 'text', `${name}.png`) });
    },
    /** Everything that the page's scripts hold, after a garbage collection. */
    heap: async (name: string): Promise<void> => {
      const session = await launched.host.context.newCDPSession(page);
      const pieces: string[] = [];
      session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
      await session.send('HeapProfiler.enable');
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      await session.detach();
      await keep('heap', `${name}.heapsnapshot`, pieces.join(''));
    },
    /** The data folder, and everything temporary: the browser's profile is in there while the app runs. */
    files: async (): Promise<void> => {
      await copy(launched.dataFolder, 'data');
      await copy(temporary, 'temporary');
    },
  };
};
export type Evidence = ReturnType<typeof openEvidence>;
