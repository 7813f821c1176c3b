import type { EntraError } from './entra-error.ts';
import { aadsts } from './aadsts.ts';

/** What a `scope` or `resource` parameter asks for. */
export type RequestedScope = {
  /** Resource identifier as written, that of Graph for permissions without one; `null` when only sign-in itself was asked for. */
  readonly resource: string | null;
  /** Whether permissions were named without any resource. */
  readonly bare: boolean;
  /** Permissions of that resource; `.default` stands for all that was consented to. */
  readonly permissions: readonly string[];
  readonly openId: boolean;
  readonly profile: boolean;
  readonly email: boolean;
  readonly offline: boolean;
};

/** Either the value or the refusal that explains why there is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: EntraError };

/** A checked value that stands. */
export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value });

/** A checked value that is refused. */
export const denied = (error: EntraError): Checked<never> => ({ ok: false, error });

const suffix = '/.default';
/** The words of a scope. */
export const words = (scope: string): readonly string[] => scope.split(' ').filter((word) => word !== '');

/** Scopes of the sign-in itself, which no resource has (Learn: scopes-oidc, "OpenID Connect scopes"). */
export const signInScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * The scope of a client-credentials request: exactly one `<resource>/.default` (Learn:
 * v2-oauth2-client-creds-grant-flow). `https://host//.default` keeps the slash in the resource (Learn:
 * scopes-oidc, "Trailing slash and .default"). Scopes of the sign-in are passed over: MSAL for Node up to 1.11 and for Java send them (pull
 * request 4999 of MSAL.js: "AAD ignores these scopes").
 */
export function readAppScope(scope: string): Checked<string> {
  const all = words(scope);
  const asked = all.filter((word) => !signInScopes.has(word));
  if (all.length > 0 && asked.length === 0) {
    return denied(aadsts.scopeNeedsDefault(scope));
  }
  const resources = new Set(asked.map((word) => word.slice(0, -suffix.length)));
  for (const word of asked) {
    if (!word.endsWith(suffix) || word.length === suffix.length) {
      return denied(aadsts.scopeNeedsDefault(scope));
    }
  }
  const [resource] = resources;
  if (resource === undefined) {
    return denied(aadsts.parameterMissing('scope'));
  }
  return resources.size > 1 ? denied(aadsts.scopeOfManyResources(scope)) : accepted(resource);
}

/** A delegated permission as its resource writes it, whatever case it was asked for in: pages and samples of Microsoft ask for `user.read`. */
export const namedBy = (
  { delegated }: { readonly delegated: readonly string[] },
  asked: string,
): string | undefined => delegated.find((name) => name.toLowerCase() === asked.toLowerCase());
