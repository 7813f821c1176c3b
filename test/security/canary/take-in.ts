import { expect, handsOn } from './hands.ts';
import type { CanaryRun } from './hands.ts';

/** Shows what is in an export, with its passphrase where it is sealed, and imports it. */
const importFile = async (run: CanaryRun, name: string, file: string, passphrase: string | null) => {
  const { launched, evidence } = run;
  const { page } = launched;
  const { button, openVault, type } = handsOn(run);
  await openVault();
  await button('Import…').click();
  await page.locator('input[type=file]').setInputFiles(file);
  await button('Show what is in it').click();
  if (passphrase !== null) {
    await type(page.getByRole('textbox', { name: 'Passphrase' }), passphrase);
    await evidence.text(`${name}: passphrase typed`, { typing: true });
    await button('Open').click();
    await expect(page.getByText('In it, and go into the vault')).toBeVisible();
  }
  await evidence.text(`${name}: seen`);
  await button('Import').click();
  await expect(page.getByText('What was imported')).toBeVisible();
  await evidence.text(`${name}: imported`);
};

/** In a console that has nothing yet: takes the export without secrets in, enters one secret again, then takes the rest out of the sealed one. */
export const takeIn = async (run: CanaryRun): Promise<void> => {
  const { launched, plan, evidence } = run;
  const { page } = launched;
  const { button, openVault, panel, type } = handsOn(run);
  if (plan.exports === undefined) throw new Error('there is nothing to take in');
  await button(/explore the demo/i).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await importFile(run, 'without secrets', plan.exports.open, null);
  await openVault();
  await page.getByRole('row', { name: /Wrong secret/ }).click();
  const form = panel('Enter again');
  await type(form.getByRole('textbox', { name: 'Secret value' }), plan.secrets.wrong);
  await evidence.text('entered again', { typing: true });
  await form.getByRole('button', { name: 'Store it' }).click();
  await expect(page.getByText('Wrong secret is there again.').first()).toBeVisible();
  await importFile(run, 'with secrets', plan.exports.sealed, plan.secrets.passphrase);
};
