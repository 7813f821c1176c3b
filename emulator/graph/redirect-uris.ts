import { takesPersonalAccounts } from '../directory/records.ts';
import type { AppRegistration } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';

/** Learn: reply-url, "Maximum URI length". */
const longest = 256;

/** The own machine, as it may be without TLS; `[::1]` is not supported (Learn: reply-url, "Localhost exceptions"). */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

function isRedirect(call: GraphCall, uri: unknown): boolean {
  // Learn: reply-url, "Redirect URIs do not support special characters".
  if (typeof uri !== 'string' || uri.length > longest || /[!$'(),;]/.test(uri) || !URL.canParse(uri)) {
    return false;
  }
  const { protocol, hostname } = new URL(uri);
  const isBare = protocol === 'http:' && !loopback.has(hostname);
  return !isBare || call.cloud.rules.of('redirectWithoutTls') === 'taken';
}

/** Those of `web`, `spa` or `publicClient`. */
export function redirectsIn(call: GraphCall, value: unknown, name: string): readonly string[] {
  const uris = isEntity(value) ? (value['redirectUris'] ?? []) : null;
  if (!Array.isArray(uris) || !uris.every((uri) => isRedirect(call, uri))) {
    throw graphFaults.badProperty(name);
  }
  return uris.map(String);
}

/** Learn: reply-url, "Maximum number of redirect URIs". */
export function requireFewRedirects(app: AppRegistration): void {
  const groups = { web: app.redirectUris, spa: app.spaRedirectUris, publicClient: app.publicRedirectUris };
  const most = takesPersonalAccounts(app.audience) ? 100 : 256;
  const count = Object.values(groups).reduce((sum, uris) => sum + uris.length, 0);
  if (count > most) {
    throw graphFaults.badProperty(
      Object.entries(groups).toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'web',
    );
  }
}
