import { z } from 'zod';
import { parseOrganizationId, parseTenantId } from '../../preload/contract/words/ids.ts';
import { ENVIRONMENT_TYPES } from '../../preload/contract/words/status.ts';
import type { EnvironmentType } from '../../preload/contract/words/status.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { originInCloud } from './found-environment.ts';
import type { DecodedRow } from './found-environment.ts';

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null);

/** A row of the admin API's environment list, as recorded answers of api-version 2023-06-01 have it. */
const environmentRow = z.object({
  name: maybe(z.string().max(200)),
  properties: z.object({
    displayName: maybe(z.string()),
    tenantId: maybe(z.string()),
    azureRegion: maybe(z.string()),
    environmentSku: maybe(z.string()),
    isDefault: maybe(z.boolean()),
    linkedEnvironmentMetadata: z
      .object({
        resourceId: maybe(z.string()),
        friendlyName: maybe(z.string()),
        uniqueName: maybe(z.string()),
        version: maybe(z.string()),
        instanceUrl: z.string(),
        instanceState: maybe(z.string()),
      })
      .nullish(),
  }),
});

/** The default environment carries the SKU `Default`; its flag counts where the SKU says nothing that we know. */
const typeOf = (sku: string | null | undefined, isDefault: boolean | null | undefined): EnvironmentType =>
  ENVIRONMENT_TYPES.find((type) => type.toLowerCase() === sku?.toLowerCase()) ??
  (isDefault === true ? 'Default' : 'Unknown');

/** Reads one row of the admin list; one without linked metadata has no Dataverse and is skipped. */
export const readAdminEnvironment = (row: unknown, cloud: CloudRow): DecodedRow => {
  const decoded = environmentRow.safeParse(row);
  if (!decoded.success) return 'unreadable';
  const { properties } = decoded.data;
  const linked = properties.linkedEnvironmentMetadata;
  if (linked == null) return 'skip';
  const url = originInCloud(linked.instanceUrl, cloud);
  if (url === null) return 'unreadable';
  return {
    name: properties.displayName ?? linked.friendlyName ?? new URL(url).host,
    url,
    uniqueName: linked.uniqueName ?? null,
    organizationId: parseOrganizationId(linked.resourceId ?? ''),
    powerPlatformId: decoded.data.name?.toLowerCase() ?? null,
    tenantId: parseTenantId(properties.tenantId ?? ''),
    region: properties.azureRegion ?? null,
    type: typeOf(properties.environmentSku, properties.isDefault),
    version: linked.version ?? null,
    enabled: linked.instanceState == null || linked.instanceState.toLowerCase() === 'ready',
    isSystemAdministrator: null,
  };
};
