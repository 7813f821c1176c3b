import type { CloudRow } from './cloud-row.ts';

/**
 * The clouds that ship with the console. Hosts: Microsoft Learn (authentication-national-cloud, Graph deployments, Dataverse
 * discovery-service); admin APIs and their resources: constants of microsoft/terraform-provider-power-platform. Sources disagree on the
 * admin resource of GCC and GCC High, so a custom row can replace every host.
 */
export const BUILT_IN_CLOUD_ROWS: readonly CloudRow[] = [
  {
    id: 'public',
    name: 'Public',
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    discovery: 'https://globaldisco.crm.dynamics.com',
    admin: 'https://api.bap.microsoft.com',
    adminResource: 'https://service.powerapps.com',
    environmentSuffixes: ['.dynamics.com'],
    pages: [
      'portal.azure.com',
      'entra.microsoft.com',
      'make.powerapps.com',
      'admin.powerplatform.microsoft.com',
    ],
    pacName: 'Public',
  },
  {
    id: 'gcc',
    name: 'GCC (US government)',
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    discovery: 'https://globaldisco.crm9.dynamics.com',
    admin: 'https://gov.api.bap.microsoft.us',
    adminResource: 'https://gov.service.powerapps.us',
    environmentSuffixes: ['.crm9.dynamics.com'],
    pages: [
      'portal.azure.com',
      'entra.microsoft.com',
      'make.gov.powerapps.us',
      'gcc.admin.powerplatform.microsoft.us',
    ],
    pacName: 'UsGov',
  },
  {
    id: 'gcc-high',
    name: 'GCC High (US government)',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    discovery: 'https://globaldisco.crm.microsoftdynamics.us',
    admin: 'https://high.api.bap.microsoft.us',
    adminResource: 'https://high.service.powerapps.us',
    environmentSuffixes: ['.microsoftdynamics.us'],
    pages: ['portal.azure.us', 'make.high.powerapps.us', 'high.admin.powerplatform.microsoft.us'],
    pacName: 'UsGovHigh',
  },
  {
    id: 'dod',
    name: 'DoD (US government)',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    discovery: 'https://globaldisco.crm.appsplatform.us',
    admin: 'https://api.bap.appsplatform.us',
    adminResource: 'https://service.apps.appsplatform.us',
    environmentSuffixes: ['.appsplatform.us'],
    pages: ['portal.azure.us', 'make.apps.appsplatform.us', 'admin.appsplatform.us'],
    pacName: 'UsGovDod',
  },
  {
    id: 'china',
    name: 'China (21Vianet)',
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    discovery: 'https://globaldisco.crm.dynamics.cn',
    admin: 'https://api.bap.partner.microsoftonline.cn',
    adminResource: 'https://service.powerapps.cn',
    environmentSuffixes: ['.dynamics.cn'],
    pages: ['portal.azure.cn', 'make.powerapps.cn', 'ppac.partner.microsoftonline.cn'],
    pacName: 'China',
  },
  {
    id: 'demo',
    name: 'Demo cloud',
    authority: 'https://login.demo.test',
    graph: 'https://graph.demo.test',
    discovery: 'https://globaldisco.crm.demo.test',
    admin: 'https://api.bap.demo.test',
    adminResource: 'https://service.powerapps.demo.test',
    environmentSuffixes: ['.demo.test'],
    // Its pages stand at the exact origin on which it listens, see allow-link.
    pages: [],
    pacName: null,
  },
];
