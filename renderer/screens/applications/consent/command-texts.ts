import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Command } from '../command-list.tsx';

const TEXTS = CONSENT_TEXTS.commands;

/**
 * What other tools call a national cloud, by the Microsoft Graph that it has (Microsoft Learn: get-mgenvironment;
 * manage-clouds-azure-cli). The worldwide cloud is what they mean without a word; GCC is part of it.
 */
const NATIONAL: Readonly<Record<string, { readonly az: string; readonly powershell: string }>> = {
  'https://graph.microsoft.us': { az: 'AzureUSGovernment', powershell: 'USGov' },
  'https://dod-graph.microsoft.us': { az: 'AzureUSGovernment', powershell: 'USGovDoD' },
  'https://microsoftgraph.chinacloudapi.cn': { az: 'AzureChinaCloud', powershell: 'China' },
};

/**
 * What an administrator of the client can run instead of opening a link (Microsoft Learn: az ad sp create; New-MgServicePrincipal;
 * serviceprincipal-post-serviceprincipals). `graph` is the Microsoft Graph of the client's cloud, without a slash at the end.
 */
export const consentCommands = (client: {
  readonly clientId: string;
  readonly tenantId: string | null;
  readonly graph: string;
}): readonly Command[] => {
  const { clientId, graph } = client;
  const tenant = client.tenantId ?? '<tenant id>';
  const national = NATIONAL[graph];
  const azCloud = national === undefined ? '' : `az cloud set --name ${national.az} && `;
  const environment = national === undefined ? '' : ` -Environment ${national.powershell}`;
  return [
    {
      tool: TEXTS.az,
      text: `${azCloud}az login --tenant ${tenant} --allow-no-subscriptions && az ad sp create --id ${clientId}`,
    },
    {
      tool: TEXTS.powershell,
      text: `Connect-MgGraph${environment} -TenantId ${tenant} -Scopes Application.ReadWrite.All; New-MgServicePrincipal -AppId ${clientId}`,
    },
    {
      tool: TEXTS.graph,
      text: `POST ${graph}/v1.0/servicePrincipals\nContent-Type: application/json\n\n{ "appId": "${clientId}" }`,
    },
  ];
};
