import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Command } from '../command-list.tsx';

const TEXTS = CONSENT_TEXTS.commands;

/**
 * What an administrator of the client can run instead of opening a link (Microsoft Learn: az ad sp create; New-MgServicePrincipal;
 * serviceprincipal-post-serviceprincipals).
 */
export const consentCommands = (clientId: string, tenantId: string | null): readonly Command[] => {
  const tenant = tenantId ?? '<tenant id>';
  return [
    {
      tool: TEXTS.az,
      text: `az login --tenant ${tenant} --allow-no-subscriptions && az ad sp create --id ${clientId}`,
    },
    {
      tool: TEXTS.powershell,
      text: `Connect-MgGraph -TenantId ${tenant} -Scopes Application.ReadWrite.All; New-MgServicePrincipal -AppId ${clientId}`,
    },
    {
      tool: TEXTS.graph,
      text: `POST https://graph.microsoft.com/v1.0/servicePrincipals\nContent-Type: application/json\n\n{ "appId": "${clientId}" }`,
    },
  ];
};
