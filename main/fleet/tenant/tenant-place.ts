import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { TenantApplication, TenantDirectory } from '../../directory/tenant-directory.ts';
import type { TenantAction } from './tenant-action.ts';
import type { TenantPorts } from './tenant-ports.ts';

/** The app that a plan is about; its client id becomes known when a step creates it. */
export type TenantApp = {
  clientId: ClientId | null;
  /** Object ids of the apps of its name at the moment its creation was sent; null until then. */
  sentBeside: readonly string[] | null;
};

/** Where the steps of one plan are carried out. */
export type TenantPlace = {
  readonly workspaceId: WorkspaceId;
  readonly ports: TenantPorts;
  readonly directory: TenantDirectory;
  readonly app: TenantApp;
  readonly now: () => number;
};

/** One kind of action. */
export type Of<Kind extends TenantAction['kind']> = Extract<TenantAction, { readonly kind: Kind }>;
/** How carrying out ends. */
export type Done = Promise<Result<unknown>>;

/** The app's client id, once it has one. */
export const clientIdOf = ({ app }: TenantPlace): Result<ClientId> =>
  app.clientId === null ? failed('not-found', { what: 'app registration', id: '' }) : ok(app.clientId);

/** The app's registration in the tenant. */
export const registration = async (
  place: TenantPlace,
  signal: AbortSignal,
): Promise<Result<TenantApplication>> => {
  const clientId = clientIdOf(place);
  if (!clientId.ok) return clientId;
  const found = await place.directory.application(clientId.value, signal);
  if (!found.ok) return found;
  return found.value === null
    ? failed('not-found', { what: 'app registration', id: clientId.value })
    : ok(found.value);
};
