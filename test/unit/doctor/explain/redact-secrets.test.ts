import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainText } from '../../../../main/doctor/explain/explain-text.ts';
import { redactSecrets } from '../../../../main/doctor/explain/redact-secrets.ts';

const letters = (signs: string, from: number, to: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from(signs)), { minLength: from, maxLength: to })
    .map((all) => all.join(''));
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** As Entra makes them: three characters, a digit, `Q~`. */
const secret = fc
  .tuple(letters(BASE64URL, 3, 3), letters('0123456789', 1, 1), letters(`${BASE64URL}~.`, 31, 34))
  .map(([a, b, c]) => `${a}${b}Q~${c}x`);
/** Whatever else somebody chose as a password. */
const password = letters('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!%$#@*+', 12, 30).map(
  (text) => `Zq7${text}`,
);
const token = fc
  .tuple(letters(BASE64URL, 30, 80), letters(BASE64URL, 60, 200), letters(BASE64URL, 40, 90))
  .map(([head, claims, signature]) => `eyJ${head}.eyJ${claims}.${signature}`);

/** Texts around a secret, in the ways in which programs print one. */
const AROUND: readonly ((secret: string) => string)[] = [
  (it) => `client_secret=${it}&scope=x`,
  (it) => `curl -d 'client_id=1&client_secret=${it}' https://login`,
  (it) => `{"client_secret":"${it}"}`,
  (it) => JSON.stringify(JSON.stringify({ client_secret: it })),
  (it) => `{\\u0022clientSecret\\u0022:\\u0022${it}\\u0022}`,
  (it) => `"clientSecret": "${it}",`,
  (it) => `AuthType=ClientSecret;Url=https://x;ClientId=1;ClientSecret=${it};`,
  (it) => `$clientSecret = "${it}"`,
  (it) => `Connect -ClientSecret ${it} -Tenant x`,
  (it) => `ConvertTo-SecureString "${it}" -AsPlainText -Force`,
  (it) => `AZURE_CLIENT_SECRET=${it}`,
  (it) => `<password>${it}</password>`,
  (it) => `Password='${it}'`,
  (it) => `secretText: ${it}`,
  (it) => `&quot;password&quot;: &quot;${it}&quot;`,
  (it) => `Authorization: Basic ${it}`,
  (it) => `> Authorization: Bearer ${it}`,
  (it) => `'Authorization': 'Bearer ${it}'`,
  (it) => `curl -H "Authorization: Bearer ${it}"`,
  (it) => `Cookie: session=${it}; other=${it}`,
  (it) => `refresh_token=${it}`,
];
const ERROR =
  '\n{"error":{"code":"0x80040220","message":"user is missing prvReadaccount privilege"}} 0x80072560 AADSTS7000215: Invalid client secret provided.';

describe('secrets in a pasted text', () => {
  test('none is told again, however it is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(secret, token, password),
        fc.constantFrom(...AROUND),
        fc.boolean(),
        (hidden, around, oneLine) => {
          const text = `${around(hidden)}${oneLine ? ERROR.replace('\n', ' ') : ERROR}`;
          expect(JSON.stringify(explainText(text))).not.toContain(hidden);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a token or a secret of Entra is taken out wherever it stands', () => {
    fc.assert(
      fc.property(fc.oneof(secret, token), (hidden) => {
        expect(redactSecrets(`something ${hidden} else`)).not.toContain(hidden);
        expect(redactSecrets(`x="${hidden}"`)).not.toContain(hidden);
      }),
    );
  });

  test('a private key is taken out, and its lines stay lines', () => {
    const key = `before\n-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(5)}-----END PRIVATE KEY-----\nafter`;
    const redacted = redactSecrets(key);
    expect(redacted).not.toContain('MIIEvQ');
    expect(redacted.split('\n')).toHaveLength(key.split('\n').length);
  });

  test('what is no secret stays: ids, addresses, names, prose about secrets', () => {
    const text =
      "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'a1b2c3d4-0000-4111-8222-333344445555'. https://contoso.crm4.dynamics.com/api/data/v9.2/accounts?$select=name Microsoft.PowerPlatform.Dataverse.Client.ServiceClient.ExecuteAsyncInternalWithRetries";
    expect(redactSecrets(text)).toBe(text);
  });
});
