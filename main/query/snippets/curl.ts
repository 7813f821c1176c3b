import { shellQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import { COOKIE_COMMENT, FETCH_ANNOTATIONS, requestHeaders, VARIABLES } from './snippet-call.ts';

const pattern = (name: string): string => name.replaceAll('.', String.raw`\.`);

/** What was decoded once stands URL-encoded, and becomes the value of an attribute, URL-encoded. */
const AS_ATTRIBUTE = [
  's/%25/%/g',
  's/%26/%26amp%3B/g',
  's/%3[Cc]/%26lt%3B/g',
  's/%3[Ee]/%26gt%3B/g',
  's/%22/%26quot%3B/g',
].join('; ');

const nextPage = ({ fetchPages }: SnippetCall): readonly string[] =>
  fetchPages === null
    ? [
        String.raw`  address=$(printf '%s\n' "$page" | sed -n 's/.*"@odata\.nextLink" *: *"\([^"]*\)".*/\1/p')`,
        '  # The token goes nowhere but to the environment.',
        '  case $address in',
        '    "" | "$environment"/*) ;;',
        '    *) echo "Not followed: $address" >&2; exit 1 ;;',
        '  esac',
      ]
    : [
        `  more=$(printf '%s\\n' "$page" | sed -n 's/.*"${pattern(FETCH_ANNOTATIONS.more)}" *: *true.*/yes/p')`,
        '  [ -n "$more" ] || break',
        '  number=$((number + 1))',
        `  # ${COOKIE_COMMENT}`,
        `  cookie=$(printf '%s\\n' "$page" \\`,
        String.raw`    | sed -n 's/.*"${pattern(FETCH_ANNOTATIONS.cookie)}" *: *"[^"]*"[0-9]*\\" pagingcookie=\\"\([^"\]*\).*/\1/p' |`,
        `    sed '${AS_ATTRIBUTE}')`,
        '  attributes="%20page%3D%22$number%22${cookie:+%20paging-cookie%3D%22$cookie%22}"',
        `  address=${shellQuoted(fetchPages.start)}"$attributes"${shellQuoted(fetchPages.end)}`,
      ];

/** A script for a POSIX shell with curl, on to the last page; brackets in an address are no patterns (`--globoff`). A certificate cannot sign there: it takes a token instead. */
export const curlSnippet = (call: SnippetCall): string => {
  const token =
    call.credential === 'secret'
      ? [
          `# ${VARIABLES.secret}: a client secret of the app`,
          `token=$(curl --silent --show-error --fail ${shellQuoted(`${call.authority}/oauth2/v2.0/token`)} \\`,
          `  --data-urlencode grant_type=client_credentials \\`,
          `  --data-urlencode client_id=${shellQuoted(call.clientId)} \\`,
          `  --data-urlencode client_secret="$${VARIABLES.secret}" \\`,
          `  --data-urlencode scope=${shellQuoted(`${call.environmentUrl}/.default`)} \\`,
          `  | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`,
        ]
      : [
          `# ${VARIABLES.token}: a token for ${call.environmentUrl}; a shell cannot sign with a certificate`,
          `token="$${VARIABLES.token}"`,
        ];
  const headers = requestHeaders(call).map(
    ([name, value]) => `    --header ${shellQuoted(`${name}: ${value}`)}`,
  );
  return [
    '#!/bin/sh',
    'set -eu',
    ...token,
    '',
    call.fetchPages === null
      ? `environment=${shellQuoted(call.environmentUrl)}`
      : `number=${call.fetchPages.page}`,
    `address=${shellQuoted(call.address)}`,
    'while [ -n "$address" ]; do',
    '  page=$(curl --silent --show-error --fail-with-body --globoff "$address" \\',
    [`    --header "Authorization: Bearer $token"`, ...headers].join(' \\\n') +
      `) || { printf '%s\\n' "$page" >&2; exit 1; }`,
    String.raw`  printf '%s\n' "$page"`,
    ...nextPage(call),
    'done',
    '',
  ].join('\n');
};
