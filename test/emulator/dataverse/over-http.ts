import { z } from 'zod';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

const anything = z.record(z.string(), z.unknown());

/** An answer with its body as an object; empty where it has none. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
};

/** Sends `GET accounts?…` and the like to an environment. */
export type Ask = (
  request: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<HttpAnswer>;

/** Requests over HTTP as one of the people of the demo, who signs in once; to Contoso's production environment unless another one is named. */
export async function askAs(cloud: DemoCloud, username: string, urlName = 'contoso'): Promise<Ask> {
  const { pathUrl, url } = environmentOf(cloud, urlName);
  const { access_token: token } = await userTokens(cloud, username, `${url}/.default`);
  return async (request, body, headers = {}) => {
    const [method = 'GET', path = ''] = request.split(/ (.*)/s);
    const answer = await fetch(`${pathUrl}/api/data/v9.2/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = text.startsWith('{') ? anything.parse(JSON.parse(text)) : {};
    return { status: answer.status, headers: answer.headers, text, json };
  };
}

const rows = z.looseObject({ value: z.array(anything) });

/** The rows of a collection. */
export const rowsIn = (answer: HttpAnswer): readonly Readonly<Record<string, unknown>>[] =>
  rows.parse(answer.json).value;

/** The id that a created record got. */
export const createdId = (answer: HttpAnswer): string =>
  /\(([0-9a-f-]{36})\)$/.exec(answer.headers.get('odata-entityid') ?? '')?.[1] ?? '';

/** Code of a refusal; empty where there is none. */
export const codeOf = ({ json }: HttpAnswer): string =>
  z.looseObject({ error: z.looseObject({ code: z.string() }) }).safeParse(json).data?.error.code ?? '';
