import { fieldOf, post } from './sign-in.ts';

const decode = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
const actionOf = (html: string, base: string): string =>
  new URL(decode(/action="([^"]*)"/.exec(html)?.[1] ?? ''), base).href;

/** Types a code on the verification page; the page that follows. */
export async function typeCode(page: string, userCode: string): Promise<Response> {
  const html = await (await fetch(page)).text();
  return post(actionOf(html, page), { otc: userCode });
}

/** The whole way of a person on the other device: code, account, and what the last page says. */
export async function signInDevice(page: string, userCode: string, account: string): Promise<string> {
  const html = await (await typeCode(page, userCode)).text();
  const answer = await post(actionOf(html, page), { ctx: fieldOf(html, 'ctx'), account });
  return answer.text();
}
