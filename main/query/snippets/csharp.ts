import { jsonQuoted } from './quote.ts';
import type { SnippetCall } from './snippet-call.ts';
import { requestHeaders, VARIABLES } from './snippet-call.ts';

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

/** A program for .NET with ServiceClient, which signs in and sends the same Web API request. */
export const cSharpSnippet = (call: SnippetCall): string => {
  const root = `${call.environmentUrl}/api/data/v9.2/`;
  const relative = call.address.startsWith(root) ? call.address.slice(root.length) : call.address;
  return [
    '// dotnet add package Microsoft.PowerPlatform.Dataverse.Client',
    ...(call.credential === 'certificate' ? ['using System.Security.Cryptography.X509Certificates;'] : []),
    'using Microsoft.PowerPlatform.Dataverse.Client;',
    '',
    ...signIn(call),
    'if (!client.IsReady) throw new InvalidOperationException(client.LastError);',
    '',
    'var headers = new Dictionary<string, List<string>>',
    '{',
    ...requestHeaders(call).map(([name, value]) => `    [${jsonQuoted(name)}] = [${jsonQuoted(value)}],`),
    '};',
    `var answer = client.ExecuteWebRequest(HttpMethod.Get, ${jsonQuoted(relative)}, string.Empty, headers);`,
    'Console.WriteLine(await answer.Content.ReadAsStringAsync());',
    '',
  ].join('\n');
};
