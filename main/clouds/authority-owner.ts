import type { CloudRow } from './cloud-row.ts';

/** Other names of sign-in services (instance discovery metadata of MSAL; the older Chinese one: Graph deployments). */
const ALIASES: Readonly<Record<string, string>> = {
  'https://login.windows.net': 'https://login.microsoftonline.com',
  'https://login.microsoft.com': 'https://login.microsoftonline.com',
  'https://sts.windows.net': 'https://login.microsoftonline.com',
  'https://login.usgovcloudapi.net': 'https://login.microsoftonline.us',
  'https://login.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
};

/** The origin by which a sign-in service stands in the table of clouds. */
export const authorityName = (origin: string): string => ALIASES[origin] ?? origin;

/** Whether an environment that names this authority can be one of the cloud. */
export const isAuthorityOf = (origin: string, cloud: Pick<CloudRow, 'authority'>): boolean =>
  authorityName(origin) === authorityName(cloud.authority);
