import type { Result } from '../../preload/contract/words/errors.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import type { AccessToken } from './token-source.ts';

/** Longest claims that are passed on: they come from a resource and go into an address. */
const LONGEST = 4000;

/**
 * The claims that an answer asks for: 401 with `error="insufficient_claims"` and the claims in base64 (Microsoft Learn:
 * claims-challenge, "Claims challenge header format"); null for every other answer, and for claims that are no JSON object.
 */
export const claimsAskedFor = ({
  status,
  headers,
}: Pick<HttpAnswer, 'status' | 'headers'>): string | null => {
  const header = headers['www-authenticate'] ?? '';
  if (status !== 401 || !/\berror="?insufficient_claims"?/i.test(header)) return null;
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > LONGEST) return null;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(claims);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? claims : null;
  } catch {
    return null;
  }
};

/** A token with the claims that a resource asked for. */
export type AnswerChallenge = (claims: string, signal: AbortSignal) => Promise<Result<AccessToken>>;

/**
 * An HTTP client that answers claims challenges: it asks once for a token with the claims and sends the request again, which is safe also
 * for a change because a 401 refused it. When the token needs the person, that is the result.
 */
export const answeringChallenges = (http: HttpClient, answer: AnswerChallenge): HttpClient => ({
  send: async (request) => {
    const sent = await http.send(request);
    const claims = sent.ok ? claimsAskedFor(sent.value) : null;
    if (claims === null) return sent;
    const token = await answer(claims, request.signal);
    if (!token.ok) return token;
    const headers = { ...request.headers, authorization: `Bearer ${token.value.token}` };
    return http.send({ ...request, headers });
  },
});
