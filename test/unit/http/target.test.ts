import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveTarget } from '../../../main/http/target.ts';
import { scriptedService } from './scripted-service.ts';

const demoCloud = { origin: 'http://127.0.0.1:4400', key: 'k3y' };
const pinnedOrigin = 'https://contoso.crm4.dynamics.com';

describe('the pinned origin', () => {
  test.each([
    'https://evil.example/api/data/v9.2/accounts',
    'https://contoso.crm4.dynamics.com.evil.example/',
    'https://contoso.crm4.dynamics.com@evil.example/',
    'https://user@contoso.crm4.dynamics.com/',
    'https://contoso.crm4.dynamics.com:8443/',
    'https://contoso.crm.dynamics.com/',
    'http://contoso.crm4.dynamics.com/',
    '//contoso.crm4.dynamics.com/',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('refuses %s before anything is sent', async (url) => {
    const { client, request, sent } = scriptedService(() => ({ status: 200 }));
    expect(await client.send(request({ url, pinnedOrigin }))).toMatchObject({
      error: { code: 'origin-mismatch', params: { expected: pinnedOrigin } },
    });
    expect(sent).toHaveLength(0);
  });

  test('no URL whatever gets past it to another host', () => {
    const link = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.string().map((text) => pinnedOrigin + text),
    );
    const run = fc.check(
      fc.property(link, (url) => {
        const target = resolveTarget({ url, pinnedOrigin, headers: {} }, demoCloud);
        return !target.ok || new URL(target.value.url).origin === pinnedOrigin;
      }),
      { numRuns: 2000 },
    );
    expect(run.counterexample).toBe(null);
  });
});

describe('the demo cloud', () => {
  const url = 'https://fabrikam.crm4.demo.test/api/data/v9.2/accounts?$top=1';
  const request = { url, pinnedOrigin: 'https://fabrikam.crm4.demo.test', headers: { accept: 'x' } };

  test('gets its hosts in path form, with the host in a header', () => {
    expect(resolveTarget(request, demoCloud)).toEqual({
      ok: true,
      value: {
        origin: 'https://fabrikam.crm4.demo.test',
        host: 'fabrikam.crm4.demo.test',
        path: 'https://fabrikam.crm4.demo.test/api/data/v9.2/accounts',
        url: 'http://127.0.0.1:4400/k3y/fabrikam.crm4.demo.test/api/data/v9.2/accounts?$top=1',
        headers: { accept: 'x', 'x-forwarded-host': 'fabrikam.crm4.demo.test' },
      },
    });
  });

  test('not running: its hosts are unreachable, never looked up', () => {
    expect(resolveTarget(request, null)).toMatchObject({
      error: { code: 'network-unreachable', params: { reason: 'demo-cloud-not-running' } },
    });
  });

  test('never gets a request of a real host', () => {
    expect(resolveTarget({ url: `${pinnedOrigin}/x`, pinnedOrigin, headers: {} }, demoCloud)).toMatchObject({
      value: { url: `${pinnedOrigin}/x`, headers: {} },
    });
  });
});
