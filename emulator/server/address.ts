import type { Links } from './exchange.ts';
import type { HostNames } from './host-names.ts';

/** Canonical hosts of the demo cloud, on the reserved top-level domain `.test` (RFC 2606). */
export const hosts = {
  login: 'login.demo.test',
  /**
   * The issuer of version 1 tokens, where the sign-in service answers as well: its metadata is found from the issuer (OpenID Connect
   * Discovery, 4), and instance discovery tells `sts.windows.net` among the other names.
   */
  sts: 'sts.demo.test',
  graph: 'graph.demo.test',
  bap: 'api.bap.demo.test',
  /** Resource of the Power Platform admin API: a name in `aud`, not a host that answers. */
  powerApps: 'service.powerapps.demo.test',
  powerPlatform: 'api.powerplatform.demo.test',
  /** What pages of the admin centre ask. */
  adminCentre: 'main.iam.ad.ext.demo.test',
  /** Azure Resource Manager. */
  resourceManager: 'management.demo.test',
  /** An identity provider that is not Microsoft's, for federated identity credentials. */
  workloads: 'token.workloads.demo.test',
  discovery: 'globaldisco.crm.demo.test',
  /** Metadata service of a virtual machine, by the address that it has everywhere. */
  instanceMetadata: '169.254.169.254',
  /** Token service of an App Service. */
  appService: 'identity.appservice.demo.test',
  /** Token service of Azure Cloud Shell. */
  cloudShell: 'cloudshell.demo.test',
  /** Agent of a server with Azure Arc. */
  azureArc: 'arc.demo.test',
} as const;

/** Where one run of the demo cloud can be reached. */
export type Site = {
  /** Unguessable first path segment of every address but the sign-in service's. */
  readonly key: string;
  /** Port of the http listener. */
  readonly port: number;
  /** Port of the https listener, where there is one. */
  readonly tlsPort: number | null;
  /** By which names of Microsoft's its services are known besides their own. */
  readonly names: HostNames;
};

/** What the transport knows of a request. */
export type Arrival = {
  readonly scheme: 'http' | 'https';
  /** `Host` header. */
  readonly authority: string | undefined;
  /** Request target as sent, which is a path with an optional query. */
  readonly target: string;
  /** `X-Forwarded-Host` header. */
  readonly forwardedHost: string | undefined;
  /** The host that the proxy was asked to connect to, or for; `null` for a request that did not come through it. */
  readonly tunnel: string | null;
};

/** Where a request goes, or why it is refused. */
export type Destination =
  | {
      readonly kind: 'host';
      readonly host: string;
      readonly path: string;
      readonly query: string;
      readonly links: Links;
    }
  | { readonly kind: 'page'; readonly path: string; readonly query: string; readonly base: string }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

/** Base URL of a canonical host in the path form of the http listener. */
export function pathUrl(site: Site, host: string): string {
  return `http://127.0.0.1:${site.port}/${site.key}/${host}`;
}

const refused = (status: number, reason: string): Destination => ({ kind: 'refused', status, reason });

function split(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/**
 * Finds the host that a request through the proxy is meant for: the one that the connection was opened to, whatever it is called there.
 * Answers then name all hosts as that cloud does: Microsoft's, or the demo's own.
 */
function destinationInTunnel(
  site: Site,
  { authority = '', target, tunnel }: Arrival & { readonly tunnel: string },
): Destination {
  if (authority.toLowerCase().replace(/:443$/, '') !== tunnel) {
    return refused(421, 'The connection was opened to another host.');
  }
  if (!target.startsWith('/')) {
    return refused(400, 'The request target is not a path.');
  }
  const [path, search] = split(target, '?');
  const { names } = site;
  const theirs = names.isMicrosoft(tunnel);
  const to = (other: string): string => `https://${theirs ? names.microsoft(other) : other}`;
  const login = to(hosts.login);
  return {
    kind: 'host',
    host: names.own(tunnel),
    path,
    query: search.slice(1),
    links: {
      self: `https://${tunnel}`,
      to,
      login,
      browserLogin: login,
      deviceLogin: `http://localhost:${site.port}`,
      canonical: true,
    },
  };
}

/**
 * Finds the canonical host that a request is meant for. A path that starts with the key names it in the next segment
 * (or one of our own pages); any other path is one of the sign-in service, because clients built on MSAL take the
 * first path segment as the tenant, or of the metadata service of a virtual machine. A request whose `Host` is not ours is refused: that is what a page which rebinds
 * its own name to the loopback address would send.
 */
export function findDestination(site: Site, arrival: Arrival): Destination {
  const { scheme, authority = '', target, forwardedHost, tunnel } = arrival;
  if (tunnel !== null) {
    return destinationInTunnel(site, { ...arrival, tunnel });
  }
  if (/^https?:/i.test(target)) {
    return refused(403, 'The demo cloud passes no request on to another server.');
  }
  const port = scheme === 'https' ? site.tlsPort : site.port;
  if (authority !== `127.0.0.1:${port}` && authority !== `localhost:${port}`) {
    return refused(421, 'This server answers on the loopback address only.');
  }
  if (!target.startsWith('/')) {
    return refused(400, 'The request target is not a path.');
  }
  const [fullPath, search] = split(target, '?');
  const query = search.slice(1);
  const base = `${scheme}://${authority}`;
  const [first, rest] = split(fullPath.slice(1), '/');
  const keyed = first === site.key;
  // MSAL for .NET keeps nothing of the metadata service's address but scheme, host and port.
  const atRoot = first === 'metadata' ? hosts.instanceMetadata : hosts.login;
  const [host, path] = keyed ? split(rest.slice(1), '/') : [atRoot, fullPath];
  if (keyed && !host.includes('.')) {
    return { kind: 'page', path: rest === '' ? '/' : rest, query, base: `${base}/${site.key}` };
  }
  const name = host.toLowerCase();
  if (forwardedHost !== undefined && forwardedHost.toLowerCase() !== name) {
    return refused(400, 'X-Forwarded-Host names another host than the path.');
  }
  const canonical = forwardedHost !== undefined;
  const own = site.names.own(name);
  // Who asks by a name of Microsoft's is told Microsoft's names.
  const theirs = site.names.isMicrosoft(name);
  const spoken = (other: string): string => (theirs ? site.names.microsoft(other) : other);
  const to = (other: string): string =>
    canonical ? `https://${spoken(other)}` : `${base}/${site.key}/${spoken(other)}`;
  const login = keyed || canonical ? to(hosts.login) : base;
  // Strict clients take no http address from a document that they read over https.
  const browserLogin =
    !canonical && scheme === 'https' ? `https://localhost:${port}` : `http://localhost:${site.port}`;
  return {
    kind: 'host',
    host: own,
    path: path === '' ? '/' : path,
    query,
    links: {
      self: own === hosts.login ? login : canonical ? `https://${name}` : `${base}/${site.key}/${name}`,
      to,
      login,
      browserLogin,
      deviceLogin: browserLogin,
      canonical,
    },
  };
}

/**
 * The canonical form of a URL that a client may have written in path form, as in
 * `http://127.0.0.1:<port>/<key>/<host>/.default`; any other text comes back unchanged.
 */
export function canonicalUrl(site: Site, text: string): string {
  for (const [scheme, port] of [
    ['http', site.port],
    ['https', site.tlsPort],
  ] as const) {
    for (const name of ['127.0.0.1', 'localhost']) {
      const prefix = `${scheme}://${name}:${port}/${site.key}/`;
      if (port !== null && text.startsWith(prefix)) {
        return `https://${text.slice(prefix.length)}`;
      }
    }
  }
  return text;
}
