import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONSENT_REDIRECT } from '../../../preload/contract/words/consent.ts';
import { readConsentAnswer } from './consent-answer.ts';
import type { ConsentAnswer } from './consent-answer.ts';
import { CONSENT_ANSWERED_PAGE, CONSENT_STRANGE_PAGE } from './consent-pages.ts';

/** A listener that waits for one answer. */
export type CallbackListener = {
  /** The redirect URI that the link must name. */
  readonly redirectUri: string;
  /** Resolves with the answer that belongs to the state; rejects with the signal's reason. */
  readonly answer: Promise<Exclude<ConsentAnswer, { kind: 'unreadable' }>>;
  /** Stops listening; resolves when the port is free. */
  readonly close: () => Promise<void>;
};

const LONGEST = 8192;

const respond = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(body);
};

/** The answer in a request, or null when it is no answer to this link: another path, host, method or state. */
const answerIn = (
  request: IncomingMessage,
  port: number,
  state: string,
): Exclude<ConsentAnswer, { kind: 'unreadable' }> | null => {
  const { headers, method, url = '' } = request;
  if (method !== 'GET' || url.length > LONGEST || !url.startsWith('/?')) return null;
  // A page that rebinds its own name to the loopback address sends that name.
  if (headers.host !== `localhost:${port}` && headers.host !== `127.0.0.1:${port}`) return null;
  const answer = readConsentAnswer(new URLSearchParams(url.slice(2)));
  return answer.kind === 'unreadable' || answer.state !== state ? null : answer;
};

/**
 * Listens on the loopback address on a free port (RFC 8252, 7.3; any port of a registered `http://localhost` counts, Microsoft
 * Learn: reply-url) and takes one GET that carries the state of the link. Everything else gets the same page, which repeats nothing
 * of the request, and does not end the waiting.
 */
export const listenForConsent = async (state: string, signal: AbortSignal): Promise<CallbackListener> => {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10_000, headersTimeout: 10_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answer = new Promise<Exclude<ConsentAnswer, { kind: 'unreadable' }>>((resolve, reject) => {
    let taken = false;
    server.on('request', (request, response) => {
      request.resume();
      const found = taken ? null : answerIn(request, port, state);
      taken ||= found !== null;
      respond(
        response,
        found === null ? 404 : 200,
        found === null ? CONSENT_STRANGE_PAGE : CONSENT_ANSWERED_PAGE,
      );
      if (found !== null) response.on('close', () => resolve(found));
    });
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  // Whoever closes before looking at the answer leaves no rejection behind.
  answer.catch(() => {});
  return {
    redirectUri: `${CONSENT_REDIRECT}:${port}`,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
