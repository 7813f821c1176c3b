import { jsonQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import {
  COOKIE_COMMENT,
  FETCH_ANNOTATIONS,
  NO_COOKIE_COMMENT,
  requestHeaders,
  VARIABLES,
} from './snippet-call.ts';

const signIn = (call: SnippetCall): readonly string[] => {
  const [url, id] = [jsonQuoted(call.environmentUrl), jsonQuoted(call.clientId)];
  return call.credential === 'secret'
    ? [
        `using var client = new ServiceClient(new Uri(${url}), ${id},`,
        `    Environment.GetEnvironmentVariable("${VARIABLES.secret}"), useUniqueInstance: true);`,
      ]
    : [
        `using var certificate = X509Certificate2.CreateFromPemFile(`,
        `    Environment.GetEnvironmentVariable("${VARIABLES.certificate}")!,`,
        `    Environment.GetEnvironmentVariable("${VARIABLES.key}")!);`,
        `using var client = new ServiceClient(certificate, StoreName.My, certificate.Thumbprint,`,
        `    new Uri(${url}), true, null, ${id}, null, null);`,
      ];
};

const nextPage = ({ fetchPages }: SnippetCall): readonly string[] =>
  fetchPages === null
    ? [
        '    address = body.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;',
        '    // The token goes nowhere but to the environment.',
        '    if (address?.StartsWith(root, StringComparison.Ordinal) == false)',
        '        throw new InvalidOperationException($"Not followed: {address}");',
      ]
    : [
        '    address = null;',
        `    if (!body.TryGetProperty("${FETCH_ANNOTATIONS.more}", out var more) || !more.GetBoolean()) break;`,
        '    number += 1;',
        ...(fetchPages.cookies
          ? [
              `    // ${COOKIE_COMMENT}`,
              `    var annotation = body.TryGetProperty("${FETCH_ANNOTATIONS.cookie}", out var text) ? text.GetString() : null;`,
              String.raw`    var raw = Regex.Match(annotation ?? "", "pagingcookie=\"([^\"]*)\"").Groups[1].Value;`,
              '    var cookie = SecurityElement.Escape(Uri.UnescapeDataString(Uri.UnescapeDataString(raw)));',
              String.raw`    var attributes = $" page=\"{number}\"" + (cookie == "" ? "" : $" paging-cookie=\"{cookie}\"");`,
            ]
          : [`    // ${NO_COOKIE_COMMENT}`, String.raw`    var attributes = $" page=\"{number}\"";`]),
        `    address = ${jsonQuoted(fetchPages.start)} + Uri.EscapeDataString(attributes) + ${jsonQuoted(fetchPages.end)};`,
      ];

const usings = ({ credential, fetchPages }: SnippetCall): readonly string[] => [
  ...(fetchPages?.cookies === true ? ['using System.Security;'] : []),
  ...(credential === 'certificate' ? ['using System.Security.Cryptography.X509Certificates;'] : []),
  'using System.Text.Json;',
  ...(fetchPages?.cookies === true ? ['using System.Text.RegularExpressions;'] : []),
  'using Microsoft.PowerPlatform.Dataverse.Client;',
];

/** A program for .NET with ServiceClient, which signs in and sends the same Web API requests, on to the last page. */
export const cSharpSnippet = (call: SnippetCall): string =>
  [
    '// dotnet add package Microsoft.PowerPlatform.Dataverse.Client',
    ...usings(call),
    '',
    ...signIn(call),
    'if (!client.IsReady) throw new InvalidOperationException(client.LastError);',
    '',
    'var headers = new Dictionary<string, List<string>>',
    '{',
    ...requestHeaders(call).map(([name, value]) => `    [${jsonQuoted(name)}] = [${jsonQuoted(value)}],`),
    '};',
    `var root = ${jsonQuoted(`${call.environmentUrl}/api/data/v9.2/`)};`,
    ...(call.fetchPages === null ? [] : [`var number = ${call.fetchPages.page};`]),
    `string? address = ${jsonQuoted(call.address)};`,
    'while (address is not null)',
    '{',
    '    var answer = client.ExecuteWebRequest(HttpMethod.Get, address[root.Length..], string.Empty, headers);',
    '    using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());',
    '    var body = page.RootElement;',
    '    Console.WriteLine(body.TryGetProperty("value", out var rows) ? rows : body);',
    ...nextPage(call),
    '}',
    '',
  ].join('\n');
