import { fc } from '@fast-check/vitest';
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { jsonQuoted, powerShellQuoted, shellQuoted } from '../../../main/query/snippets/quote.ts';
import { fetchPagesOf } from '../../../main/query/snippets/fetch-pages.ts';
import type { SnippetCall } from '../../../main/query/snippets/snippet-call.ts';
import { VARIABLES } from '../../../main/query/snippets/snippet-call.ts';
import { snippetsOf } from '../../../main/query/snippets/snippets.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';

const cloud = demoCloud();
const folder = mkdtempSync(join(tmpdir(), 's2s-snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stand-ins with the interface that the snippets use; the requests that they make are real. */
const standIns = (): void => {
  const msal = join(folder, 'node_modules', '@azure', 'msal-node');
  mkdirSync(msal, { recursive: true });
  writeFileSync(join(msal, 'package.json'), '{"type":"module","exports":"./index.js"}');
  writeFileSync(
    join(msal, 'index.js'),
    `import { constants, randomUUID, sign } from 'node:crypto';
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    export class ConfidentialClientApplication {
      constructor({ auth }) { this.auth = auth; }
      proof(aud) {
        const { clientCertificate, clientId, clientSecret } = this.auth;
        if (clientCertificate === undefined) return { client_secret: clientSecret };
        const { privateKey, thumbprintSha256 } = clientCertificate;
        const now = Math.floor(Date.now() / 1000);
        const head = { alg: 'PS256', typ: 'JWT', 'x5t#S256': Buffer.from(thumbprintSha256, 'hex').toString('base64url') };
        const claims = { aud, iss: clientId, sub: clientId, jti: randomUUID(), nbf: now, exp: now + 300 };
        const text = part(head) + '.' + part(claims);
        const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
        const signature = sign('sha256', Buffer.from(text), key).toString('base64url');
        return { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: text + '.' + signature };
      }
      async acquireTokenByClientCredential({ scopes }) {
        const address = this.auth.authority + '/oauth2/v2.0/token';
        const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: this.auth.clientId, ...this.proof(address), scope: scopes[0] });
        const answer = await fetch(address, { method: 'POST', body });
        return { accessToken: (await answer.json()).access_token };
      }
    }`,
  );
  writeFileSync(
    join(folder, 'msal.py'),
    `import base64, hashlib, json, ssl, subprocess, tempfile, time, urllib.parse, urllib.request, uuid
def part(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
class ConfidentialClientApplication:
    def __init__(self, client_id, authority, client_credential):
        self.id, self.authority, self.credential = client_id, authority, client_credential
    def proof(self, aud):
        if isinstance(self.credential, str):
            return {"client_secret": self.credential}
        der = ssl.PEM_cert_to_DER_cert(self.credential["public_certificate"])
        head = {"alg": "PS256", "typ": "JWT", "x5t#S256": part(hashlib.sha256(der).digest())}
        now = int(time.time())
        claims = {"aud": aud, "iss": self.id, "sub": self.id, "jti": str(uuid.uuid4()), "nbf": now, "exp": now + 300}
        text = part(json.dumps(head).encode()) + "." + part(json.dumps(claims).encode())
        with tempfile.NamedTemporaryFile("w") as key:
            key.write(self.credential["private_key"])
            key.flush()
            pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
            signed = subprocess.run(["openssl", "dgst", "-sha256", *pss, "-sign", key.name], input=text.encode(), capture_output=True, check=True)
        return {"client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion": text + "." + part(signed.stdout)}
    def acquire_token_for_client(self, scopes):
        address = self.authority + "/oauth2/v2.0/token"
        form = {"grant_type": "client_credentials", "client_id": self.id, **self.proof(address), "scope": scopes[0]}
        return json.load(urllib.request.urlopen(address, urllib.parse.urlencode(form).encode()))
`,
  );
  writeFileSync(
    join(folder, 'requests.py'),
    `import json, urllib.request
class Answer:
    def __init__(self, status, text):
        self.status_code, self.text = status, text
    def json(self):
        return json.loads(self.text)
def get(address, headers, timeout):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=timeout) as answer:
        return Answer(answer.status, answer.read().decode())
`,
  );
};

const APP = 'Contoso Integration Hub';

const callTo = (query: string, size = 2): { readonly call: SnippetCall; readonly secret: string } => {
  const { clientId, secret = '' } = cloud.app(APP);
  const environment = cloud.environment('Fabrikam Production');
  const { login, origin, key } = cloud.addresses();
  const environmentUrl = `${origin}/${key}/${new URL(environment.url).host}`;
  return {
    secret,
    call: {
      authority: `${login}/${environment.tenantId ?? ''}`,
      clientId,
      environmentUrl,
      address: `${environmentUrl}/api/data/v9.2/${query}`,
      prefer: `odata.maxpagesize=${size},odata.include-annotations="*"`,
      fetchPages: null,
      credential: 'secret',
    },
  };
};

const textIn = (call: SnippetCall, language: string): string =>
  snippetsOf(call).find((one) => one.language === language)?.text ?? '';

const run = (
  command: string,
  args: readonly string[],
  secrets: Readonly<Record<string, string>>,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', PYTHONPATH: folder, ...secrets };
    execFile(command, [...args], { cwd: folder, env, timeout: 20_000 }, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(`${stderr}\n${stdout}`)),
    );
  });

describe('C23: the same call as code', () => {
  const query = `accounts?$select=name&$orderby=name&$filter=${encodeURIComponent("contains(name,'Alder In') and name ne '[x]{y}'")}`;

  const fetchCall = (xml: string, page = 1) => {
    const { call, secret } = callTo(`accounts?fetchXml=${encodeURIComponent(xml)}`);
    const table = `${call.environmentUrl}/api/data/v9.2/accounts`;
    return { secret, call: { ...call, fetchPages: fetchPagesOf(table, xml, page) } };
  };
  const xml = `<fetch count="2"><entity name="account"><attribute name="name" />
    <filter><condition attribute="name" operator="like" value="%a'&lt;&amp;%" /><condition attribute="name" operator="not-null" /></filter>
    <order attribute="name" /></entity></fetch>`;

  const named = (count: number) =>
    xml.replace("%a'&lt;&amp;%", '%Alder In%').replace('count="2"', `count="${count}"`);
  const withChildren = (count: number) =>
    `<fetch count="${count}"><entity name="account"><attribute name="name" />
      <link-entity name="contact" from="parentcustomerid" to="accountid" alias="c"><attribute name="contactid" /></link-entity>
      <filter><condition attribute="name" operator="like" value="%Alder In%" /></filter></entity></fetch>`;

  test.each([
    { what: 'OData', asked: (size: number) => callTo(query, size), id: 'accountid' },
    { what: 'FetchXML', asked: (size: number) => fetchCall(named(size)), id: 'accountid' },
    // By a cookie the contacts that are left of a page's last account would be passed over.
    { what: 'FetchXML of a join', asked: (size: number) => fetchCall(withChildren(size)), id: 'c.contactid' },
  ])(
    'curl, node and python ask $what as the app and get every row, page after page',
    async ({ asked, what, id }) => {
      standIns();
      const programs = [
        { language: 'typescript', size: 5000, file: `${what} whole.mts`, command: process.execPath },
        { language: 'curl', size: 2, file: `${what}.sh`, command: 'sh' },
        { language: 'typescript', size: 2, file: `${what}.mts`, command: process.execPath },
        { language: 'python', size: 2, file: `${what}.py`, command: 'python3' },
      ];
      const ran = await Promise.all(
        programs.map(async ({ command, file, language, size }) => {
          const { call, secret } = asked(size);
          writeFileSync(join(folder, file), textIn(call, language));
          return run(command, [file], { [VARIABLES.secret]: secret });
        }),
      );
      const [whole = [], ...paged] = ran.map((text) =>
        [...text.matchAll(/"([\w.]+)": ?"([^"]+)"/g)].flatMap(([, name, value]) =>
          name === id ? [value] : [],
        ),
      );
      expect(whole.length).toBeGreaterThan(3);
      expect(paged).toEqual([whole, whole, whole]);
    },
    40_000,
  );

  test('curl, node and python prove themselves with a certificate, and get the same rows', async () => {
    standIns();
    const { certificatePem = '', privateKeyPem = '' } = cloud.app(APP);
    const paths = {
      [VARIABLES.certificate]: join(folder, 'app.crt.pem'),
      [VARIABLES.key]: join(folder, 'app.key.pem'),
    };
    writeFileSync(paths[VARIABLES.certificate], certificatePem);
    writeFileSync(paths[VARIABLES.key], privateKeyPem);
    const thumbprint = new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '');
    const call = { ...callTo(query).call, credential: 'certificate' } as const;
    const [curl = [], node = [], python = []] = await Promise.all(
      [
        { language: 'curl', file: 'certificate.sh', command: 'sh' },
        { language: 'typescript', file: 'certificate.mts', command: process.execPath },
        { language: 'python', file: 'certificate.py', command: 'python3' },
      ].map(async ({ command, file, language }) => {
        writeFileSync(join(folder, file), textIn(call, language));
        const ran = await run(command, [file], { ...paths, [VARIABLES.thumbprint]: thumbprint });
        return [...ran.matchAll(/"accountid": ?"([^"]+)"/g)].map(([, id]) => id);
      }),
    );
    expect(curl.length).toBeGreaterThan(3);
    expect(node).toEqual(curl);
    expect(python).toEqual(curl);
  }, 40_000);

  test('no snippet holds a secret; each names the variable that does', () => {
    for (const credential of ['secret', 'certificate'] as const) {
      const { call, secret } = callTo(query);
      for (const { text } of snippetsOf({ ...call, credential })) {
        expect(text).not.toContain(secret);
        expect(Object.values(VARIABLES).some((name) => text.includes(name))).toBe(true);
      }
    }
  });

  test('PowerShell reads it by its own grammar, whatever the query holds', async () => {
    await Parser.init();
    const parser = new Parser();
    const grammar = fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
    parser.setLanguage(await Language.load(grammar));
    for (const query of ["accounts?$filter=name eq 'O''Neill'", 'accounts?$filter=name eq ’x’;$(rm)"`']) {
      for (const credential of ['secret', 'certificate'] as const) {
        const { call } = callTo(query);
        for (const fetchPages of [
          null,
          ...[xml, withChildren(2)].map((it) => fetchCall(it).call.fetchPages),
        ]) {
          const tree = parser.parse(textIn({ ...call, credential, fetchPages }, 'powershell'));
          expect(tree?.rootNode.hasError).toBe(false);
        }
      }
    }
  });
});

describe('a text in a snippet', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((it) => !it.includes('\0'));

  test('is one literal of its language and means itself', () => {
    fc.assert(
      fc.property(text, (it) => {
        expect(JSON.parse(jsonQuoted(it))).toBe(it);
        expect(jsonQuoted(it)).not.toMatch(/[\n\r\u2028\u2029]/);
        const inner = powerShellQuoted(it).slice(1, -1);
        expect(inner.replaceAll(/(['\u2018-\u201B])\1/g, '$1')).toBe(it);
        expect(shellQuoted(it).replaceAll(String.raw`'\''`, '')).toMatch(/^'[^']*'$/);
      }),
    );
  });
});
