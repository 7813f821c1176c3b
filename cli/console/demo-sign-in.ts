const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

const formOf = async (page: Response): Promise<Form> => {
  const html = await page.text();
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
  if (form === undefined) throw new Error('The page of the demo cloud has no form.');
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ]);
  const fields: Readonly<Record<string, string>> = Object.fromEntries(hidden);
  const asksConsent = html.includes('Permissions requested');
  return {
    action: new URL(attribute(form, 'action'), page.url).href,
    fields: asksConsent ? { ...fields, answer: 'accept', everybody: '1' } : fields,
  };
};

const send = ({ action, fields }: Form): Promise<Response> =>
  fetch(action, { method: 'POST', body: new URLSearchParams(fields) });

/**
 * Answers the demo cloud's sign-in page for an account, as a person would in a browser: the demo cloud has no passwords. The
 * last form carries the answer to the console's own address.
 */
export const signInToDemo = async (url: string, account: string): Promise<void> => {
  const page = await formOf(await fetch(url));
  let answer = await formOf(await send({ ...page, fields: { ...page.fields, account } }));
  const signInHost = new URL(page.action).host;
  // A page that asks for permissions stands between.
  while (new URL(answer.action).host === signInHost) answer = await formOf(await send(answer));
  await (await send(answer)).text();
};
