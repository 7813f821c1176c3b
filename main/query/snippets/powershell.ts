import { powerShellQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import { requestHeaders, VARIABLES } from './snippet-call.ts';

/** A script for PowerShell 7 without modules. A certificate cannot sign there: it takes a token instead. */
export const powerShellSnippet = (call: SnippetCall): string => {
  const token =
    call.credential === 'secret'
      ? [
          `# $env:${VARIABLES.secret}: a client secret of the app`,
          `$signedIn = Invoke-RestMethod -Method Post -Uri ${powerShellQuoted(`${call.authority}/oauth2/v2.0/token`)} -Body @{`,
          `  grant_type = 'client_credentials'`,
          `  client_id = ${powerShellQuoted(call.clientId)}`,
          `  client_secret = $env:${VARIABLES.secret}`,
          `  scope = ${powerShellQuoted(`${call.environmentUrl}/.default`)}`,
          '}',
          '$token = $signedIn.access_token',
        ]
      : [
          `# $env:${VARIABLES.token}: a token for the environment; this script cannot sign with a certificate`,
          `$token = $env:${VARIABLES.token}`,
        ];
  return [
    "$ErrorActionPreference = 'Stop'",
    ...token,
    '',
    '$headers = @{',
    '  Authorization = "Bearer $token"',
    ...requestHeaders(call).map(
      ([name, value]) => `  ${powerShellQuoted(name)} = ${powerShellQuoted(value)}`,
    ),
    '}',
    `$environment = ${powerShellQuoted(call.environmentUrl)}`,
    `$address = ${powerShellQuoted(call.address)}`,
    'while ($address) {',
    '  $page = Invoke-RestMethod -Uri $address -Headers $headers',
    '  $page | ConvertTo-Json -Depth 10',
    "  $address = $page.'@odata.nextLink'",
    '  # The token goes nowhere but to the environment.',
    '  if ($address -and -not $address.StartsWith("$environment/")) { throw "Not followed: $address" }',
    '}',
    '',
  ].join('\n');
};
