import type { Cloud } from '../cloud.ts';
import type { Caller, Membership } from '../dataverse/seam.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';

/**
 * What a person is in an environment now; `null` where there is no user row of theirs that is enabled (Learn: discovery-service). An
 * environment whose data nobody has asked for is as it was seeded, so that a list of hundreds makes none of them.
 */
export function membershipOf(
  cloud: Cloud,
  record: EnvironmentRecord,
  { objectId }: Pick<Caller, 'objectId'>,
): Membership | null {
  const started = cloud.environments.started(record);
  if (started !== null) {
    return started.membershipOf(objectId);
  }
  const user = record.seed.users.find((one) => one.objectId === objectId);
  if (user === undefined || user.disabled === true) {
    return null;
  }
  return user.roles.includes('System Administrator') ? 'administrator' : 'user';
}
