import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { microsoftAppNamed } from '../../../preload/contract/words/microsoft-apps.ts';

/** What is known about a text that should be an application (client) id. */
export type ClientIdLint =
  | { readonly kind: 'empty' }
  /** No GUID, or more than one, stands in the text. */
  | { readonly kind: 'not-an-id' }
  /** The directory (tenant) id, which stands beside the client id in the portal. */
  | { readonly kind: 'tenant-id'; readonly clientId: ClientId }
  /** The object id of a service principal that the inventory has seen; `clientId` is what was meant. */
  | { readonly kind: 'object-id'; readonly clientId: ClientId; readonly appName: string }
  /** An app of Microsoft's own, for which nobody else has a credential. */
  | { readonly kind: 'microsoft-app'; readonly clientId: ClientId; readonly name: string }
  | { readonly kind: 'known'; readonly clientId: ClientId; readonly profile: AppProfile }
  | { readonly kind: 'fine'; readonly clientId: ClientId };

const ANY_GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * Judges what a person pasted for a client id. A GUID alone does not say what it is, so it is compared with every id
 * that the console has seen: tenants, service principals of the inventory and known profiles.
 */
export const lintClientId = (
  text: string,
  known: {
    readonly tenantIds: readonly string[];
    readonly users: readonly ApplicationUser[];
    readonly profiles: readonly AppProfile[];
  },
): ClientIdLint => {
  if (text.trim() === '') return { kind: 'empty' };
  const found = [...new Set(text.match(ANY_GUID)?.map((id) => id.toLowerCase()))];
  const [only] = found;
  const clientId = only === undefined || found.length > 1 ? null : parseClientId(only);
  if (clientId === null) return { kind: 'not-an-id' };
  if (known.tenantIds.some((id) => id === clientId)) return { kind: 'tenant-id', clientId };
  const microsoft = microsoftAppNamed(clientId);
  if (microsoft !== null) return { kind: 'microsoft-app', clientId, name: microsoft };
  const owner = known.users.find(
    (user) => String(user.servicePrincipalId) === String(clientId) && user.clientId !== clientId,
  );
  if (owner !== undefined) return { kind: 'object-id', clientId: owner.clientId, appName: owner.name };
  const profile = known.profiles.find((candidate) => candidate.clientId === clientId);
  return profile === undefined ? { kind: 'fine', clientId } : { kind: 'known', clientId, profile };
};
