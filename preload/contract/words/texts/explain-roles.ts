import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';
import { SHOW_USERS } from './explanation-draft.ts';

/** Why a security role cannot be changed as it was asked for. */
export const EXPLAIN_ROLES = {
  'role-exists': (say) => ({
    title: `There is a role ${say('role')} in ${say('environment', 'this environment')} already`,
    cause: 'Names of security roles are unique in an environment, whatever their case.',
    remedies: ['Choose another name, or edit the role that is there.'],
  }),
  'role-not-changeable': (say) => ({
    title: `The role ${say('role')} cannot be changed`,
    cause:
      say('reason') === 'managed'
        ? `A solution brought it to ${say('environment', 'the environment')}: the next version of the solution would change it again, and what was changed by hand would be hard to tell apart.`
        : say('reason') === 'system'
          ? 'Dataverse does not let anybody change or delete this role.'
          : 'Its publisher does not allow it to be customised.',
    remedies: ['Clone it, and change the clone.'],
  }),
  'role-in-use': (say) => ({
    title: `The role ${say('role')} is held`,
    cause: `${say('holders', 'Somebody')} in ${say('environment', 'the environment')}: Dataverse deletes no role that somebody holds.`,
    remedies: ['Take the role from everybody who holds it first.'],
    actions: [SHOW_USERS],
  }),
  'team-role-refused': (say) =>
    say('reason') === 'access'
      ? {
          title: `The team ${say('team')} cannot hold roles`,
          cause: 'It is an access team: it is given access to single records, never a security role.',
          remedies: ['Choose an owner team or an Entra group team.'],
        }
      : {
          title: `The team ${say('team')} cannot hold ${say('role')}`,
          cause:
            'The role is for “Team privileges only”, and Dataverse gives no such role to a team that stands for a group of Entra.',
          remedies: [
            'Set the role to “Direct User (Basic) access level and Team privileges” in the environment.',
            'Choose another role, or an owner team.',
          ],
        },
  'owned-unknown': (say) => ({
    title: `What ${say('app', 'the app')} owns could not be read`,
    cause: `The tables of ${say('environment', 'the environment')} could not be listed, so that nobody could tell afterwards whether everything was reassigned. Nothing was planned.`,
    remedies: ['Read again, or plan the deletion without reassigning its records.'],
  }),
  'role-changed': (say) => ({
    title: `The role ${say('role')} was changed by somebody else`,
    cause: `Its privileges in ${say('environment', 'the environment')} are not those that the plan was made from. Nothing was changed, so that no privilege gets lost.`,
    remedies: ['Plan it again: the new plan starts from what is so now.'],
  }),
  'privilege-not-found': (say) => ({
    title: `There is no privilege ${say('privilege')} in ${say('environment', 'this environment')}`,
    cause: 'The table or the feature that it belongs to is not installed there, or its name is misspelled.',
    remedies: ['Leave the privilege out, or install what it belongs to.'],
  }),
  'privilege-depth': (say) => ({
    title: `${say('privilege')} cannot be granted at ${say('depth', 'this depth')}`,
    cause: `In ${say('environment', 'the environment')} it can be granted at: ${say('possible', 'no depth')}. Tables that belong to the organization know only Global.`,
    remedies: ['Choose a depth that it has.'],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
