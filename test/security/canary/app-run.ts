/**
 * One run of the whole app in a process of its own, so that all its output, temporary files and messages are known. What it
 * finds out is written to `result.json` in the evidence folder.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keytarKeychain } from '../../../main/vault/keychain.ts';
import { launchConsole } from '../../support/console/launch.ts';
import { canaryPlan } from './canary-plan.ts';
import { openEvidence } from './evidence.ts';
import { addCertificate, addSecret, begin, plant, query } from './fill-in.ts';
import { exportBoth, haveOneMade, rotate } from './hand-over.ts';
import { expect, handsOn } from './hands.ts';
import { takeIn } from './take-in.ts';

const plan = canaryPlan.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const { secrets, inputs } = plan;

/** What main put onto the clipboard for secrets; the page's own is another. */
const handed: string[] = [];
const launched = await launchConsole({
  dataFolder: plan.dataFolder,
  keychain: keytarKeychain('S2S Console canary'),
  secretClipboard: {
    write: async (text) => {
      handed.push(text);
      return true;
    },
    read: async () => handed.at(-1) ?? null,
    clear: async () => undefined,
  },
});
const { page } = launched;
const evidence = openEvidence(launched, plan.evidence, tmpdir());
const run = { launched, plan, evidence };
const { button, open, openCredentials, openVault, panel } = handsOn(run);
const result: Record<string, unknown> = {};

const visit = async (): Promise<void> => {
  switch (plan.visit) {
    case 'type':
      await begin(run);
      await addSecret(run, 'Wrong secret', secrets.wrong);
      await addSecret(run, 'Right secret', secrets.right);
      await addCertificate(run, 'Pasted password', inputs.pfx, secrets.password);
      await addCertificate(run, 'Key from a file', inputs.pem, null);
      await query(run, 'Wrong secret', 'The client secret is wrong');
      return query(run, 'Right secret', 'Rows (3)');
    case 'look':
      await openCredentials();
      await button('Add secret').click();
      await expect(panel('Add client secret')).toBeVisible();
      await evidence.text('look');
      result['panel'] = await page.getByRole('complementary').innerText();
      return page.keyboard.press('Escape');
    case 'return':
      return query(run, 'Right secret', 'Rows (3)');
    case 'hand-over':
      await begin(run);
      await addSecret(run, 'Wrong secret', secrets.wrong);
      await addCertificate(run, 'Pasted password', inputs.pfx, secrets.password);
      await haveOneMade(run);
      await rotate(run);
      return exportBoth(run);
    case 'take-in':
      return takeIn(run);
  }
};

/** Where the page was given a secret: what it was never sent is shown by the messages that main sent it. */
const GIVEN: readonly (typeof plan.visit)[] = ['type', 'hand-over', 'take-in'];

try {
  await visit();
  if (plan.visit === 'take-in') {
    await openVault();
    await expect(page.getByText('What is kept')).toBeVisible();
    await expect(page.getByText(/to be entered again/)).toBeHidden();
  } else await open('Settings');
  result['settings'] = await page.getByRole('main').innerText();
  await openCredentials();
  result['app'] = await page.getByRole('complementary').innerText();
  await evidence.text('end');
  if (plan.visit === 'type') await plant(run);
  if (GIVEN.includes(plan.visit)) await evidence.heap('end');
  await evidence.files();
} catch (problem) {
  await evidence.text('problem', { picture: true });
  throw problem;
} finally {
  await writeFile(plan.handed, JSON.stringify(handed));
  result['problems'] = launched.problems;
  result['log'] = launched.log;
  await writeFile(join(plan.evidence, 'result.json'), JSON.stringify(result));
  await launched.close();
}
