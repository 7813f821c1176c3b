import { askTenant } from '../clouds/ask-tenant.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { FindTenantPorts } from '../workspaces/find-tenant.ts';

/** How environments and workspaces read what was pasted, and ask an environment whose it is. */
export const whoseIsIt = (
  clouds: Clouds,
  http: HttpClient,
): Pick<FindTenantPorts, 'understand' | 'askTenant'> => ({
  understand: clouds.understand,
  askTenant: (url, signal) => askTenant(http.send, url, signal),
});
