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
    ? [`    client_credential=os.environ["${VARIABLES.secret}"],`]
    : [
        '    client_credential={',
        `        "private_key": open(os.environ["${VARIABLES.key}"]).read(),`,
        `        "public_certificate": open(os.environ["${VARIABLES.certificate}"]).read(),`,
        '    },',
      ];

const nextPage = ({ fetchPages }: SnippetCall): readonly string[] =>
  fetchPages === null
    ? [
        '    address = page.get("@odata.nextLink")',
        '    # The token goes nowhere but to the environment.',
        '    if address is not None and not address.startswith(environment + "/"):',
        '        raise SystemExit(f"Not followed: {address}")',
      ]
    : [
        '    address = None',
        `    if page.get("${FETCH_ANNOTATIONS.more}"):`,
        '        number += 1',
        ...(fetchPages.cookies
          ? [
              `        # ${COOKIE_COMMENT}`,
              `        found = re.search('pagingcookie="([^"]*)"', page.get("${FETCH_ANNOTATIONS.cookie}", ""))`,
              '        cookie = html.escape(unquote(unquote(found[1]))) if found else ""',
              `        attributes = f' page="{number}"' + (f' paging-cookie="{cookie}"' if cookie else "")`,
            ]
          : [`        # ${NO_COOKIE_COMMENT}`, `        attributes = f' page="{number}"'`]),
        `        address = ${jsonQuoted(fetchPages.start)} + quote(attributes, safe="") + ${jsonQuoted(fetchPages.end)}`,
      ];

const importsOf = ({ fetchPages }: SnippetCall): readonly string[] => {
  if (fetchPages === null) return [];
  return fetchPages.cookies
    ? ['import re', 'from urllib.parse import quote, unquote']
    : ['from urllib.parse import quote'];
};

/** A script for Python 3 with msal and requests; it goes on to the last page, as long as pages stay at the environment. */
export const pythonSnippet = (call: SnippetCall): string =>
  [
    '# pip install msal requests',
    ...(call.fetchPages?.cookies === true ? ['import html'] : []),
    'import json',
    'import os',
    ...importsOf(call),
    '',
    'import msal',
    'import requests',
    '',
    'app = msal.ConfidentialClientApplication(',
    `    ${jsonQuoted(call.clientId)},`,
    `    authority=${jsonQuoted(call.authority)},`,
    ...credential(call),
    ')',
    `signed_in = app.acquire_token_for_client(scopes=[${jsonQuoted(`${call.environmentUrl}/.default`)}])`,
    'if "access_token" not in signed_in:',
    "    raise SystemExit(f\"{signed_in.get('error')}: {signed_in.get('error_description')}\")",
    '',
    'headers = {',
    '    "Authorization": f"Bearer {signed_in[\'access_token\']}",',
    ...requestHeaders(call).map(([name, value]) => `    ${jsonQuoted(name)}: ${jsonQuoted(value)},`),
    '}',
    call.fetchPages === null
      ? `environment = ${jsonQuoted(call.environmentUrl)}`
      : `number = ${call.fetchPages.page}`,
    `address = ${jsonQuoted(call.address)}`,
    'while address is not None:',
    '    answer = requests.get(address, headers=headers, timeout=60)',
    '    if answer.status_code >= 400:',
    '        raise SystemExit(f"{answer.status_code} {answer.text}")',
    '    page = answer.json()',
    '    print(json.dumps(page.get("value", page), indent=2))',
    ...nextPage(call),
    '',
  ].join('\n');
