import { z } from 'zod';
import { parseOrganizationId, parseTenantId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentType } from '../../preload/contract/words/status.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { originInCloud } from './found-environment.ts';
import type { DecodedRow } from './found-environment.ts';

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null);

/** A row of `Instances` (Microsoft Learn: discovery-service); fields that we do not use are dropped. */
const instanceRow = z.object({
  Id: z.string(),
  Url: z.string(),
  EnvironmentId: maybe(z.string().max(200)),
  FriendlyName: maybe(z.string()),
  UniqueName: maybe(z.string()),
  TenantId: maybe(z.string()),
  Region: maybe(z.string()),
  Version: maybe(z.string()),
  OrganizationType: maybe(z.union([z.number(), z.string()])),
  State: maybe(z.union([z.number(), z.string()])),
  IsUserSysAdmin: maybe(z.boolean()),
});

/** Microsoft Learn: OrganizationType EnumType; served by number, by name in some answers. */
const TYPES: Readonly<Record<string, EnvironmentType>> = {
  '0': 'Production',
  customer: 'Production',
  '4': 'Production',
  secondary: 'Production',
  '5': 'Sandbox',
  customertest: 'Sandbox',
  '6': 'Sandbox',
  customerfreetest: 'Sandbox',
  '7': 'Trial',
  customerpreview: 'Trial',
  '9': 'Trial',
  testdrive: 'Trial',
  '11': 'Trial',
  emailtrial: 'Trial',
  '12': 'Default',
  default: 'Default',
  '13': 'Developer',
  developer: 'Developer',
  '14': 'Trial',
  trial: 'Trial',
  '15': 'Teams',
  teams: 'Teams',
};

const typeOf = (value: string | number | null | undefined): EnvironmentType =>
  TYPES[String(value ?? '').toLowerCase()] ?? 'Unknown';

/** Reads one row of global discovery. `State` 0 is enabled, 1 disabled. */
export const readInstance = (row: unknown, cloud: CloudRow): DecodedRow => {
  const decoded = instanceRow.safeParse(row);
  if (!decoded.success) return 'unreadable';
  const { data } = decoded;
  const url = originInCloud(data.Url, cloud);
  const organizationId = parseOrganizationId(data.Id);
  if (url === null || organizationId === null) return 'unreadable';
  return {
    name: data.FriendlyName ?? data.UniqueName ?? new URL(url).host,
    url,
    uniqueName: data.UniqueName ?? null,
    organizationId,
    powerPlatformId: data.EnvironmentId?.toLowerCase() ?? null,
    tenantId: parseTenantId(data.TenantId ?? ''),
    region: data.Region ?? null,
    type: typeOf(data.OrganizationType),
    version: data.Version ?? null,
    enabled: !['1', 'disabled'].includes(String(data.State ?? 0).toLowerCase()),
    isSystemAdministrator: data.IsUserSysAdmin ?? null,
  };
};
