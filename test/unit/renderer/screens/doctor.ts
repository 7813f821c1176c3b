import type { Page } from 'playwright';
import { environments, profiles } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import { button, idOf, inWorkspace } from './screen.ts';

const doctorAt = (from: number, count: number, more = ''): string => {
  const ids = environments.slice(from, from + count).map(({ id }) => id);
  return inWorkspace(`doctor?app=${idOf(profiles[0])}&environments=${ids.join(',')}${more}`);
};
const cell = (page: Page, words: string) => page.getByText(words, { exact: true }).first();

/** A log with this many different errors. */
const logOf = (count: number): string =>
  Array.from({ length: count }, (_line, at) => `${at}: user is missing prvReadnew_table${at} privilege`).join(
    '\n',
  );
const pasteError = (text: string) => async (page: Page) =>
  page.getByRole('textbox', { name: 'Error text' }).fill(text);

const pasteHuge = async (page: Page): Promise<void> =>
  page.getByRole('textbox', { name: 'Error text' }).evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `0x80040220\n${'all is well\n'.repeat(100_000)}`);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });

/** The doctor: one chain, many of them, and what each of its states looks like. */
export const DOCTOR_SCREENS: readonly Screen[] = [
  {
    name: 'doctor, nothing asked yet',
    where: { address: inWorkspace('doctor') },
    words: 'It changes nothing',
  },
  {
    name: 'explainer, nothing pasted yet',
    where: { address: inWorkspace('doctor?tab=explain') },
    words: 'Paste what went wrong',
  },
  {
    name: 'explainer, a missing privilege with its ids unfolded',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: async (page) => {
      await button(page, 'A missing privilege').click();
      await button(page, /IDs and the place/).click();
    },
    words: 'The privilege prvReadAccount is missing',
  },
  {
    name: 'explainer, a log with several errors',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: async (page) => button(page, 'A log with several errors').click(),
    words: '3 different errors found',
  },
  {
    name: 'explainer, nothing understood',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: pasteError('It does not work. Please help.'),
    words: 'Nothing in this text is understood',
  },
  {
    name: 'explainer, many errors',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: pasteError(logOf(60)),
    words: '60 different errors found',
  },
  {
    name: 'explainer, a huge text',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: pasteHuge,
    words: '1 error found',
  },
  {
    name: 'explainer, a huge text, cancelled while it is read',
    where: { scenario: 'pace=2000', address: inWorkspace('doctor?tab=explain') },
    act: async (page) => {
      await pasteHuge(page);
      await page.getByText(/characters read/).waitFor();
      await button(page, 'Cancel').click();
    },
    words: 'Cancelled before all of it was read',
  },
  {
    name: 'doctor, a chain that breaks at the roles',
    where: { address: doctorAt(5, 1, '&do=run') },
    words: 'Stops at: Business unit and roles',
  },
  {
    name: 'doctor, a chain whose query is asked and answered',
    where: { address: doctorAt(0, 1, '&question=accounts&do=run') },
    act: async (page) => {
      await page.getByText('Every link is sound').waitFor();
      await button(page, /Query/).last().click();
    },
    words: 'Does the environment answer the app itself?',
  },
  {
    name: 'doctor, asked about a table and let in through a team alone',
    where: { address: doctorAt(2, 1, '&verb=Read&question=account&do=run') },
    act: async (page) => button(page, /Privileges/).click(),
    words: 'None of its own roles lets it in',
  },
  {
    name: 'doctor, neither a table nor a row',
    where: { address: doctorAt(2, 1, '&verb=Delete&question=not a table&do=run') },
    words: 'Name a table, such as account',
  },
  {
    name: 'doctor, a deleted row is in the way, and the plan that mends it',
    where: { address: doctorAt(7, 1, '&do=run') },
    act: async (page) => {
      await button(page, /Purge and create anew/)
        .first()
        .click();
    },
    words: 'Purge the deleted row',
  },
  {
    name: 'doctor, forty environments, and the chain of one',
    where: { address: doctorAt(0, 40, '&do=run') },
    act: async (page) => {
      await page.getByText('31 work · 9 broken').waitFor();
      await cell(page, 'Application user').click();
    },
    words: 'Stops at: Application user',
  },
  {
    name: 'support pack of forty environments, with messages',
    where: { address: doctorAt(0, 40, '&do=run') },
    act: async (page) => {
      await page.getByText('31 work · 9 broken').waitFor();
      await button(page, 'Support pack').click();
      await page.getByRole('checkbox', { name: /^Messages/ }).check();
      await page.getByText('Messages can name people').waitFor();
      await page.getByRole('tab', { name: 'JSON' }).click();
    },
    words: 's2s-console-support-pack',
  },
  {
    name: 'support pack of a pasted error, saved',
    where: { address: inWorkspace('doctor?tab=explain') },
    act: async (page) => {
      await button(page, 'A missing privilege').click();
      await button(page, 'Support pack').click();
      await page.getByRole('tab', { name: 'HTML' }).click();
      await button(page, 'Save HTML').click();
    },
    words: 'Saved as support-pack.html',
  },
  {
    name: 'doctor, watching',
    where: { address: doctorAt(8, 1, '&do=run') },
    act: async (page) => {
      await button(page, 'Watch until it works').click();
      await page.getByText('Watching: looks again').waitFor();
      await button(page, 'Stop watching').click();
    },
    words: 'Stops at: Business unit and roles',
  },
  {
    name: 'doctor, nobody is signed in',
    where: { scenario: 'signed-out', address: doctorAt(0, 1, '&do=run') },
    words: 'Nobody is signed in who could look',
  },
  {
    name: 'doctor, while it looks, then cancelled',
    where: { scenario: 'pace=120', address: doctorAt(0, 3, '&do=run') },
    act: async (page) => {
      await page.getByText('Looking…').first().waitFor();
      await button(page, 'Cancel').click();
    },
    words: /not looked at to the end/,
  },
  {
    name: 'doctor without environments',
    where: { scenario: 'empty', address: inWorkspace('doctor') },
    words: 'No environments yet',
  },
];
