import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { environments, operations, workspaces } from '../../support/fake-door/fake-world.ts';
import type { Where } from '../../support/fake-door/use-pages.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;

/** Every screen in every state that looks different, with the words that show it is there. */
const SCREENS: readonly (readonly [name: string, where: Where, words: string | RegExp])[] = [
  ['first run', { scenario: 'first-run' }, 'Welcome to S2S Console'],
  ['home', { address: inWorkspace('home') }, '5 of 40 environments fail'],
  [
    'home of an empty workspace',
    { scenario: 'empty&signed-out', address: inWorkspace('home') },
    'Give an app access and prove it',
  ],
  [
    'home with notices and a locked keychain',
    { scenario: 'notices&locked', address: inWorkspace('home') },
    'The keychain is locked',
  ],
  ['environments', { address: inWorkspace('environments') }, '5 of 40 environments failed'],
  [
    'environment details',
    { address: inWorkspace(`environments?environment=${environments[3]?.id ?? ''}`) },
    'There is no user for this sign-in in the environment',
  ],
  ['environments, adding', { address: inWorkspace('environments?panel=add') }, 'Add environment'],
  [
    'environments, empty',
    { scenario: 'empty&signed-out', address: inWorkspace('environments') },
    'No environment yet',
  ],
  [
    'environments, denied',
    { scenario: 'denied', address: inWorkspace('environments') },
    'A stored item cannot be opened',
  ],
  ['activity', { address: inWorkspace('activity') }, 'Journal intact'],
  [
    'operation details',
    { address: inWorkspace(`activity?view=operations&operation=${operations[0]?.id ?? ''}`) },
    'It was not finished',
  ],
  ['settings', { address: '/settings' }, 'Follow the system'],
  ['settings, network', { address: '/settings?section=network' }, 'Seconds that one request may take'],
  ['settings, vault', { scenario: 'locked', address: '/settings?section=vault' }, 'What the keychain said'],
  ['settings, clouds', { address: '/settings?section=clouds' }, 'login.partner.microsoftonline.cn'],
  ['settings, about', { address: '/settings?section=about' }, '0.1.0'],
  ['new workspace', { address: '/workspaces/new' }, 'Create workspace'],
  ['workspace settings', { address: inWorkspace('workspace') }, 'Remove workspace'],
  ['no such page', { address: '/nowhere' }, 'There is no such page'],
  ['applications', { address: inWorkspace('applications') }, 'Order sync'],
  ['application users', { address: inWorkspace('application-users') }, 'Application users'],
  ['security roles', { address: inWorkspace('security-roles') }, 'Security roles'],
  ['query lab', { address: inWorkspace('query') }, 'Query lab'],
];

describe.each(['light', 'dark', 'high-contrast'])('every screen, %s', (theme) => {
  test.each(SCREENS)(
    '%s: shown without a policy violation and clean for axe',
    async (_name, where, words) => {
      const scenario = `${where.scenario ?? ''}&theme=${theme}`;
      const { page, complaints } = await pages.open({ ...where, scenario });
      await page.getByText(words).first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      ).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
