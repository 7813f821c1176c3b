import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrgUrl } from '../../../preload/contract/words/ids.ts';
import { cloudsOf } from '../../support/builders/clouds-of.ts';

const clouds = cloudsOf();
const guid = '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11';

describe('what people paste for an environment', () => {
  test.each([
    ['https://contoso.crm4.dynamics.com', 'public', 'EMEA'],
    ['contoso.crm4.dynamics.com', 'public', 'EMEA'],
    ['  HTTPS://Contoso.CRM4.Dynamics.com/  ', 'public', 'EMEA'],
    ['http://contoso.crm4.dynamics.com/', 'public', 'EMEA'],
    ['https://contoso.api.crm4.dynamics.com/api/data/v9.2/accounts?$top=1', 'public', 'EMEA'],
    [`https://contoso.crm4.dynamics.com/main.aspx?appid=${guid}&pagetype=entitylist`, 'public', 'EMEA'],
    ['https://contoso.crm4.dynamics.com:443/main.aspx#123', 'public', 'EMEA'],
    ['<https://contoso.crm4.dynamics.com>', 'public', 'EMEA'],
    ['"contoso.crm4.dynamics.com".', 'public', 'EMEA'],
    [
      'AuthType=ClientSecret;Url=https://contoso.crm4.dynamics.com;ClientId=x;ClientSecret=s',
      'public',
      'EMEA',
    ],
    ['scope=https%3A%2F%2Fcontoso.crm4.dynamics.com%2F.default', 'public', 'EMEA'],
    [
      'https://login.microsoftonline.com/?resource=https%253A%252F%252Fcontoso.crm4.dynamics.com',
      'public',
      'EMEA',
    ],
    ['https://contoso.crm4.dynamics.com/?other=https://fabrikam.crm4.dynamics.com', 'public', 'EMEA'],
  ])('%s', (text, cloud, region) => {
    expect(clouds.understand(text)).toEqual({
      ok: true,
      value: { url: 'https://contoso.crm4.dynamics.com', cloud, region },
    });
  });

  test.each([
    ['contoso.crm.dynamics.com', 'public', 'North America'],
    ['contoso.crm99.dynamics.com', 'public', null],
    ['contoso.crm9.dynamics.com', 'gcc', 'GCC'],
    ['contoso.crm.microsoftdynamics.us', 'gcc-high', null],
    ['contoso.crm.appsplatform.us', 'dod', null],
    ['contoso.crm.dynamics.cn', 'china', null],
    ['contoso.crm4.demo.test', 'demo', 'EMEA'],
    ['crm.contoso.example', null, null],
  ])('%s belongs to %s', (host, cloud, region) => {
    expect(clouds.understand(host)).toEqual({ ok: true, value: { url: `https://${host}`, cloud, region } });
  });

  test.each([
    ['', 'empty'],
    ['hello', 'not-a-url'],
    ['127.0.0.1', 'not-a-url'],
    ['https://[::1]/', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['https://user:password@crm.contoso.example', 'not-a-url'],
    ['https://cöntoso.crm.dynamics.com', 'not-a-url'],
    [guid, 'environment-id'],
    [`https://make.powerapps.com/environments/Default-${guid}/home`, 'environment-id'],
    ['https://make.powerapps.com', 'portal-page'],
    ['https://portal.azure.com/#home', 'portal-page'],
    ['contoso.crm.microsoftdynamics.de', 'retired-cloud'],
    ['https://globaldisco.crm.dynamics.com', 'not-dataverse'],
    ['contoso.operations.dynamics.com', 'not-dataverse'],
    ['move contoso.crm.dynamics.com to fabrikam.crm.dynamics.com', 'several-environments'],
  ])('%s is refused: %s', (text, reason) => {
    expect(clouds.understand(text)).toMatchObject({
      ok: false,
      error: { code: 'url-not-understood', params: { reason } },
    });
  });

  test('a host that only looks like one of Microsoft belongs to no cloud', () => {
    expect(clouds.understand('https://contoso.crm.dynamics.com.evil.example')).toMatchObject({
      value: { url: 'https://contoso.crm.dynamics.com.evil.example', cloud: null },
    });
  });

  test('a refused connection string is not said back: there can be a secret in it', () => {
    const refused = clouds.understand('AuthType=ClientSecret;ClientSecret=canary;Url=nowhere');
    expect(JSON.stringify(refused)).not.toContain('canary');
  });
});

describe('properties', () => {
  const org = fc
    .stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
    .filter((name) => !['api', 'disco', 'globaldisco'].includes(name));
  const domain = fc.constantFrom(
    'dynamics.com',
    'microsoftdynamics.us',
    'appsplatform.us',
    'dynamics.cn',
    'demo.test',
  );
  const region = fc.oneof(fc.constant(''), fc.integer({ min: 2, max: 99 }).map(String));

  test('every way of writing an environment leads to the same origin', () => {
    fc.assert(
      fc.property(
        org,
        region,
        domain,
        fc.constantFrom('', 'https://', 'http://', 'HTTPS://', '  https://'),
        fc.constantFrom('', '.api'),
        fc.constantFrom(
          '',
          '/',
          '/main.aspx?x=1',
          '/api/data/v9.2',
          '/api/data/v9.2/WhoAmI()',
          ':443/',
          '#top',
          ' ',
        ),
        fc.boolean(),
        (name, number, ending, scheme, api, rest, upper) => {
          const text = `${scheme}${name}${api}.crm${number}.${ending}${rest}`;
          const result = clouds.understand(upper ? text.toUpperCase() : text);
          expect(result).toMatchObject({
            ok: true,
            value: { url: `https://${name}.crm${number}.${ending}` },
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('whatever is understood is a normalised origin, and understanding it again changes nothing; garbage never throws', () => {
    const piece = fc.constantFrom(
      'https://',
      '.crm4',
      '.dynamics.com',
      '.api',
      '%2F',
      '@',
      ':',
      '..',
      guid,
      ';',
      '=',
      '-',
      'x',
    );
    const noise = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const result = clouds.understand(text);
        const again = result.ok ? clouds.understand(result.value.url) : result;
        expect(again).toEqual(result);
        expect(!result.ok || parseOrgUrl(result.value.url) === result.value.url).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
