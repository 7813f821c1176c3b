import { guidOf } from './deterministic.ts';
import { tenants } from './tenants.ts';

/** An environment in which nobody has made a database: apps and flows may live there, Dataverse does not. */
export type BareEnvironment = {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly location: string;
  readonly azureRegion: string;
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
};

/** The one of the story. */
export const bareEnvironments: readonly BareEnvironment[] = [
  {
    environmentId: guidOf('environment', 'Contoso Canvas Apps'),
    tenantId: tenants.contoso.id,
    name: 'Contoso Canvas Apps',
    location: 'europe',
    azureRegion: 'westeurope',
    createdOn: Date.parse('2019-06-04T07:31:18Z'),
  },
];
