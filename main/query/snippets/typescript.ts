import { jsonQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import {
  COOKIE_COMMENT,
  FETCH_ANNOTATIONS,
  NO_COOKIE_COMMENT,
  requestHeaders,
  VARIABLES,
} from './snippet-call.ts';

const credential = ({ credential }: SnippetCall): readonly string[] =>
  credential === 'secret'
    ? [`    clientSecret: environmentVariable('${VARIABLES.secret}'),`]
    : [
        '    clientCertificate: {',
        `      thumbprintSha256: environmentVariable('${VARIABLES.thumbprint}'),`,
        `      privateKey: readFileSync(environmentVariable('${VARIABLES.key}'), 'utf8'),`,
        '    },',
      ];

const nextPage = ({ fetchPages }: SnippetCall): readonly string[] =>
  fetchPages === null
    ? [
        "  address = page['@odata.nextLink'];",
        '  // The token goes nowhere but to the environment.',
        '  if (address !== undefined && !address.startsWith(`${environment}/`)) throw new Error(`Not followed: ${address}`);',
      ]
    : [
        '  address = undefined;',
        `  if (page['${FETCH_ANNOTATIONS.more}'] === true) {`,
        '    number += 1;',
        ...(fetchPages.cookies
          ? [
              `    // ${COOKIE_COMMENT}`,
              `    const raw = /pagingcookie="([^"]*)"/.exec(page['${FETCH_ANNOTATIONS.cookie}'] ?? '')?.[1] ?? '';`,
              '    const cookie = decodeURIComponent(decodeURIComponent(raw)).replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);',
              '    const attributes = ` page="${number}"${cookie === \'\' ? \'\' : ` paging-cookie="${cookie}"`}`;',
            ]
          : [`    // ${NO_COOKIE_COMMENT}`, '    const attributes = ` page="${number}"`;']),
        `    address = ${jsonQuoted(fetchPages.start)} + encodeURIComponent(attributes) + ${jsonQuoted(fetchPages.end)};`,
        '  }',
      ];

/** A module for Node 24 with @azure/msal-node and fetch; it goes on to the last page, as long as pages stay at the environment. */
export const typeScriptSnippet = (call: SnippetCall): string =>
  [
    ...(call.credential === 'certificate' ? ["import { readFileSync } from 'node:fs';"] : []),
    "import { ConfidentialClientApplication } from '@azure/msal-node';",
    '',
    'const environmentVariable = (name: string): string => {',
    '  const value = process.env[name];',
    "  if (value === undefined || value === '') throw new Error(`Set ${name}.`);",
    '  return value;',
    '};',
    '',
    'const app = new ConfidentialClientApplication({',
    '  auth: {',
    `    authority: ${jsonQuoted(call.authority)},`,
    `    clientId: ${jsonQuoted(call.clientId)},`,
    ...credential(call),
    '  },',
    '});',
    'const signedIn = await app.acquireTokenByClientCredential({',
    `  scopes: [${jsonQuoted(`${call.environmentUrl}/.default`)}],`,
    '});',
    "if (signedIn === null) throw new Error('No token.');",
    '',
    call.fetchPages === null
      ? `const environment = ${jsonQuoted(call.environmentUrl)};`
      : `let number = ${call.fetchPages.page};`,
    `let address: string | undefined = ${jsonQuoted(call.address)};`,
    'while (address !== undefined) {',
    '  const answer = await fetch(address, {',
    '    headers: {',
    '      Authorization: `Bearer ${signedIn.accessToken}`,',
    ...requestHeaders(call).map(([name, value]) => `      ${jsonQuoted(name)}: ${jsonQuoted(value)},`),
    '    },',
    '  });',
    '  const text = await answer.text();',
    '  if (!answer.ok) throw new Error(`${answer.status} ${text}`);',
    '  const page = JSON.parse(text);',
    '  console.log(JSON.stringify(page.value ?? page, null, 2));',
    ...nextPage(call),
    '}',
    '',
  ].join('\n');
