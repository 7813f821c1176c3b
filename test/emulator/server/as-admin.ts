import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

const tokens = new WeakMap<DemoCloud, Promise<{ readonly access_token: string }>>();

/** Asks Contoso's production environment as its administrator, who signs in once per demo cloud. */
export async function asAdmin(
  of: DemoCloud,
  request: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const [method = 'GET', path = ''] = request.split(/ (.*)/s);
  const { url, pathUrl } = environmentOf(of, 'contoso');
  const asked = tokens.get(of) ?? userTokens(of, 'adele.admin@contoso.demo.test', `${url}/.default`);
  tokens.set(of, asked);
  return fetch(`${pathUrl}/api/data/v9.2/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${(await asked).access_token}`,
      'content-type': 'application/json',
      prefer: 'return=representation',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
