import type { HttpAnswer } from '../http/http-client.ts';
import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError, Correlation } from '../../preload/contract/words/errors.ts';
import { errorName } from './error-codes.ts';
import { hexCode } from './hex-code.ts';
import { parsePrivilegeDenied } from './privilege-denied.ts';

const MESSAGE_LIMIT = 600;

/** Ids of an answer that Microsoft's support asks for (Microsoft Learn: compose-http-requests-handle-errors). */
export const correlationOf = (headers: Readonly<Record<string, string>>): Correlation => ({
  requestId: headers['req_id'] ?? headers['x-ms-service-request-id'],
  correlationId: headers['x-ms-service-request-id'],
  timestamp: headers['date'],
});

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

/** The body as JSON; undefined for an empty body, HTML or anything cut off. */
export const jsonBody = (body: string): unknown => {
  try {
    return JSON.parse(body);
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
const bodyKind = (body: string): 'empty' | 'html' | 'json' | 'text' => {
  if (body.trim() === '') return 'empty';
  if (/^\s*</.test(body)) return 'html';
  return record(jsonBody(body)) === null ? 'text' : 'json';
};

const retryAfter = (headers: Readonly<Record<string, string>>): number => {
  const seconds = Number(headers['retry-after'] ?? '0');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : 0;
};

/**
 * The one place where a refusing answer (status 400 and above) of the Web API becomes an AppError:
 * `throttled` for 429, `service-unavailable` for a gateway's 502, 503 and 504 without an error body,
 * `unexpected-answer` for any other body that is not Dataverse's, else `dataverse`. A 401 is always `dataverse`, with
 * `body` telling an empty answer (wrong audience or no token) from one with a code.
 */
export const dataverseError = (origin: string, answer: HttpAnswer): AppError => {
  const { host } = new URL(origin);
  const correlation = correlationOf(answer.headers);
  const payload = record(record(jsonBody(answer.body))?.['error']);
  const rawCode = payload?.['code'];
  const hex =
    (typeof rawCode === 'string' || typeof rawCode === 'number' ? hexCode(String(rawCode)) : null) ?? '';
  const rawMessage = payload?.['message'];
  const message = typeof rawMessage === 'string' ? rawMessage : '';
  if (answer.status === 429) {
    const params = {
      host,
      limit: errorName(hex) || oneLine(message),
      retryAfterSeconds: retryAfter(answer.headers),
    };
    return appError('throttled', params, { retryable: true, correlation });
  }
  const gateway = [502, 503, 504].includes(answer.status);
  if (payload === null && answer.status !== 401) {
    return gateway
      ? appError('service-unavailable', { host, status: answer.status }, { retryable: true, correlation })
      : appError(
          'unexpected-answer',
          { host, status: answer.status, what: bodyKind(answer.body) },
          { correlation },
        );
  }
  return appError(
    'dataverse',
    {
      hex,
      name: errorName(hex),
      message: oneLine(message),
      status: answer.status,
      ...(answer.status === 401 ? { body: bodyKind(answer.body) } : {}),
      ...deniedParams(message),
    },
    { retryable: gateway, correlation },
  );
};
