import type { Cloud } from '../cloud.ts';
import type { EntraError } from './entra-error.ts';
import { aadsts } from './aadsts.ts';
import { graphId, isGraph } from './resources.ts';

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
const words = (scope: string): readonly string[] => scope.split(' ').filter((word) => word !== '');

/**
 * The scope of a client-credentials request: exactly one `<resource>/.default` (Learn:
 * v2-oauth2-client-creds-grant-flow). `https://host//.default` keeps the slash in the resource (Learn:
 * scopes-oidc, "Trailing slash and .default").
 */
export function readAppScope(scope: string): Checked<string> {
  const asked = words(scope);
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

const signInScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * The scope of a user's request: sign-in scopes, and permissions of at most one resource (Learn: scopes-oidc). Graph may be meant by its name
 * and without one in the same scope.
 */
export function readUserScope(cloud: Cloud, scope: string): Checked<RequestedScope> {
  const asked = words(scope);
  const permissions: string[] = [];
  const resources = new Set<string>();
  for (const word of asked) {
    if (signInScopes.has(word)) {
      continue;
    }
    const slash = word.lastIndexOf('/');
    if (slash === word.length - 1 || /[^\u0021\u0023-\u005b\u005d-\u007e]/.test(word)) {
      return denied(aadsts.scopeInvalid(word));
    }
    if (slash !== -1) resources.add(word.slice(0, slash));
    permissions.push(word.slice(slash + 1));
  }
  const [named] = resources;
  const bare = asked.some((word) => !word.includes('/') && !signInScopes.has(word));
  if (resources.size > 1 || (bare && named !== undefined && !isGraph(cloud, named))) {
    return denied(aadsts.scopeOfManyResources(scope));
  }
  return accepted({
    resource: named ?? (bare ? graphId : null),
    bare: bare && named === undefined,
    permissions,
    openId: asked.includes('openid'),
    profile: asked.includes('profile'),
    email: asked.includes('email'),
    offline: asked.includes('offline_access'),
  });
}

/** A delegated permission as its resource writes it, whatever case it was asked for in: pages and samples of Microsoft ask for `user.read`. */
export const namedBy = (
  { delegated }: { readonly delegated: readonly string[] },
  asked: string,
): string | undefined => delegated.find((name) => name.toLowerCase() === asked.toLowerCase());
