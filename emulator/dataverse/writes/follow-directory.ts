import { azureStates } from '../base/application-user-row.ts';
import { wireTime } from '../base/wire-time.ts';
import { requireTable } from '../schema/schema.ts';
import type { EnvironmentState } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';

const users = requireTable('systemuser');

/**
 * Writes down what became of application users' service principals in the directory: `azurestate` and `azuredeletedon` (Learn: User
 * table reference). The service does so behind its users' backs; here it is done before a request is answered.
 */
export function followDirectory({ environment, ports }: EnvironmentState): void {
  if (dataverseRule(ports.rules, environment.seed, 'azureState') === 'asSeeded') return;
  for (const { deletedOn, objectId, state } of ports.directory.onceDeletedPrincipals(
    environment.seed.tenantId,
  )) {
    const azurestate = azureStates[state];
    const azuredeletedon = state === 'exists' ? null : wireTime(deletedOn);
    const store = environment.mutable(users);
    for (const row of store.where('azureactivedirectoryobjectid', objectId.toLowerCase())) {
      if (row['azurestate'] === azurestate && row['azuredeletedon'] === azuredeletedon) continue;
      store.put({ ...row, azurestate, azuredeletedon, versionnumber: environment.nextVersion() });
    }
  }
}
