// A program that knows Microsoft's hosts and nothing else: how it gets to the demo cloud stands in its environment.
import { ClientSecretCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';

const { tenantId, clientId, secret, environment, graphScope } = JSON.parse(process.argv[2] ?? '{}');
const authority = `https://login.microsoftonline.com/${tenantId}`;
const scope = `${environment}/.default`;

const ask = async (url, token) => {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.text() };
};

const app = new ConfidentialClientApplication({ auth: { clientId, clientSecret: secret, authority } });
const byMsal = await app.acquireTokenByClientCredential({ scopes: [scope] });
const { token } = await new ClientSecretCredential(tenantId, clientId, secret).getToken(graphScope);
const away = await fetch('https://example.com/').then(
  () => 'answered',
  () => 'refused',
);
const result = {
  whoAmI: await ask(`${environment}/api/data/v9.2/WhoAmI`, byMsal?.accessToken),
  graph: await ask('https://graph.microsoft.com/v1.0/applications', token),
  away,
};
process.stdout.write(JSON.stringify(result));
