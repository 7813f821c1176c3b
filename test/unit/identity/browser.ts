/** What a browser does on the demo cloud's sign-in page, by plain requests: the page has forms and no passwords. */

const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');

const attribute = (tag: string, name: string): string =>
  decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** A form of a page: where it goes, and its hidden fields. */
export type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

const formOf = (html: string, base: string): Form => {
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  if (form === '') throw new Error(`no form on the page: ${html.slice(0, 2000)}`);
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ]);
  return { action: new URL(attribute(form, 'action'), base).href, fields: Object.fromEntries(hidden) };
};

/** Sends a form as a browser does, up to where it is sent on. */
export const submit = (form: Form): Promise<Response> =>
  fetch(form.action, { method: 'POST', body: new URLSearchParams(form.fields), redirect: 'manual' });

/** Opens the sign-in page and reads its form. */
export const openSignInPage = async (url: string): Promise<Form> => readForm(await fetch(url));

/** Reads the form of a page that came. */
export const readForm = async (page: Response): Promise<Form> => formOf(await page.text(), page.url);

/** Picks an account (or the cancel button) and returns the form that carries the answer to the console. */
export const answerSignInPage = async (
  page: Form,
  choice: { readonly account: string } | { readonly cancel: '1' },
): Promise<Form> => {
  const answered = await submit({ ...page, fields: { ...page.fields, ...choice } });
  const html = await answered.text();
  const next = formOf(html, page.action);
  // An administrator who is asked for permissions allows them, for everybody.
  return html.includes('Permissions requested') ? answerConsentPage(next) : next;
};

const answerConsentPage = async (page: Form): Promise<Form> => {
  const fields = { ...page.fields, answer: 'accept', everybody: '1' };
  const answered = await submit({ ...page, fields });
  return formOf(await answered.text(), page.action);
};

/** The whole way: page, account, answer; resolves to what the console shows in the browser at the end. */
export const signInAs = async (url: string, account: string): Promise<string> => {
  const answer = await answerSignInPage(await openSignInPage(url), { account });
  return (await submit(answer)).text();
};
