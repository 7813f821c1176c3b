/** A program for one of Microsoft's clouds: what it knows of it stands in the libraries of Azure. */
import { AzureAuthorityHosts, ClientSecretCredential } from '@azure/identity';
import { AzureCloudInstance, ConfidentialClientApplication } from '@azure/msal-node';
import { z } from 'zod';

const { cloud, tenantId, otherTenant, clientId, secret, environment } = z
  .object({
    cloud: z.enum(['government', 'china', 'public']),
    tenantId: z.string(),
    otherTenant: z.string(),
    clientId: z.string(),
    secret: z.string(),
    environment: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const hosts = {
  government: AzureAuthorityHosts.AzureGovernment,
  china: AzureAuthorityHosts.AzureChina,
  public: AzureAuthorityHosts.AzurePublicCloud,
};
const instances = {
  government: AzureCloudInstance.AzureUsGovernment,
  china: AzureCloudInstance.AzureChina,
  public: AzureCloudInstance.AzurePublic,
};
const scope = `${environment}/.default`;
const refusal = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const credential = (tenant: string) =>
  new ClientSecretCredential(tenant, clientId, secret, { authorityHost: hosts[cloud] });
const msal = (tenant: string) =>
  new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: secret,
      authority: `${instances[cloud]}/${tenant}`,
    },
  });

const { token } = await credential(tenantId).getToken(scope);
const answer = await fetch(`${environment}/api/data/v9.2/WhoAmI`, {
  headers: { authorization: `Bearer ${token}` },
});
const byMsal = await msal(tenantId).acquireTokenByClientCredential({ scopes: [scope] });
process.stdout.write(
  JSON.stringify({
    whoAmI: answer.status,
    byMsal: byMsal?.accessToken ?? '',
    elsewhere: await credential(otherTenant)
      .getToken(scope)
      .then(() => 'given', refusal),
    unknown: await credential('11111111-2222-4333-8444-555555555555')
      .getToken(scope)
      .then(() => 'given', refusal),
  }),
);
