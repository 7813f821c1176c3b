import type { Rules } from '../scenario/rules.ts';
import { hosts } from './address.ts';
import { signInServices } from './microsoft-clouds.ts';
import type { MicrosoftCloud } from './microsoft-clouds.ts';

/**
 * Microsoft's own names of the services of one of its clouds, which stand in programs and not in their settings: requests and tokens are
 * asked for by them too, wherever the requests go (Learn: permissions-reference, powershell-create-service-principal, discovery-service).
 */
export type HostNames = {
  /** The cloud whose names they are. */
  readonly cloud: MicrosoftCloud;
  /** The host of the demo cloud that stands for one of Microsoft's; any other comes back unchanged. */
  own(host: string): string;
  /** Microsoft's name of a host of the demo cloud; any other comes back unchanged. */
  microsoft(host: string): string;
  /** Whether a host is one of Microsoft's: of this cloud, or a sign-in service of another. */
  isMicrosoft(host: string): boolean;
};

/** `contoso.crm4.demo.test` as the cloud would call it: `contoso.crm4.dynamics.com`, `contoso.crm.microsoftdynamics.us`. */
function environmentName(host: string, { environmentSuffix }: MicrosoftCloud): string {
  const [, name = '', label = ''] = /^([^.]+(?:\.api)?)\.([^.]+)\./.exec(host) ?? [];
  return `${name}.${environmentSuffix ?? `${label}.dynamics.com`}`;
}

/** Makes them for a cloud and for the hosts of environments. */
export function createHostNames(
  cloud: MicrosoftCloud,
  rules: Pick<Rules, 'of'>,
  environmentHosts: readonly string[],
): HostNames {
  const settled: readonly (readonly [string, string])[] = [
    // Issues tokens by this name; asked by it, the sign-in service answers.
    [cloud.issuer, hosts.sts],
    ...cloud.signIn.aliases.map((alias) => [alias, hosts.login] as const),
    [cloud.signIn.preferred, hosts.login],
    [cloud.graph, hosts.graph],
    [cloud.discovery, hosts.discovery],
    [cloud.bap, hosts.bap],
    // Of the public cloud alone is its name known here (Azure CLI).
    ...(cloud.signIn === signInServices.global
      ? [['main.iam.ad.ext.azure.com', hosts.adminCentre] as const]
      : []),
    ...cloud.resourceManager.map((name) => [name, hosts.resourceManager] as const),
    ...environmentHosts.map((host) => [environmentName(host, cloud), host] as const),
  ];
  const toOwn = new Map(settled);
  const toMicrosoft = new Map(settled.map(([theirs, ours]) => [ours, theirs]));
  const adminScope = (): string =>
    typeof cloud.adminScope === 'string'
      ? cloud.adminScope
      : cloud.adminScope[rules.of('governmentAdminScope')];
  const powerPlatform = (): string =>
    typeof cloud.powerPlatform === 'string'
      ? cloud.powerPlatform
      : cloud.powerPlatform[rules.of('highPowerPlatformHost')];
  const own = (host: string): string => {
    const known = toOwn.get(host);
    if (known !== undefined) return known;
    if (host === adminScope()) return hosts.powerApps;
    return host === powerPlatform() ? hosts.powerPlatform : host;
  };
  const signIn: ReadonlySet<string> = new Set(
    Object.values(signInServices).flatMap(({ aliases }) => aliases),
  );
  return {
    cloud,
    own,
    isMicrosoft: (host) => own(host) !== host || signIn.has(host),
    microsoft: (host) => {
      if (host === hosts.powerApps) return adminScope();
      return host === hosts.powerPlatform ? powerPlatform() : (toMicrosoft.get(host) ?? host);
    },
  };
}
