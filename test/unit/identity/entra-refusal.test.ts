import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  needsPerson,
  readPostedRefusal,
  readRefusal,
  refusalError,
} from '../../../main/identity/entra-refusal.ts';

/** Microsoft Learn: v2-oauth2-client-creds-grant-flow, "Error response". */
const DOCUMENTED = {
  error: 'invalid_scope',
  error_description:
    "AADSTS70011: The provided value for the input parameter 'scope' is not valid.\r\nTrace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333\r\nCorrelation ID: aaaa0000-bb11-2222-33cc-444444dddddd\r\nTimestamp: 2016-01-09 02:02:12Z",
  error_codes: [70011],
  timestamp: '2016-01-09 02:02:12Z',
  trace_id: '0000aaaa-11bb-cccc-dd22-eeeeee333333',
  correlation_id: 'aaaa0000-bb11-2222-33cc-444444dddddd',
};
const asked = { clientId: 'client', tenantId: 'tenant', resource: 'https://contoso.crm.dynamics.com' };

describe('a refusal of the sign-in service', () => {
  test('is read from its fields, and the description is dropped', () => {
    const refusal = readRefusal(DOCUMENTED);
    expect(refusal).toEqual({
      error: 'invalid_scope',
      aadsts: 70011,
      correlation: {
        traceId: DOCUMENTED.trace_id,
        correlationId: DOCUMENTED.correlation_id,
        timestamp: DOCUMENTED.timestamp,
      },
      claims: null,
    });
    expect(JSON.stringify(refusal)).not.toContain('scope is not valid');
  });

  test('posted to the loopback address has its ids in the description', () => {
    expect(readPostedRefusal(DOCUMENTED.error, DOCUMENTED.error_description)).toEqual(
      readRefusal(DOCUMENTED),
    );
  });

  test('has its code in the description when the list of codes is missing', () => {
    const { error, error_description } = DOCUMENTED;
    expect(readRefusal({ error, error_description })?.aadsts).toBe(70011);
    expect(readRefusal({ error })?.aadsts).toBe(null);
  });

  test.each([
    ['temporarily_unavailable', 0, true],
    ['invalid_request', 90033, true],
    ['invalid_client', 7000215, false],
  ])('%s with AADSTS%i may be asked again: %s', (error, code, retryable) => {
    const refusal = readRefusal({ error, error_codes: [code] });
    expect(refusal && refusalError(refusal, asked).retryable).toBe(retryable);
  });

  test.each([
    ['an expired refresh token', 'invalid_grant', 700082, true],
    ['a refresh token that the service does not know', 'invalid_request', 9002313, true],
    ['a second factor', 'interaction_required', 50076, true],
    ['missing consent', 'invalid_grant', 65001, false],
    ['a Conditional Access block', 'access_denied', 53003, false],
  ])('%s is cured by signing in again: %s %i %s', (_what, error, code, person) => {
    const refusal = readRefusal({ error, error_codes: [code] });
    expect(refusal && needsPerson(refusal)).toBe(person);
  });

  test('is never read from anything else, and reading never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const refusal = readRefusal(body);
        const isOne =
          typeof body === 'object' && body !== null && 'error' in body && typeof body['error'] === 'string';
        expect(refusal === null || isOne).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (error, text) => readPostedRefusal(error, text).error === error),
    );
  });
});
