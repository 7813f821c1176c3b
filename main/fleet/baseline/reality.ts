import type { BusinessUnit, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { OrgUrl, SystemUserId } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';

/** What is so in one environment, as far as a baseline can speak of it. */
export type Reality = {
  readonly url: OrgUrl;
  readonly users: readonly ApplicationUserThere[];
  /** Names of the teams of each user whose members can be changed here; none for a user that is not in it. */
  readonly teamsOf: ReadonlyMap<SystemUserId, readonly string[]>;
  /** Every such team of the environment by name, those with several of one name as often. */
  readonly teams: readonly string[];
  /** Column security profiles by name: those of the environment, and those that each user holds itself. Null: they were not read. */
  readonly profiles: {
    readonly all: readonly string[];
    readonly of: ReadonlyMap<SystemUserId, readonly string[]>;
  } | null;
  readonly roles: readonly SecurityRole[];
  readonly units: readonly BusinessUnit[];
};

/** Names compare as Dataverse compares text: ignoring case. */
export const nameKey = (name: string): string => name.trim().toLowerCase();
