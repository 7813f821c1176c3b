/** A page of our own for the browser. Fixed texts only: nothing of a request is ever reflected, so nothing of it can reach a browser again. */
export const browserPage = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>S2S Console</title>` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
  `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
  `<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}h1{font-size:1.5rem}</style>` +
  `</head><body><h1>${title}</h1><p>${text}</p></body></html>`;
