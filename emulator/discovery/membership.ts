import type { Caller, DirectoryUser } from '../dataverse/seam.ts';
import type { UserSeed } from '../dataverse/environment-seed.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';

/** The user row that a person had in an environment when it was made, unless it is disabled. */
export function memberOf(
  record: EnvironmentRecord,
  person: Pick<Caller | DirectoryUser, 'objectId'>,
): UserSeed | null {
  const user = record.seed.users.find((one) => one.objectId === person.objectId);
  return user === undefined || user.disabled === true ? null : user;
}

/** Whether a person holds System Administrator there. */
export function isAdministratorOf(
  record: EnvironmentRecord,
  person: Pick<Caller | DirectoryUser, 'objectId'>,
): boolean {
  return memberOf(record, person)?.roles.includes('System Administrator') ?? false;
}
