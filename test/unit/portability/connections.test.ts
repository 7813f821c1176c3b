import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readConnectionString,
  splitConnectionString,
} from '../../../main/portability/formats/connection-string.ts';
import { readImport } from '../../../main/portability/read-import.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '99999999-2222-4333-8444-555555555555';
const URL_OF = 'https://contoso.crm4.dynamics.com';
const SECRET = 'Abc8Q~a;secret="with"=everything';

const read = async (text: string) => {
  const result = await readImport(Buffer.from(text), null);
  if (!result.ok) return { problem: result.error.params['problem'], detail: result.error.params['detail'] };
  if (result.value.kind !== 'connections') throw new Error('taken for an export');
  return result.value.found;
};
const only = async (text: string) => {
  const found = await read(text);
  if ('problem' in found || found.connections.length !== 1) throw new Error(JSON.stringify(found));
  return { format: found.format, ...found.connections[0] };
};

describe('C29: pac', () => {
  const profiles = (...list: readonly unknown[]) => JSON.stringify({ Current: {}, Profiles: list });

  test('an app’s profile and a person’s', async () => {
    const found = await read(
      profiles(
        {
          Kind: 'DATAVERSE',
          Name: 'prod',
          User: APP,
          Resource: `${URL_OF}/`,
          TenantId: TENANT,
          Authority: `https://login.microsoftonline.com/${TENANT}`,
          ProfileType: 1,
        },
        { Kind: 'UNIVERSAL', Name: '', User: 'ada@contoso.com', Resource: URL_OF, FriendlyName: 'Contoso' },
        {},
      ),
    );
    expect(found).toMatchObject({
      format: 'pac',
      unreadable: 1,
      connections: [
        {
          name: 'prod',
          clientId: APP,
          tenantId: TENANT,
          address: `${URL_OF}/`,
          credential: 'elsewhere',
          gaps: [],
        },
        { name: 'Contoso', clientId: null, gaps: ['signs-in-as-a-person'] },
      ],
    });
  });

  test('the tenant is found in the authority, and no environment is none', async () => {
    const found = await only(
      profiles({
        Kind: 'ServicePrincipal',
        User: APP,
        Resource: 'https://service.powerapps.com/',
        Authority: `https://login.microsoftonline.us/${TENANT}/`,
      }),
    );
    expect(found).toMatchObject({ clientId: APP, tenantId: TENANT, address: '' });
  });

  test('an older file in other letters', async () => {
    expect(
      await only(JSON.stringify({ profiles: [{ kind: 'DATAVERSE', user: APP, resource: URL_OF }] })),
    ).toMatchObject({
      name: 'contoso',
      clientId: APP,
    });
  });

  test('secrets that pac on Linux keeps in plain text', async () => {
    expect(await only(JSON.stringify({ [APP]: SECRET }))).toMatchObject({
      format: 'pac-secrets',
      clientId: APP,
      secret: SECRET,
      credential: 'comes',
    });
  });
});

describe('C29: XrmToolBox', () => {
  const file = (...details: readonly string[]) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<CrmConnections xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Connections>${details.map((one) => `<ConnectionDetail>${one}</ConnectionDetail>`).join('')}</Connections></CrmConnections>`;

  test('an app with a secret that it encrypted for itself', async () => {
    expect(
      await only(
        file(
          `<AzureAdAppId>${APP}</AzureAdAppId><S2SClientSecret>c2VjcmV0</S2SClientSecret><ConnectionName>R&amp;D &#8211; test</ConnectionName><NewAuthType>ClientSecret</NewAuthType><OriginalUrl>${URL_OF}/</OriginalUrl><TenantId>${TENANT}</TenantId>`,
        ),
      ),
    ).toMatchObject({
      format: 'xrmtoolbox',
      name: 'R&D – test',
      clientId: APP,
      tenantId: TENANT,
      address: `${URL_OF}/`,
      credential: 'encrypted',
      secret: null,
    });
  });

  test('a certificate of the certificate store', async () => {
    expect(
      await only(
        file(
          `<AzureAdAppId>${APP}</AzureAdAppId><CertificateInfo><Name>CN=x</Name><Thumbprint>9f3c2a7bd1e04c58a6b7c8d9e0f1a2b3c4d5e6f7</Thumbprint></CertificateInfo><OrganizationServiceUrl>https://contoso.api.crm4.dynamics.com/XRMServices/2011/Organization.svc</OrganizationServiceUrl>`,
        ),
      ),
    ).toMatchObject({
      address: URL_OF,
      credential: 'certificate-store',
      thumbprint: '9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7',
    });
  });

  test('a person’s, an own connection string, an empty id, and one of a server', async () => {
    const found = await read(
      file(
        `<NewAuthType>OAuth</NewAuthType><AzureAdAppId>51f81489-12ee-4a9e-aaae-a2591f45987d</AzureAdAppId><OriginalUrl>${URL_OF}</OriginalUrl>`,
        `<ConnectionName>by string</ConnectionName><ConnectionString>AuthType=ClientSecret;Url=${URL_OF};ClientId=${APP};ClientSecret=a&lt;b</ConnectionString>`,
        `<NewAuthType>ClientSecret</NewAuthType><AzureAdAppId>00000000-0000-0000-0000-000000000000</AzureAdAppId><OriginalUrl>${URL_OF}</OriginalUrl>`,
        `<NewAuthType>AD</NewAuthType><OriginalUrl>http://crm/Contoso</OriginalUrl>`,
        `<ConnectionName>empty</ConnectionName>`,
      ),
    );
    expect(found).toMatchObject({
      unreadable: 1,
      connections: [
        { clientId: null, gaps: ['signs-in-as-a-person'] },
        { name: 'by string', clientId: APP, secret: 'a<b', credential: 'comes' },
        { clientId: null, gaps: ['no-client-id'], credential: 'elsewhere' },
        { gaps: ['on-premises', 'signs-in-as-a-person'] },
      ],
    });
  });

  test('its list of files names the files to choose instead', async () => {
    expect(
      await read(
        '<ConnectionsList><Files><ConnectionFile><Name>Default</Name><Path>C:\\mine.xml</Path></ConnectionFile></Files></ConnectionsList>',
      ),
    ).toEqual({ problem: 'list-of-files', detail: 'C:\\mine.xml' });
  });

  test.each([
    [
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><CrmConnections>&b;</CrmConnections>',
      'xml-entities',
    ],
    ['<!DOCTYPE x SYSTEM "file:///etc/passwd"><CrmConnections/>', 'xml-entities'],
    ['<CrmConnections><Connections>', 'xml'],
    ['<html><body>Sign in</body></html>', 'not-recognised'],
  ])('%s is refused', async (text, problem) => {
    expect(await read(text)).toMatchObject({ problem });
  });
});

describe('C29: Power Platform ToolBox', () => {
  test('an export, its store with what it encrypted, and a plain secret', async () => {
    const encrypted = Buffer.alloc(90, 7).toString('base64');
    const found = await read(
      JSON.stringify({
        version: 1,
        exportedAt: '2026-01-01T00:00:00Z',
        connections: [
          {
            name: 'a',
            url: URL_OF,
            environment: 'Dev',
            authenticationType: 'clientSecret',
            clientId: APP,
            tenantId: TENANT,
          },
          {
            name: 'b',
            url: URL_OF,
            authenticationType: 'clientSecret',
            clientId: encrypted,
            clientSecret: encrypted,
          },
          { name: 'c', url: URL_OF, authenticationType: 'clientSecret', clientId: APP, clientSecret: SECRET },
          { name: 'd', url: URL_OF, authenticationType: 'interactive', username: 'ada@contoso.com' },
          {
            name: 'e',
            authenticationType: 'connectionString',
            connectionString: `AuthType=ClientSecret;Url=${URL_OF};ClientId=${APP};Secret=x`,
          },
          'nothing',
        ],
      }),
    );
    expect(found).toMatchObject({
      format: 'power-platform-toolbox',
      unreadable: 1,
      connections: [
        { credential: 'elsewhere', clientId: APP, tenantId: TENANT },
        { credential: 'encrypted', clientId: null, gaps: ['client-id-encrypted'], secret: null },
        { credential: 'comes', secret: SECRET },
        { gaps: ['signs-in-as-a-person'] },
        { name: 'e', clientId: APP, secret: 'x' },
      ],
    });
  });
});

describe('C29: connection strings', () => {
  test('quoting, spaces, order and aliases as .NET has them', async () => {
    const quoted = `"${SECRET.replaceAll('"', '""')}"`;
    expect(
      await only(
        ` Service Uri = ${URL_OF}/ ; AuthenticationType=ClientSecret ;appid={${APP.toUpperCase()}};ClientSecret=${quoted};;`,
      ),
    ).toMatchObject({ clientId: APP, secret: SECRET, address: `${URL_OF}/`, name: 'contoso' });
  });

  test('a certificate, a person, a server, and a way that is not known', async () => {
    const found = await read(
      [
        `# my connections`,
        `AuthType=Certificate;Url=${URL_OF};Thumbprint=9F 3C 2A 7B D1 E0 4C 58 A6 B7 C8 D9 E0 F1 A2 B3 C4 D5 E6 F7;StoreName=My;ClientId=${APP}`,
        `PROD="AuthType=Office365;Username=ada@contoso.com;Password=p;Url=${URL_OF}"`,
        `"AuthType=AD;Url=http://crm/Contoso",`,
        `AuthType=Telepathy;Url=${URL_OF}`,
      ].join('\r\n'),
    );
    expect(found).toMatchObject({
      unreadable: 1,
      connections: [
        { credential: 'certificate-store', thumbprint: '9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7' },
        { name: 'PROD', gaps: ['signs-in-as-a-person'], clientId: null, secret: null },
        { gaps: ['on-premises', 'signs-in-as-a-person'] },
      ],
    });
  });

  test('in settings of programs', async () => {
    const text = `AuthType=ClientSecret;Url=${URL_OF};ClientId=${APP};ClientSecret=x`;
    expect(await only(JSON.stringify({ ConnectionStrings: { Dataverse: text } }))).toMatchObject({
      name: 'Dataverse',
      secret: 'x',
    });
    expect(
      await only(
        `<configuration><connectionStrings><add name="CRM" connectionString="${text}"/></connectionStrings></configuration>`,
      ),
    ).toMatchObject({ name: 'CRM', secret: 'x' });
  });

  test('any values come back as they were put in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,12}$/),
          fc.string({ maxLength: 40 }).filter((text) => !text.includes('\0')),
          { minKeys: 1, maxKeys: 6 },
        ),
        (values) => {
          const text = Object.entries(values)
            .map(([key, value]) => `${key}="${value.replaceAll('"', '""')}"`)
            .join(';');
          expect(Object.fromEntries(splitConnectionString(text) ?? [])).toEqual(values);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('whatever a line holds, reading it ends soon', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^[ =;"'a]{0,200}$/)), (text) => {
        readConnectionString(`AuthType=ClientSecret;${text}`, '');
      }),
      { numRuns: 500 },
    );
    for (const filler of ['=', ' ', '"', "'", ';', 'a ', '=='])
      readConnectionString(`AuthType=${filler.repeat(Math.floor(8000 / filler.length))}x`, '');
    expect(readConnectionString(`AuthType=ClientSecret;Url=${'x'.repeat(9000)}`, '')).toBe(null);
  });
});

describe('C29: what is not a list of connections', () => {
  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['hello', 'not-recognised'],
    ['{"a":1}', 'not-recognised'],
    ['[]', 'not-recognised'],
    ['{"a":', 'json'],
    ['{"Profiles":[{"__proto__":{"x":1}}]}', 'prototype-keys'],
    ['{"connections":[{"constructor":{"prototype":{}}}]}', 'prototype-keys'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'json'],
    ['a\0b', 'binary'],
  ])('%#', async (text, problem) => {
    expect(await read(text)).toMatchObject({ problem });
  });

  test('text as Windows writes it is read', async () => {
    const text = `AuthType=ClientSecret;Url=${URL_OF};ClientId=${APP};ClientSecret=x`;
    const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [littleEndian, Buffer.from(littleEndian).swap16(), Buffer.from(`\uFEFF${text}`)])
      expect(await readImport(Buffer.from(bytes), null)).toMatchObject({ ok: true });
  });

  test('too many are refused', async () => {
    const line = `AuthType=ClientSecret;Url=${URL_OF};ClientId=${APP}\n`;
    expect(await read(line.repeat(5001))).toMatchObject({ problem: 'too-many' });
  });

  test('any text is answered, and no answer repeats a secret', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `<${text}`),
          fc.json().map((text) => `{"Profiles":[${text}]}`),
          fc.json().map((text) => `{"connections":[{"authenticationType":"clientSecret","x":${text}}]}`),
          fc
            .string()
            .map(
              (text) =>
                `<CrmConnections><ConnectionDetail><OriginalUrl>${text}</OriginalUrl></ConnectionDetail></CrmConnections>`,
            ),
        ),
        async (text) => {
          const answer = await readImport(Buffer.from(`${text}${SECRET}`), null);
          expect(answer.ok ? '' : JSON.stringify(answer.error)).not.toContain('Abc8Q');
        },
      ),
      { numRuns: 400 },
    );
  });
});
