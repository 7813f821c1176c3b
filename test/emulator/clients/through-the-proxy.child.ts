/** A program that knows Microsoft's hosts and nothing else: how it gets to the demo cloud stands in its environment alone. */
import { ClientSecretCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { z } from 'zod';

const { tenantId, clientId, secret, environment } = z
  .object({ tenantId: z.string(), clientId: z.string(), secret: z.string(), environment: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

async function ask(url: string, token: string) {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.text() };
}

const app = new ConfidentialClientApplication({
  auth: { clientId, clientSecret: secret, authority: `https://login.microsoftonline.com/${tenantId}` },
});
const byMsal = await app.acquireTokenByClientCredential({ scopes: [`${environment}/.default`] });
const graph = 'https://graph.microsoft.com';
const { token } = await new ClientSecretCredential(tenantId, clientId, secret).getToken(`${graph}/.default`);
const away = await fetch('https://example.com/').then(
  () => 'answered',
  () => 'refused',
);
process.stdout.write(
  JSON.stringify({
    whoAmI: await ask(`${environment}/api/data/v9.2/WhoAmI`, byMsal?.accessToken ?? ''),
    graph: await ask(`${graph}/v1.0/applications`, token),
    away,
  }),
);
