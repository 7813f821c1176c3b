// Opens the console of a folder, exports everything sealed, and stands still at a moment that the test has chosen.
import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunningDemoCloud } from '../../../main/console/console-host.ts';
import { saveFile } from '../../../main/hosts/save-file.ts';
import { folderConsole } from '../fleet/support/folder-console.ts';

/** When it stands still: told and not begun, with half of the file on the disk, or with all of it and nobody told. */
export type ExportMoment = 'told' | 'half' | 'whole';

/** What the test tells the child. */
export type ExportingTask = {
  readonly folder: string;
  readonly exports: string;
  readonly cloud: RunningDemoCloud['description'];
  readonly passphrase: string | null;
  readonly moment: ExportMoment;
};

const task: ExportingTask = JSON.parse(await text(process.stdin));

/** Says so and does nothing any more. */
const standStill = (): void => {
  writeSync(1, 'standing still\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

/** From here on, whoever writes a file gets to the half of it. */
const writeHalf = async (): Promise<void> => {
  const handle = await open(import.meta.filename);
  const files: { writeFile: (content: string) => Promise<void> } = Object.getPrototypeOf(handle);
  const { writeFile } = files;
  files.writeFile = async function (this: typeof files, content) {
    await writeFile.call(this, content.slice(0, content.length / 2));
    standStill();
  };
  await handle.close();
};

const console = await folderConsole(
  task.folder,
  { description: task.cloud },
  {
    account: '',
    saveText: async (name, content) => {
      if (task.moment === 'told') standStill();
      if (task.moment === 'half') await writeHalf();
      const path = join(task.exports, name);
      await saveFile(path, content, { over: false });
      standStill();
      return path;
    },
  },
);
const ended = await console.ask('portability.export', { workspaceIds: [], passphrase: task.passphrase });
writeSync(1, `ended ${JSON.stringify(ended)}\n`);
