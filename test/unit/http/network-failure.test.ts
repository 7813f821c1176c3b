import { describe, expect, test } from 'vitest';
import { networkFailure } from '../../../main/http/network-failure.ts';
import { fetchFailed } from './scripted-service.ts';

describe('why no answer came', () => {
  test.each([
    [fetchFailed('EAI_AGAIN'), 'network-unreachable', 'dns'],
    [fetchFailed('EHOSTUNREACH'), 'network-unreachable', 'unroutable'],
    [fetchFailed('UND_ERR_SOCKET'), 'network-unreachable', 'reset'],
    [fetchFailed('UND_ERR_CONNECT_TIMEOUT'), 'network-timeout', undefined],
    [fetchFailed('CERT_HAS_EXPIRED'), 'tls-untrusted', 'expired'],
    [fetchFailed('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls-untrusted', 'unknown-issuer'],
    [fetchFailed('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls-untrusted', 'wrong-host'],
    [fetchFailed('SELF_SIGNED_CERT_IN_CHAIN'), 'tls-untrusted', 'self-signed'],
    [fetchFailed('EPROTO'), 'tls-untrusted', 'protocol'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'network-unreachable', 'dns'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'network-unreachable', 'proxy'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'network-unreachable', 'proxy'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'network-unreachable', 'offline'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls-untrusted', 'unknown-issuer'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'tls-untrusted', 'expired'],
    [new Error('Redirect was cancelled'), 'redirect-refused', undefined],
    [
      new TypeError('fetch failed', { cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling') }),
      'network-unreachable',
      'proxy',
    ],
    [
      new TypeError('fetch failed', { cause: new AggregateError([fetchFailed('ECONNREFUSED')]) }),
      'network-unreachable',
      'refused',
    ],
    [new Error('something else'), 'network-unreachable', 'unknown'],
    ['not even an error', 'network-unreachable', 'unknown'],
  ])('%s', (error, code, reason) => {
    const failure = networkFailure(error, 'contoso.crm.dynamics.com', 60);
    expect(failure.code).toBe(code);
    expect(failure.params['reason']).toBe(reason);
    expect(failure.params['host']).toBe('contoso.crm.dynamics.com');
  });

  test('an error that is its own cause ends', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(networkFailure(error, 'h', 1).code).toBe('network-unreachable');
  });

  test('the platform’s text does not get out', () => {
    expect(JSON.stringify(networkFailure(new Error('Bearer canary'), 'h', 1))).not.toContain('canary');
  });
});
