import { powerShellQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import { COOKIE_COMMENT, FETCH_ANNOTATIONS, requestHeaders, VARIABLES } from './snippet-call.ts';

const nextPage = ({ fetchPages }: SnippetCall): readonly string[] =>
  fetchPages === null
    ? [
        "  $address = $page.'@odata.nextLink'",
        '  # The token goes nowhere but to the environment.',
        '  if ($address -and -not $address.StartsWith("$environment/")) { throw "Not followed: $address" }',
      ]
    : [
        '  $address = $null',
        `  if ($page.'${FETCH_ANNOTATIONS.more}') {`,
        '    $number += 1',
        `    # ${COOKIE_COMMENT}`,
        `    $raw = [regex]::Match([string]$page.'${FETCH_ANNOTATIONS.cookie}', 'pagingcookie="([^"]*)"').Groups[1].Value`,
        '    $cookie = [Security.SecurityElement]::Escape([uri]::UnescapeDataString([uri]::UnescapeDataString($raw)))',
        `    $attributes = ' page="{0}"' -f $number`,
        `    if ($cookie) { $attributes += ' paging-cookie="' + $cookie + '"' }`,
        `    $address = ${powerShellQuoted(fetchPages.start)} + [uri]::EscapeDataString($attributes) + ${powerShellQuoted(fetchPages.end)}`,
        '  }',
      ];

/** A script for PowerShell 7 without modules, on to the last page. A certificate cannot sign there: it takes a token instead. */
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
    call.fetchPages === null
      ? `$environment = ${powerShellQuoted(call.environmentUrl)}`
      : `$number = ${call.fetchPages.page}`,
    `$address = ${powerShellQuoted(call.address)}`,
    'while ($address) {',
    '  $page = Invoke-RestMethod -Uri $address -Headers $headers',
    '  $page | ConvertTo-Json -Depth 10',
    ...nextPage(call),
    '}',
    '',
  ].join('\n');
};
