import { APPLICATIONS_TEXTS, CONSENT_TEXTS, TOKENS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ConsentTab } from './consent/consent-tab.tsx';
import { CredentialsTab } from './credentials-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { TokensTab } from './tokens/tokens-tab.tsx';
import type { ProfileTab } from './profile-tab.ts';

const TITLES = APPLICATIONS_TEXTS.tabs;

/** The parts of an app's panel in their order; the first is shown when the address names none. */
export const PROFILE_TABS: readonly [ProfileTab, ...ProfileTab[]] = [
  { id: 'overview', title: TITLES.overview, Content: OverviewTab },
  { id: 'credentials', title: TITLES.credentials, Content: CredentialsTab },
  { id: 'tokens', title: TOKENS_TEXTS.tab, Content: TokensTab },
  { id: 'consent', title: CONSENT_TEXTS.tab, Content: ConsentTab },
];
