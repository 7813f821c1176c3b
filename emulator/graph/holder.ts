import type { Credentials } from '../directory/credential-lag.ts';
import type { GraphCall } from './graph-call.ts';
import { addKey, removeKey } from './keys.ts';
import { addOwner, listOwners, removeOwner } from './owners.ts';
import { addPassword, removePassword } from './passwords.ts';
import type { ServiceResponse } from '../server/exchange.ts';

/** What can be changed of it here. */
export type HolderChange = Partial<Credentials & { readonly owners: readonly string[] }>;

/** An application or a service principal, which have credentials and owners of their own. */
export type Holder = Credentials & {
  readonly objectId: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly owners: readonly string[];
  readonly save: (change: HolderChange) => void;
};

/**
 * What both can do with credentials and owners (Learn: application-addpassword, serviceprincipal-addpassword and their neighbours); `null` for
 * an action that is none of these.
 */
export function answerHolder(
  call: GraphCall,
  action: string,
  holder: Holder,
  further: readonly string[],
): ServiceResponse | null {
  switch (action) {
    case 'POST addPassword':
      return addPassword(call, holder);
    case 'POST removePassword':
      return removePassword(call, holder);
    case 'POST addKey':
      return addKey(call, holder);
    case 'POST removeKey':
      return removeKey(call, holder);
    case 'GET owners':
      return listOwners(call, holder, further);
    case 'POST owners':
      return addOwner(call, holder, further);
    case 'DELETE owners':
      return removeOwner(call, holder, further);
    default:
      return null;
  }
}

/** The action that a path below it names: method and segment. */
export const actionOf = (method: string, below: string | undefined): string => `${method} ${below ?? ''}`;

/** Rolling its own keys is all that an app may do without a permission; whatever else it asks, it is denied before it learns anything. */
export const rollsKeys = (action: string): boolean => /^POST (?:addKey|removeKey)$/.test(action);
