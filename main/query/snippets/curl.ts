import { shellQuoted } from './quote.ts';
import type { Proof, SnippetCall } from './snippet-call.ts';
import {
  COOKIE_COMMENT,
  FETCH_ANNOTATIONS,
  NO_COOKIE_COMMENT,
  requestHeaders,
  VARIABLES,
} from './snippet-call.ts';

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
        ...(fetchPages.cookies
          ? [
              `  # ${COOKIE_COMMENT}`,
              `  cookie=$(printf '%s\\n' "$page" \\`,
              String.raw`    | sed -n 's/.*"${pattern(FETCH_ANNOTATIONS.cookie)}" *: *"[^"]*"[0-9]*\\" pagingcookie=\\"\([^"\]*\).*/\1/p' |`,
              `    sed '${AS_ATTRIBUTE}')`,
              '  attributes="%20page%3D%22$number%22${cookie:+%20paging-cookie%3D%22$cookie%22}"',
            ]
          : [`  # ${NO_COOKIE_COMMENT}`, '  attributes="%20page%3D%22$number%22"']),
        `  address=${shellQuoted(fetchPages.start)}"$attributes"${shellQuoted(fetchPages.end)}`,
      ];

/** What proves to Entra who asks (Microsoft Learn: "Microsoft identity platform application authentication certificate credentials"). */
const proof = ({ authority, clientId, credential }: SnippetCall): Proof =>
  credential === 'secret'
    ? {
        before: [`# ${VARIABLES.secret}: a client secret of the app`],
        fields: [`  --data-urlencode client_secret="$${VARIABLES.secret}" \\`],
      }
    : {
        before: [
          `# ${VARIABLES.certificate}, ${VARIABLES.key}: files of the certificate and its key (PEM)`,
          "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
          `thumbprint=$(openssl x509 -in "$${VARIABLES.certificate}" -outform DER | openssl dgst -sha256 -binary | base64url)`,
          'now=$(date +%s)',
          `head=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$thumbprint" | base64url)`,
          `claims=$(printf '{"aud":"%s","iss":"%s","sub":"%s","jti":"%s","nbf":%s,"exp":%s}' \\`,
          `  ${shellQuoted(`${authority}/oauth2/v2.0/token`)} ${shellQuoted(clientId)} ${shellQuoted(clientId)} \\`,
          '  "$(openssl rand -hex 16)" "$now" "$((now + 300))" | base64url)',
          `signature=$(printf '%s.%s' "$head" "$claims" | openssl dgst -sha256 -sign "$${VARIABLES.key}" \\`,
          '  -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1 -binary | base64url)',
        ],
        fields: [
          '  --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\',
          '  --data-urlencode client_assertion="$head.$claims.$signature" \\',
        ],
      };

/** A script for a POSIX shell with curl (and openssl, which signs with a certificate), on to the last page; brackets in an address are no patterns (`--globoff`). */
export const curlSnippet = (call: SnippetCall): string => {
  const { before, fields } = proof(call);
  const headers = requestHeaders(call).map(
    ([name, value]) => `    --header ${shellQuoted(`${name}: ${value}`)}`,
  );
  return [
    '#!/bin/sh',
    'set -eu',
    ...before,
    `token=$(curl --silent --show-error --fail ${shellQuoted(`${call.authority}/oauth2/v2.0/token`)} \\`,
    '  --data-urlencode grant_type=client_credentials \\',
    `  --data-urlencode client_id=${shellQuoted(call.clientId)} \\`,
    ...fields,
    `  --data-urlencode scope=${shellQuoted(`${call.environmentUrl}/.default`)} \\`,
    `  | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`,
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
