import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { BodyTooLargeError } from './transport.ts';

/** Node's and OpenSSL's codes, and Chromium's `net::` codes, by what they mean to a person. */
const UNREACHABLE: readonly (readonly [reason: string, codes: RegExp])[] = [
  ['dns', /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED)$/],
  ['refused', /^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/],
  ['proxy', /^(ERR_PROXY_\w+|ERR_TUNNEL_CONNECTION_FAILED|ERR_MANDATORY_PROXY_\w+|PROXY_REFUSED)$/],
  ['offline', /^(ERR_INTERNET_DISCONNECTED|ENETDOWN|ERR_NETWORK_CHANGED)$/],
  ['unroutable', /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_ADDRESS_UNREACHABLE)$/],
  [
    'reset',
    /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|HPE_\w+|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONTENT_LENGTH_MISMATCH)$/,
  ],
];

const UNTRUSTED: readonly (readonly [reason: string, codes: RegExp])[] = [
  ['expired', /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID)$/],
  ['wrong-host', /^(ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID)$/],
  ['self-signed', /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/],
  ['revoked', /^(CERT_REVOKED|ERR_CERT_REVOKED)$/],
  ['unknown-issuer', /^(UNABLE_TO_\w+|CERT_\w+|ERR_CERT_\w+)$/],
  ['protocol', /^(ERR_SSL_\w+|EPROTO|ERR_TLS_\w+)$/],
];

const TIMED_OUT = /^(ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT)$/;

const reasonIn = (table: typeof UNREACHABLE, code: string): string | null =>
  table.find(([, codes]) => codes.test(code))?.[0] ?? null;

/** The first code in an error, its causes and its parts: `fetch failed` says nothing, its cause does. */
const codeOf = (error: unknown, depth = 0): string => {
  if (!(error instanceof Error) || depth > 5) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  const chromium = /net::(ERR_\w+)/.exec(error.message)?.[1];
  if (chromium) return chromium;
  if (/proxy response \(\d+\)/i.test(error.message)) return 'PROXY_REFUSED';
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...parts].map((part) => codeOf(part, depth + 1)).find((code) => code !== '') ?? '';
};

/** Says in our words why no answer came. The platform's own text is left out: it can quote an address or a header. */
export const networkFailure = (error: unknown, host: string, timeoutSeconds: number): AppError => {
  if (error instanceof BodyTooLargeError)
    return appError('unexpected-answer', { host, status: error.status, what: 'too-large' });
  if (error instanceof Error && /redirect was cancelled|unexpected redirect/i.test(error.message))
    return appError('redirect-refused', { host, to: '' });
  const code = codeOf(error);
  if (TIMED_OUT.test(code))
    return appError('network-timeout', { host, seconds: timeoutSeconds }, { retryable: true });
  const untrusted = reasonIn(UNTRUSTED, code);
  if (untrusted) return appError('tls-untrusted', { host, reason: untrusted });
  const reason = reasonIn(UNREACHABLE, code) ?? 'unknown';
  return appError('network-unreachable', { host, reason }, { retryable: true });
};
