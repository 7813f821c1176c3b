import type { EnvironmentSeed } from '../dataverse/environment-seed.ts';
import type { Limits } from './request-limit.ts';

/** One environment with what surrounds its data: region, kind, and how its front door behaves. */
export type EnvironmentRecord = {
  readonly seed: EnvironmentSeed;
  /** Label of the region in the host name, as in `crm4`. */
  readonly region: string;
  readonly sku: 'Production' | 'Sandbox' | 'Developer';
  readonly isDefault: boolean;
  /** Geography and Azure region as the admin list of environments names them. */
  readonly location: string;
  readonly azureRegion: string;
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
  /** `unavailable` answers every request with a page of the gateway and status 503. */
  readonly availability: 'ready' | 'unavailable';
  /** Limits per user and window, where they are not the service's own. */
  readonly requestLimit?: Partial<Limits>;
  /** How many requests at once clients are told to send (`x-ms-dop-hint`); 4 where it is not said. */
  readonly parallelism?: number;
};

/** Host of the web application, `<name>.crm<N>.demo.test`. */
export function hostOf(record: EnvironmentRecord): string {
  return new URL(record.seed.origin).host;
}

/** Host of the Web API, `<name>.api.crm<N>.demo.test`; both serve `/api/data`. */
export function apiHostOf(record: EnvironmentRecord): string {
  const [name = '', ...rest] = hostOf(record).split('.');
  return [name, 'api', ...rest].join('.');
}
