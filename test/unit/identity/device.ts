import { submit } from './browser.ts';

const decode = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
const field = (html: string, name: string): string =>
  decode(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
const actionOf = (html: string, base: string): string =>
  new URL(decode(/action="([^"]*)"/.exec(html)?.[1] ?? ''), base).href;

/** Presses what a page offers, from page to page: each step is the fields of its form besides the hidden ones. */
export const walkPages = async (
  start: Response,
  base: string,
  steps: readonly Readonly<Record<string, string>>[],
): Promise<string> => {
  let html = await start.text();
  for (const step of steps) {
    const hidden = field(html, 'ctx');
    const fields = { ...(hidden === '' ? {} : { ctx: hidden }), ...step };
    html = await (await submit({ action: actionOf(html, base), fields })).text();
  }
  return html;
};

/** What a person does on another device: opens the page, types the code, and goes on. */
export const typeCodeAs = async (
  page: string,
  userCode: string,
  steps: readonly Readonly<Record<string, string>>[],
): Promise<string> => walkPages(await fetch(page), page, [{ otc: userCode }, ...steps]);

/** What a person does on the sign-in page, until the answer goes to the console by itself. */
export const signInStepwise = async (
  url: string,
  steps: readonly Readonly<Record<string, string>>[],
): Promise<string> => {
  const html = await walkPages(await fetch(url), url, steps);
  const names = ['code', 'client_info', 'session_state', 'error', 'error_description', 'state'];
  const fields = Object.fromEntries(
    names.map((name) => [name, field(html, name)]).filter(([, value]) => value !== ''),
  );
  return (await submit({ action: actionOf(html, url), fields })).text();
};
