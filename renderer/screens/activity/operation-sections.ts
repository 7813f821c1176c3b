import type { OperationDetail } from '../../../preload/contract/fleet.ts';

/** Steps of an operation that belong together, under a title. */
export type OperationSection = {
  readonly key: string;
  readonly title: string;
  readonly steps: OperationDetail['environments'][number]['steps'];
};

/** An operation in the order in which it was carried out: the tenant, the environments, and the tenant again. */
export const sectionsOf = ({ tenant, environments }: OperationDetail): readonly OperationSection[] => {
  const inTenant = (key: string, steps: OperationSection['steps']): readonly OperationSection[] =>
    tenant === null || steps.length === 0
      ? []
      : [{ key, title: `${tenant.tenantName} · ${tenant.appName}`, steps }];
  return [
    ...inTenant('first', tenant?.first ?? []),
    ...environments.map(({ environmentId, environmentName, appName, steps }) => ({
      key: environmentId + appName,
      title: `${environmentName} · ${appName}`,
      steps,
    })),
    ...inTenant('last', tenant?.last ?? []),
  ];
};
