import { expect, test } from 'vitest';
import { environments, usersOf, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const ID = '9f3162f6-804a-e611-80d1-00155d4333fa';

const show = async (scenario = '') => {
  const user = `${environments[0]?.id ?? ''}/${usersOf(0)[0]?.systemUserId ?? ''}`;
  const address = `/w/${workspaces[0]?.id ?? ''}/application-users?tab=record&user=${user}`;
  const { page } = await pages.show({ address, scenario });
  const field = page.getByRole('textbox', { name: 'Record' });
  const ask = async (text: string): Promise<void> => {
    await field.fill(text);
    await page.keyboard.press('Enter');
  };
  return { page, ask };
};

test('C6: the address of another environment is not asked about here', async () => {
  const { page, ask } = await show();
  await ask(`https://elsewhere.crm.dynamics.com/main.aspx?etn=account&id=${ID}`);
  await page.getByText(/^This is a record of elsewhere\.crm\.dynamics\.com\./).waitFor();
  expect(await page.getByRole('heading', { name: 'What the app may do with it' }).count()).toBe(0);
});

test('C6: a record that is not there is named, and the next one is asked about in the same field', async () => {
  const { page, ask } = await show();
  await ask(`account ${ID.slice(0, -4)}dead`);
  await page.getByText(`This environment has no record ${ID.slice(0, -4)}dead.`).waitFor();
  await ask(`${environments[0]?.url ?? ''}/api/data/v9.2/accounts(${ID})`);
  await page.getByRole('heading', { name: 'What the app may do with it' }).waitFor();
  await page.getByText('Alpine Ski House').waitFor();
  expect(await page.getByText('This environment has no record').count()).toBe(0);
});

test('C6: a record that a business unit owns is not said to belong to the organization', async () => {
  const { page, ask } = await show();
  await ask(`account ${ID.slice(0, -4)}beef`);
  await page.getByText('Nobody: it belongs to its business unit').waitFor();
  expect(await page.getByText('belongs to the organization').count()).toBe(0);
});

test('C24: beside the record stands what comes back empty, and which column security profile would change that', async () => {
  const { page, ask } = await show();
  await ask(`account ${ID}`);
  const columns = page.getByRole('region', { name: 'Secured columns of Account' });
  await columns.getByText(/come back empty, without an error/).waitFor();
  const bank = columns.getByRole('listitem').filter({ hasText: 'nwt_bankaccount' });
  await bank.getByText('Bank Details – Read, through the team Stewards of the north').waitFor();
  await bank.getByText(/^Bank Details – Maintain, if it is assigned to the app or .* Treasury/).waitFor();
  await bank.getByRole('button', { name: 'Plan to assign it…' }).click();
  await page.getByText('Assign column security profile').waitFor();
  await page.getByRole('button', { name: 'Close' }).first().click();
  await ask(`account ${ID}`);
  const risk = columns.getByRole('listitem').filter({ hasText: 'nwt_riskscore' });
  await risk.getByText('Reads as empty').waitFor();
  expect(await columns.getByText(/^The service says that it is refused all the same/).count()).toBe(1);
});

test('C24: a refused, a cancelled and an empty answer about secured columns each say what they are', async () => {
  const user = `${environments[0]?.id ?? ''}/${usersOf(0)[0]?.systemUserId ?? ''}`;
  const address = `/w/${workspaces[0]?.id ?? ''}/application-users?tab=access&user=${user}`;
  const { page } = await pages.show({ address });
  const open = (table: string) => page.getByRole('gridcell', { name: table, exact: true }).click();
  const back = () => page.getByRole('button', { name: 'All tables' }).click();
  await open('Contact');
  await page.getByText('A policy refuses this location').waitFor();
  await back();
  await open('Lead');
  await page.getByText('Reading the secured columns…').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Read the secured columns' }).click();
  await page.getByText(/^This table has no secured columns/).waitFor();
  expect(await page.getByRole('heading', { name: 'Secured columns of lead' }).count()).toBe(1);
});

test('C6: asking about the same record again asks the environment again', async () => {
  const { page, ask } = await show('again');
  await ask(`account ${ID.slice(0, -4)}feed`);
  await page.getByText('Stewards of the north (team)').waitFor();
  await page.getByRole('button', { name: 'Check access' }).click();
  await page.getByText('Stewards of the south (team)').waitFor();
  expect(await page.getByText('Stewards of the north (team)').count()).toBe(0);
});

test('C6: what is asked can be cancelled, and the next question is answered', async () => {
  const { page, ask } = await show('cancelled');
  await ask(`account ${ID.slice(0, -4)}cafe`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/^Shows what the app may do with this one record/).waitFor();
  await page.getByRole('button', { name: 'Check access' }).click();
  await page.getByText('Alpine Ski House').waitFor();
  expect(await page.getByText('Cancelled', { exact: true }).count()).toBe(0);
});
