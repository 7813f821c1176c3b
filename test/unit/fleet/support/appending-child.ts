// Appends for as long as it lives and says which lines are on the disk. The test ends it with SIGKILL.
import { openActivityJournal } from '../../../../main/fleet/journal/activity-journal.ts';
import { entry } from './journal-folder.ts';
import { memoryVault } from './memory-vault.ts';

const [path = '', atOnce = '1'] = process.argv.slice(2);
const journal = await openActivityJournal({ path, vault: memoryVault('session'), now: Date.now });
for (;;) {
  await Promise.all(
    Array.from({ length: Number(atOnce) }, async () => {
      const line = await journal.append(entry('x'.repeat(Math.floor(Math.random() * 5000))));
      process.stdout.write(`${line.seq}\n`);
    }),
  );
}
