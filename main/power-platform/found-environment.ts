import { parseOrgUrl } from '../../preload/contract/words/ids.ts';
import type { OrganizationId, OrgUrl, TenantId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentType } from '../../preload/contract/words/status.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { readEnvironmentHost } from '../clouds/environment-host.ts';

/** An environment as one of the two lists knows it; null is "the list does not say". */
export type FoundEnvironment = {
  readonly name: string;
  readonly url: OrgUrl;
  readonly uniqueName: string | null;
  readonly organizationId: OrganizationId | null;
  /** Name of the environment in the Power Platform, usually a GUID. */
  readonly powerPlatformId: string | null;
  readonly tenantId: TenantId | null;
  readonly region: string | null;
  readonly type: EnvironmentType;
  readonly version: string | null;
  readonly enabled: boolean;
  readonly isSystemAdministrator: boolean | null;
};

/** A list that was read: rows, and how many could not be read. Those without Dataverse are neither. */
export type FoundEnvironments = {
  readonly environments: readonly FoundEnvironment[];
  readonly unreadable: number;
};

/**
 * Origin of an environment that a list names, when its host is one of the cloud's. Lists are answers of a service, and a token will
 * be sent to what they name: another host is refused here.
 */
export const originInCloud = (text: string, cloud: CloudRow): OrgUrl | null => {
  const found = URL.canParse(text) ? readEnvironmentHost(new URL(text).hostname, [cloud]) : null;
  return found === null ? null : parseOrgUrl(`https://${found.host}`);
};

/** One row: an environment, nothing worth listing, or one that could not be read. */
export type DecodedRow = FoundEnvironment | 'skip' | 'unreadable';

/** Sorts decoded rows; a bad row is counted and spoils nothing. */
export const collect = (rows: readonly DecodedRow[]): FoundEnvironments => ({
  environments: rows.filter((row) => typeof row !== 'string'),
  unreadable: rows.filter((row) => row === 'unreadable').length,
});
