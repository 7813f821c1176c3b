import { powerShellQuoted } from './quote.ts';
import type { Proof, SnippetCall } from './snippet-call.ts';
import {
  COOKIE_COMMENT,
  FETCH_ANNOTATIONS,
  NO_COOKIE_COMMENT,
  requestHeaders,
  VARIABLES,
} from './snippet-call.ts';

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
        `    $attributes = ' page="{0}"' -f $number`,
        ...(fetchPages.cookies
          ? [
              `    # ${COOKIE_COMMENT}`,
              `    $raw = [regex]::Match([string]$page.'${FETCH_ANNOTATIONS.cookie}', 'pagingcookie="([^"]*)"').Groups[1].Value`,
              '    $cookie = [Security.SecurityElement]::Escape([uri]::UnescapeDataString([uri]::UnescapeDataString($raw)))',
              `    if ($cookie) { $attributes += ' paging-cookie="' + $cookie + '"' }`,
            ]
          : [`    # ${NO_COOKIE_COMMENT}`]),
        `    $address = ${powerShellQuoted(fetchPages.start)} + [uri]::EscapeDataString($attributes) + ${powerShellQuoted(fetchPages.end)}`,
        '  }',
      ];

/** The fields that prove who asks, and what is made for them (Microsoft Learn: "Microsoft identity platform application authentication certificate credentials"). */
const proof = ({ authority, clientId, credential }: SnippetCall): Proof => {
  if (credential === 'secret')
    return {
      before: [`# $env:${VARIABLES.secret}: a client secret of the app`],
      fields: [`  client_secret = $env:${VARIABLES.secret}`],
    };
  const [audience, id] = [powerShellQuoted(`${authority}/oauth2/v2.0/token`), powerShellQuoted(clientId)];
  return {
    before: [
      `# $env:${VARIABLES.certificate}, $env:${VARIABLES.key}: files of the certificate and its key (PEM)`,
      '$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile(',
      `  $env:${VARIABLES.certificate}, $env:${VARIABLES.key})`,
      '$sha256 = [Security.Cryptography.HashAlgorithmName]::SHA256',
      'function ConvertTo-Base64Url([byte[]] $bytes) {',
      `  [Convert]::ToBase64String($bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')`,
      '}',
      'function ConvertTo-JwtPart($value) {',
      '  ConvertTo-Base64Url ([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $value -Compress)))',
      '}',
      '$now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()',
      '$head = @{',
      `  alg = 'PS256'; typ = 'JWT'; 'x5t#S256' = ConvertTo-Base64Url ($certificate.GetCertHash($sha256))`,
      '}',
      '$claims = @{',
      `  aud = ${audience}; iss = ${id}; sub = ${id}`,
      '  jti = [guid]::NewGuid().ToString(); nbf = $now; exp = $now + 300',
      '}',
      '$text = "$(ConvertTo-JwtPart $head).$(ConvertTo-JwtPart $claims)"',
      '$rsa = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)',
      '$pss = [Security.Cryptography.RSASignaturePadding]::Pss',
      '$signature = ConvertTo-Base64Url ($rsa.SignData([Text.Encoding]::ASCII.GetBytes($text), $sha256, $pss))',
    ],
    fields: [
      `  client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'`,
      '  client_assertion = "$text.$signature"',
    ],
  };
};

/** A script for PowerShell 7 without modules, on to the last page. */
export const powerShellSnippet = (call: SnippetCall): string => {
  const { before, fields } = proof(call);
  return [
    "$ErrorActionPreference = 'Stop'",
    ...before,
    `$signedIn = Invoke-RestMethod -Method Post -Uri ${powerShellQuoted(`${call.authority}/oauth2/v2.0/token`)} -Body @{`,
    `  grant_type = 'client_credentials'`,
    `  client_id = ${powerShellQuoted(call.clientId)}`,
    ...fields,
    `  scope = ${powerShellQuoted(`${call.environmentUrl}/.default`)}`,
    '}',
    '',
    '$headers = @{',
    '  Authorization = "Bearer $($signedIn.access_token)"',
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
