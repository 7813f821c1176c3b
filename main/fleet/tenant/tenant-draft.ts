import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { AppProfileId, ClientId, CredentialId } from '../../../preload/contract/words/ids.ts';
import type { TenantApplication, TenantPrincipal } from '../../directory/tenant-directory.ts';
import type { PlannedTenantStep } from './tenant-action.ts';
import type { BegunChange } from './read-begun.ts';

/** What is so, as far as a change of the directory needs to know it. */
export type ActualTenant = {
  readonly application: TenantApplication | null;
  readonly principal: TenantPrincipal | null;
  /** Registrations that have the name asked for. */
  readonly named: readonly TenantApplication[];
  readonly profile: AppProfile | null;
  /** Whether the app is a management application; null when that was not asked. */
  readonly managed: boolean | null;
  /** Changes of the tenant that were begun and do not run any more, newest first. */
  readonly begun: readonly BegunChange[];
  /** Apps of this console, whichever workspace they are in. */
  readonly known: readonly Pick<AppProfile, 'clientId'>[];
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** Ids that a plan chooses before the things exist. */
export type NewIds = { readonly appProfileId: AppProfileId; readonly credentialId: CredentialId };

/** Steps, whom they are about, and what must be typed before they are done. */
export type TenantDraft = {
  readonly appName: string;
  readonly clientId: ClientId | null;
  readonly appProfileId: AppProfileId | null;
  readonly credentialId: CredentialId | null;
  readonly first: readonly PlannedTenantStep[];
  /** True: the tenant's name is typed before it is done. */
  readonly asksForTenant: boolean;
  /** Further names to type. */
  readonly asksFor: readonly string[];
};

/** A change that is one plan by itself; rotations are planned elsewhere. */
export type PlainChange = Exclude<
  TenantChange,
  { readonly kind: 'rotate' | 'continue-rotation' | 'finish-rotation' }
>;
/** One kind of them. */
export type Of<Kind extends PlainChange['kind']> = Extract<PlainChange, { readonly kind: Kind }>;

/** The day of an instant, as a plan names it. */
export const day = (instant: string | null): string =>
  instant === null ? 'an unknown day' : instant.slice(0, 10);

/** A draft about what was read, with what is said of it. */
export const draft = (actual: ActualTenant, given: Partial<TenantDraft>): TenantDraft => ({
  appName: actual.profile?.name ?? actual.application?.name ?? actual.principal?.name ?? '',
  clientId: actual.profile?.clientId ?? actual.application?.clientId ?? null,
  appProfileId: actual.profile?.id ?? null,
  credentialId: null,
  first: [],
  asksForTenant: false,
  asksFor: [],
  ...given,
});
