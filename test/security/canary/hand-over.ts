import { expect, handsOn } from './hands.ts';
import type { CanaryRun } from './hands.ts';

/** Takes the secret that was just made onto the clipboard, which the console offers once. */
const copyOnce = async ({ launched: { page } }: CanaryRun): Promise<void> => {
  await page.getByRole('button', { name: 'Copy the new secret once' }).last().click();
  await expect(page.getByText('The secret is on the clipboard').first()).toBeVisible();
};

/** Has Entra make a secret, which goes from its answer into the vault and, asked for once, onto the clipboard. */
export const haveOneMade = async (run: CanaryRun): Promise<void> => {
  const { launched, evidence } = run;
  const { page } = launched;
  const { button, panel } = handsOn(run);
  await page.goto(`${page.url()}&add=entra-secret`);
  await button('Preview').click();
  const making = panel('Create a secret in Entra');
  const allow = making.getByRole('button', { name: /^Allow access to Microsoft Graph/ });
  const apply = making.getByRole('button', { name: 'Apply' });
  for (;;) {
    // Each permission is asked for when something needs it.
    await expect(async () =>
      expect((await allow.isVisible()) || (await apply.isEnabled())).toBe(true),
    ).toPass({
      timeout: 60_000,
    });
    if (!(await allow.isVisible())) break;
    const link = launched.nextLink();
    await allow.click();
    const person = await link;
    await person.getByRole('button', { name: /adele/i }).click();
    await person.getByRole('button', { name: 'Accept' }).click();
    await expect(panel('Allow access to Microsoft Graph')).toBeHidden();
  }
  await apply.click();
  await copyOnce(run);
  await evidence.text('made by Entra');
};

/** Replaces a secret on the page for rotations, as far as the new one is in use. */
export const rotate = async (run: CanaryRun): Promise<void> => {
  const { evidence } = run;
  const { button, openCredentials, panel } = handsOn(run);
  await openCredentials();
  await button('Rotate…').click();
  await button('Preview the rotation').click();
  const preview = panel('Rotate');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(preview.getByText('Done', { exact: true }).first()).toBeVisible();
  await evidence.text('rotated');
  await preview.getByRole('button', { name: 'Close' }).last().click();
  await copyOnce(run);
  await evidence.text('rotated and copied');
};

/** Exports one workspace without secrets, then everything with them. */
export const exportBoth = async (run: CanaryRun): Promise<void> => {
  const { launched, plan, evidence } = run;
  const { page } = launched;
  const { button, openVault, type } = handsOn(run);
  await page.goto(page.url().replace(/(\/w\/[^/]+)\/.*$/, '$1/workspace'));
  await button('Export…').click();
  await expect(page.getByText(/^Saved as/).first()).toBeVisible();
  await evidence.text('exported without secrets');
  await openVault();
  await page.getByRole('radio', { name: /Include secrets/ }).click();
  for (const field of ['Passphrase', 'Passphrase again'])
    await type(page.getByRole('textbox', { name: field, exact: true }), plan.secrets.passphrase);
  await evidence.text('passphrase typed', { typing: true });
  await button('Export…').click();
  await expect(page.getByText(/^Saved as .*sealed/).first()).toBeVisible();
  await evidence.text('exported with secrets');
};
