import type { Cloud } from '../cloud.ts';
import { aadsts } from './aadsts.ts';
import { graphId, isGraph } from './resources.ts';
import { accepted, denied, signInScopes, words } from './scopes.ts';
import type { Checked, RequestedScope } from './scopes.ts';

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
