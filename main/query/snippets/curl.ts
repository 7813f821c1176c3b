import { shellQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import { requestHeaders, VARIABLES } from './snippet-call.ts';

/** A script for a POSIX shell with curl; brackets in an address are no patterns (`--globoff`). A certificate cannot sign there: it takes a token instead. */
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
    ([name, value]) => `  --header ${shellQuoted(`${name}: ${value}`)}`,
  );
  return [
    '#!/bin/sh',
    'set -eu',
    ...token,
    '',
    `curl --silent --show-error --fail-with-body --globoff ${shellQuoted(call.address)} \\`,
    [`  --header "Authorization: Bearer $token"`, ...headers].join(' \\\n'),
    '',
  ].join('\n');
};
