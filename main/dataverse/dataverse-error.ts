import { correlationOf } from '../http/correlation.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { errorName } from './error-codes.ts';
import { hexCode } from './hex-code.ts';
import { parsePrivilegeDenied } from './privilege-denied.ts';

const MESSAGE_LIMIT = 600;

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

/** The body as JSON; undefined for an empty body, HTML or anything cut off. */
export const jsonBody = (body: string): unknown => {
  try {
    // `$count` answers with a byte order mark before the number.
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, MESSAGE_LIMIT);

/** The parts of a refusal that a text can name; absent parts are left out. */
const deniedParams = (message: string): Record<string, string> => {
  const denied = parsePrivilegeDenied(message);
  if (denied === null) return {};
  const { privilege, verb, table, depth, principalId, column, businessUnitId } = denied;
  const named = { privilege, verb, table, depth, principalId, column, businessUnitId };
  return Object.fromEntries(
    Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== null),
  );
};

/** What kind of body came with an answer: a 401 of Dataverse is often empty and a gateway's answer is HTML. */
export const bodyKind = (body: string): 'empty' | 'html' | 'json' | 'text' => {
  if (body.trim() === '') return 'empty';
  if (/^\s*</.test(body)) return 'html';
  return record(jsonBody(body)) === null ? 'text' : 'json';
};

/**
 * The one place where a refusing answer (status 400 and above) of the Web API becomes an AppError; 429 and the statuses
 * of gateways never get here, the HTTP client has judged them. A body that is not Dataverse's is `unexpected-answer`,
 * else it is `dataverse`. A 401 is always `dataverse`, with `body` telling an empty answer (wrong audience, or no
 * token) from one with a code.
 */
export const dataverseError = (origin: string, answer: HttpAnswer): AppError => {
  const { host } = new URL(origin);
  const { status } = answer;
  const more = { correlation: correlationOf(answer.headers) };
  const payload = record(record(jsonBody(answer.body))?.['error']);
  if (payload === null && status !== 401) {
    return appError('unexpected-answer', { host, status, what: bodyKind(answer.body) }, more);
  }
  const code = payload?.['code'];
  const hex = (typeof code === 'string' || typeof code === 'number' ? hexCode(String(code)) : null) ?? '';
  const text = payload?.['message'];
  const message = typeof text === 'string' ? text : '';
  const params = {
    hex,
    name: errorName(hex),
    message: oneLine(message),
    status,
    ...(status === 401 ? { body: bodyKind(answer.body) } : {}),
    ...deniedParams(message),
  };
  return appError('dataverse', params, more);
};
