/** What a person does on the demo cloud's sign-in page, by plain requests: the page has forms and no passwords. */

const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');

const attribute = (tag: string, name: string): string =>
  decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const sendForm = (html: string, base: string, more: Readonly<Record<string, string>>): Promise<Response> => {
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
  if (form === undefined) throw new Error('The sign-in page has no form.');
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const,
  );
  const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...more });
  return fetch(new URL(attribute(form, 'action'), base), { method: 'POST', body });
};

/** Opens the page, picks the account, and carries the answer to the console. */
export const signInOnDemoPage = async (url: string, account: string): Promise<void> => {
  const asked = await fetch(url);
  const answered = await sendForm(await asked.text(), url, { account });
  await sendForm(await answered.text(), answered.url, {});
};
