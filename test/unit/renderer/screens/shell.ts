import { clients } from '../../../support/fake-door/fake-consents.ts';
import { profiles } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import { inWorkspace, idOf, button } from './screen.ts';

/** Signing in, the palette, the first run, and pages in worlds of their own. */
export const SHELL_SCREENS: readonly Screen[] = [
  {
    name: 'signing in, waiting for the browser',
    where: { scenario: 'signed-out&sign-in-fails=wait', address: inWorkspace('home') },
    act: (page) => button(page, 'Sign in').first().click(),
    words: 'Waiting for the sign-in in your browser',
  },
  {
    name: 'signing in, blocked by Conditional Access',
    where: { scenario: 'signed-out&sign-in-fails=53003', address: inWorkspace('home') },
    act: (page) => button(page, 'Sign in').first().click(),
    words: 'A Conditional Access policy blocks this sign-in',
  },
  {
    name: 'signing in with a code',
    where: { scenario: 'signed-out&sign-in-fails=wait', address: inWorkspace('environments') },
    act: async (page) => {
      await button(page, 'Other ways to sign in').click();
      await page.getByRole('menuitem', { name: 'Sign in with a code' }).click();
      await page.getByText('allows public client flows').waitFor();
    },
    words: 'FJC3VXQPN',
  },
  {
    name: 'signing in with a code that expired',
    where: { scenario: 'signed-out&code-expires', address: inWorkspace('home') },
    act: async (page) => {
      await button(page, 'Other ways to sign in').click();
      await page.getByRole('menuitem', { name: 'Sign in with a code' }).click();
    },
    words: 'The code has expired',
  },
  {
    name: 'accounts of the workspace',
    where: { scenario: 'accounts', address: inWorkspace('home') },
    act: (page) => button(page, /^Account: /).click(),
    words: 'The tenant asks for multifactor authentication',
  },
  {
    name: 'palette',
    where: { address: inWorkspace('home') },
    act: (page) => page.keyboard.press('Control+k'),
    words: 'Find environments',
  },
  { name: 'no such page', where: { address: '/nowhere' }, words: 'There is no such page' },
  { name: 'first run', where: { scenario: 'first-run' }, words: 'Welcome to S2S Console' },
  {
    name: 'home of an empty workspace',
    where: { scenario: 'empty&signed-out', address: inWorkspace('home') },
    words: 'Give an app access in your own tenant, and prove it.',
  },
  {
    name: 'environments, empty',
    where: { scenario: 'empty&signed-out', address: inWorkspace('environments') },
    words: 'No environment yet',
  },
  ...(['applications', 'application-users', 'security-roles', 'query', 'activity'] as const).map(
    (page): Screen => ({
      name: `${page}, empty`,
      where: { scenario: 'empty&signed-out', address: inWorkspace(page) },
      words: /^No |Nothing has happened yet/,
    }),
  ),
  {
    name: 'picking an application without the permission',
    where: { scenario: 'directory=denied', address: inWorkspace('applications?panel=add&way=pick') },
    words: 'The console may not do this in Microsoft Graph',
  },
  {
    name: 'application details, offline',
    where: { scenario: 'directory=offline', address: inWorkspace(`applications?app=${idOf(profiles[1])}`) },
    words: 'graph.microsoft.com',
  },
  {
    name: 'home with notices and a locked keychain',
    where: { scenario: 'notices&locked', address: inWorkspace('home') },
    words: 'The keychain is locked',
  },
  {
    name: 'tokens with a clock that is wrong',
    where: {
      scenario: 'notices&locked',
      address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`),
    },
    words: 'The clock of this computer is 7 minutes ahead of Microsoft’s',
  },
  {
    name: 'settings, locked vault',
    where: { scenario: 'notices&locked', address: '/settings?section=vault' },
    words: 'What the keychain said',
  },
  {
    name: 'settings, foreign keychain',
    where: { scenario: 'foreign', address: '/settings?section=vault' },
    act: (page) => button(page, /Start anew/).click(),
    words: 'Type start anew to confirm',
  },
  {
    name: 'consent, declined at this computer',
    where: {
      scenario: 'declined',
      address: inWorkspace(
        `applications?view=consent&ask=1&row=${encodeURIComponent(`${idOf(profiles[1])} ${clients[1]?.workspaceId ?? ''}`)}`,
      ),
    },
    act: async (page) => {
      await page.getByLabel(/Somebody at this computer/).click();
      await button(page, 'Create link and wait').click();
    },
    words: 'The consent was refused',
  },
  {
    name: 'management applications, without names',
    where: { scenario: 'directory=denied', address: inWorkspace('applications?view=management') },
    words: 'Allow access to Microsoft Graph…',
  },
  {
    name: 'management applications, denied',
    where: { scenario: 'denied', address: inWorkspace('applications?view=management') },
    words: 'Only a Power Platform administrator may see this',
  },
  {
    name: 'environments, denied',
    where: { scenario: 'denied', address: inWorkspace('environments') },
    words: 'A stored item cannot be opened',
  },
];
