import type { AppRegistration } from '../directory/records.ts';

/** Every address that answers to an app may go to, whatever its platform. */
export const redirectsOf = (app: AppRegistration): readonly string[] => [
  ...app.redirectUris,
  ...app.publicRedirectUris,
  ...app.spaRedirectUris,
];

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Whether a redirect URI is one of those registered. On the http loopback the port is ignored (RFC 8252, 7.3; Learn:
 * reply-url, "Localhost exceptions"); everything else is compared exactly, and a fragment is never allowed
 * (RFC 6749, 3.1.2).
 */
export function isRegisteredRedirect(uri: string, registered: readonly string[]): boolean {
  const asked = parse(uri);
  if (asked === null || uri.includes('#') || asked.username !== '' || asked.password !== '') {
    return false;
  }
  return registered.some((entry) => {
    const known = parse(entry);
    if (known === null || !loopbackNames.has(known.hostname) || known.protocol !== 'http:') {
      return entry === uri;
    }
    return (
      asked.protocol === 'http:' &&
      loopbackNames.has(asked.hostname) &&
      asked.hostname === known.hostname &&
      asked.pathname === known.pathname &&
      asked.search === known.search
    );
  });
}
