import { openSignInPage, readForm, submit } from '../identity/browser.ts';
import type { Form } from '../identity/browser.ts';

/**
 * What an administrator's browser does on the admin consent pages: each answer presses one button, and a redirect is followed to
 * where the console listens. With `stay` the address at the end is only read, as from the browser's address bar.
 */
export const answerConsentPages = async (
  url: string,
  answers: readonly Readonly<Record<string, string>>[],
  end: 'follow' | 'stay' = 'follow',
): Promise<string> => {
  let form: Form = await openSignInPage(url);
  let last: Response | null = null;
  for (const answer of answers) {
    if (last !== null) form = await readForm(last);
    last = await submit({ ...form, fields: { ...form.fields, ...answer } });
  }
  const ended = last?.headers.get('location') ?? '';
  if (end === 'follow') await fetch(ended);
  return ended;
};
