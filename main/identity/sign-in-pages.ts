// Fixed texts: nothing of the request is reflected, so nothing in the answer of a sign-in page can reach a browser again.
const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>S2S Console</title>` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
  `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
  `<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}h1{font-size:1.5rem}</style>` +
  `</head><body><h1>${title}</h1><p>${text}</p></body></html>`;

/** Shown in the browser when the sign-in service has answered; the token is asked for afterwards. */
export const ANSWERED_PAGE = page('You can close this page', 'S2S Console goes on with your sign-in.');

/** Shown in the browser when the sign-in service refused; the console says why. */
export const REFUSED_PAGE = page(
  'The sign-in did not succeed',
  'Close this page and return to S2S Console: it says what happened.',
);
