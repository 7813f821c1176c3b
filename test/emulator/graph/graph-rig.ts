import { z } from 'zod';
import type { DemoCloud } from '../../../emulator/index.ts';
import { consentToGraph, userTokens } from '../entra/sign-in.ts';

/** People of the story who ask Graph. */
export const people = {
  adele: 'adele.admin@contoso.demo.test',
  bram: 'bram.visser@contoso.demo.test',
  felicia: 'felicia.admin@fabrikam.demo.test',
} as const;

const answerShape = z.record(z.string(), z.unknown());
export const listShape = z.looseObject({ value: z.array(answerShape) });
export const errorShape = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    details: z.array(z.strictObject({ target: z.string(), code: z.string() })).optional(),
    innerError: z.strictObject({
      date: z.string(),
      'request-id': z.guid(),
      'client-request-id': z.string(),
    }),
  }),
});

/** One answer, with its JSON where it has any. */
export type GraphAnswer = {
  readonly status: number;
  readonly json: Record<string, unknown>;
  readonly text: string;
};

/** Asks Graph with a token; a body is sent as JSON. */
export async function askGraph(
  cloud: DemoCloud,
  token: string | null,
  request: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<GraphAnswer> {
  const [method = 'GET', path = ''] = request.split(/ (.*)/s);
  const response = await fetch(path.startsWith('http') ? path : `${cloud.description.graph}/v1.0/${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, text, json: isJson ? answerShape.parse(JSON.parse(text)) : {} };
}

/** A token of a person for Graph, with permissions beside the usual ones where they are named. */
export async function graphToken(
  cloud: DemoCloud,
  username: string,
  more: readonly string[] = [],
): Promise<string> {
  await consentToGraph(cloud, username, more);
  return (await userTokens(cloud, username, 'https://graph.demo.test/.default')).access_token;
}
