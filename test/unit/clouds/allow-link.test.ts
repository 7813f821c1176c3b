import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloudsOf } from '../../support/builders/clouds-of.ts';

const demo = 'http://127.0.0.1:4321';
const { allowLink } = cloudsOf({ demoOrigins: [demo, 'http://localhost:4321'] });

describe('links that the console opens', () => {
  test.each([
    'https://login.microsoftonline.com/error?code=7000215',
    'https://login.microsoftonline.us/common/adminconsent?client_id=x',
    'https://portal.azure.com/#view/x',
    'https://entra.microsoft.com/',
    'https://make.powerapps.com/environments/x',
    'https://admin.powerplatform.microsoft.com/',
    'https://contoso.crm4.dynamics.com/main.aspx',
    'https://contoso.crm.dynamics.cn/',
    'https://learn.microsoft.com/en-us/power-apps/',
    'https://microsoft.com/devicelogin',
    'https://login.microsoft.com/device',
    `${demo}/key/portal`,
    'http://localhost:4321/authorize?client_id=x',
  ])('%s', (link) => {
    expect(allowLink(link)).toEqual({ ok: true, value: new URL(link).href });
  });

  test.each([
    'http://login.microsoftonline.com/',
    'https://login.microsoftonline.com.evil.example/',
    'https://login.microsoftonline.com@evil.example/',
    'https://user:pass@portal.azure.com/',
    'https://portal.azure.com:8443/',
    'https://evil.example/?https://portal.azure.com',
    'https://crm4.dynamics.com.evil.example',
    'https://dynamics.com/',
    'https://microsoft.com/',
    'https://microsoft.com/devicelogin?next=https://evil.example',
    'https://anything.dynamics.com/',
    'http://127.0.0.1:4322/',
    'http://127.0.0.1/',
    'https://127.0.0.1:4321/',
    'http://user@127.0.0.1:4321/',
    'https://xn--login-microsoftonline.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ms-settings:',
    'vbscript:x',
    '//portal.azure.com/',
    'portal.azure.com',
    '',
    `https://portal.azure.com/${'x'.repeat(5000)}`,
  ])('not %s', (link) => {
    expect(allowLink(link)).toMatchObject({ ok: false, error: { code: 'link-not-allowed' } });
  });

  test('the demo cloud’s origin only while it runs', () => {
    const { allowLink: without } = cloudsOf();
    expect(without(`${demo}/`).ok).toBe(false);
  });

  test('whatever is allowed is https to a host of Microsoft, or the demo cloud', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.constantFrom('portal.azure.com', 'a.crm.dynamics.com', '127.0.0.1:4321'),
    );
    const link = fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'ftp://', '', 'https:\\\\'),
        fc.oneof(host, fc.string()),
        fc.string(),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(link, (text) => {
        const allowed = allowLink(text);
        const fine =
          !allowed.ok ||
          /^https:\/\/([a-z0-9-]+\.)*(azure\.com|microsoft\.com|dynamics\.com)\//.test(allowed.value) ||
          allowed.value.startsWith(`${demo}/`);
        expect(fine).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
