import { browserPage } from '../../identity/browser-page.ts';

/** Shown in the browser when the answer has arrived, whatever it was: the console verifies it before it says anything. */
export const CONSENT_ANSWERED_PAGE = browserPage(
  'The answer has arrived',
  'You can close this page. S2S Console checks the consent and shows the result.',
);

/** Shown for everything that is no answer to the link that is waited for. */
export const CONSENT_STRANGE_PAGE = browserPage(
  'There is nothing here',
  'This address waits for the answer to one consent link of S2S Console.',
);
