import type { Registry } from '../environments/registry.ts';
import type { WatchedHttp } from '../http/clock-skew.ts';
import type { IdentityPorts } from '../identity/create-identity.ts';
import type { ConsoleHost } from './console-host.ts';

type Given = 'saveFile' | 'placesOf' | 'clockSkew';

/** What identity is given for certificates and for looking at tokens: a place for files, environments, the time. */
export const credentialPorts = (
  host: ConsoleHost,
  registry: Registry,
  http: WatchedHttp,
): Pick<IdentityPorts, Given> => ({
  saveFile: host.saveText,
  placesOf: (workspaceId) => registry.of(workspaceId).environments,
  clockSkew: http.clockSkew,
});
