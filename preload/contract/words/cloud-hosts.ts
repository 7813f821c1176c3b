/**
 * The addresses that make a cloud, in the order in which they are shown (Microsoft Learn: authentication-national-cloud, Graph
 * deployments, discovery-service; the rest: constants of microsoft/terraform-provider-power-platform).
 */
export const CLOUD_HOSTS = [
  /** Where people and apps sign in. */
  'authority',
  /** Web page of app registrations. */
  'portal',
  'graph',
  /** Dataverse global discovery. */
  'discovery',
  /** Power Platform admin API (BAP). */
  'admin',
  /** Resource that tokens for the admin API are asked for: it is not the API's own host. */
  'adminResource',
  'powerApps',
  'powerPlatform',
  /** Web page of the Power Platform admin center. */
  'adminCenter',
  /** Web page of Power Apps, where makers work. */
  'maker',
] as const;
export type CloudHost = (typeof CLOUD_HOSTS)[number];

/** Without these nothing works; an air-gapped cloud may lack the others. */
export const NEEDED_HOSTS = ['authority', 'graph', 'discovery', 'admin', 'adminResource'] as const;
export type NeededHost = (typeof NEEDED_HOSTS)[number];

export const isNeededHost = (host: CloudHost): host is NeededHost =>
  NEEDED_HOSTS.some((needed) => needed === host);

/** The addresses of a cloud, each an https origin; null where it has none. */
export type CloudHosts = {
  readonly [Host in CloudHost]: Host extends NeededHost ? string : string | null;
};

/** What a workspace uses instead of its cloud's own. */
export type HostOverrides = { readonly [Host in CloudHost]?: string | undefined };

/** The row that a workspace really uses. */
export const effectiveCloud = <Row extends CloudHosts>(row: Row, overrides: HostOverrides): Row => {
  const used = Object.fromEntries(
    CLOUD_HOSTS.flatMap((host) => (overrides[host] === undefined ? [] : [[host, overrides[host]]])),
  );
  return { ...row, ...used };
};
