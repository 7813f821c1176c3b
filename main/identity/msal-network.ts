import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readRefusal } from './entra-refusal.ts';
import type { EntraRefusal } from './entra-refusal.ts';

/** What one operation of MSAL exchanged with the sign-in service; MSAL itself wraps or drops these. */
export type Exchange = {
  readonly network: INetworkModule;
  /** Why the service refused, when it did. */
  readonly refusal: () => EntraRefusal | null;
  /** Why no usable answer came, when none did. */
  readonly failure: () => AppError | null;
};

/** Makes the network of one operation; aborting the signal ends its requests. */
export type OpenExchange = (authority: string, signal: AbortSignal) => Exchange;

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

// A code is redeemed once (RFC 6749, 4.1.2); every other grant may be asked again.
const retryOf = (body: string | undefined): 'safe' | 'never' =>
  new URLSearchParams(body).get('grant_type') === 'authorization_code' ? 'never' : 'safe';

/**
 * Carries MSAL's requests over our HTTP client, pinned to the authority's origin, so that proxy, roots, retry and log are the
 * console's own. Metadata documents are fetched once and kept for the life of the console: MSAL would fetch them for every token.
 */
export const createExchanges = (http: HttpClient): OpenExchange => {
  /** Null once the document could not be had, for the one who asked; those who waited then ask themselves. */
  const metadata = new Map<string, Promise<Answer | null>>();

  return (authority, signal) => {
    const pinnedOrigin = new URL(authority).origin;
    let refusal: EntraRefusal | null = null;
    let failure: AppError | null = null;

    const give = (error: AppError): never => {
      failure = error;
      throw new Error(error.code);
    };

    const read = (url: string, answer: HttpAnswer): Answer => {
      const body = parseJson(answer.body);
      if (typeof body !== 'object' || body === null)
        return give(
          appError(
            'unexpected-answer',
            {
              host: new URL(url).host,
              status: answer.status,
              what: /^\s*</.test(answer.body) ? 'html' : 'not JSON',
            },
            { retryable: answer.status >= 500 },
          ),
        );
      if (answer.status >= 400) refusal = readRefusal(body);
      return { status: answer.status, headers: { ...answer.headers }, body };
    };

    const send = async (
      method: 'GET' | 'POST',
      url: string,
      options: NetworkRequestOptions | undefined,
    ): Promise<Answer> => {
      const headers = Object.fromEntries(
        Object.entries(options?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const sent = await http.send({
        method,
        url,
        headers,
        ...(options?.body === undefined ? {} : { body: options.body }),
        pinnedOrigin,
        retry: retryOf(options?.body),
        signal,
      });
      return sent.ok ? read(url, sent.value) : give(sent.error);
    };

    const get = async (url: string, options?: NetworkRequestOptions): Promise<Answer> => {
      const pending = metadata.get(url);
      const known = pending === undefined ? null : await pending;
      if (known !== null) return known;
      const answer = send('GET', url, options);
      const shared = answer.then(
        (one) => (one.status === 200 ? one : null),
        () => null,
      );
      metadata.set(url, shared);
      if ((await shared) === null && metadata.get(url) === shared) metadata.delete(url);
      return answer;
    };

    return {
      network: {
        // MSAL names the body's type at each call and checks it itself; here it is JSON of unknown shape.
        sendGetRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions) =>
          (await get(url, options)) as NetworkResponse<Body>,
        sendPostRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions) =>
          (await send('POST', url, options)) as NetworkResponse<Body>,
      },
      refusal: () => refusal,
      failure: () => failure,
    };
  };
};
