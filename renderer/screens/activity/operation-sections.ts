import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** Steps of an operation that belong together, under a title. */
export type OperationSection = {
  readonly key: string;
  readonly title: string;
  readonly steps: OperationDetail['environments'][number]['steps'];
  /** Why nothing could be planned there; null: it could. */
  readonly problem: AppError | null;
  /** Roles that a move has taken for as long as nobody continues. */
  readonly rolesMissing: readonly string[];
  /** The app and the environment that it is about; null where no environment could be asked about it. */
  readonly about: { readonly environmentId: EnvironmentId; readonly clientId: ClientId } | null;
};

/** An operation in the order in which it was carried out: the tenant, the environments, and the tenant again. */
export const sectionsOf = ({ tenant, environments }: OperationDetail): readonly OperationSection[] => {
  const inTenant = (key: string, steps: OperationSection['steps']): readonly OperationSection[] =>
    tenant === null || steps.length === 0
      ? []
      : [
          {
            key,
            title: `${tenant.tenantName} · ${tenant.appName}`,
            steps,
            problem: null,
            rolesMissing: [],
            about: null,
          },
        ];
  return [
    ...inTenant('first', tenant?.first ?? []),
    ...environments.map(
      ({ environmentId, environmentName, clientId, appName, problem, rolesMissing, steps }) => ({
        key: environmentId + appName,
        title: `${environmentName} · ${appName}`,
        steps,
        problem,
        rolesMissing,
        about: clientId === null ? null : { environmentId, clientId },
      }),
    ),
    ...inTenant('last', tenant?.last ?? []),
  ];
};
