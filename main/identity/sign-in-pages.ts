import { browserPage } from './browser-page.ts';

/** Shown in the browser when the sign-in service has answered; the token is asked for afterwards. */
export const ANSWERED_PAGE = browserPage('You can close this page', 'S2S Console goes on with your sign-in.');

/** Shown in the browser when the sign-in service refused; the console says why. */
export const REFUSED_PAGE = browserPage(
  'The sign-in did not succeed',
  'Close this page and return to S2S Console: it says what happened.',
);
