import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';
import { ADD_ROLE, ENABLE_USER, learn, RETRY, SHOW_USERS } from './explanation-draft.ts';

const CLAIM_NAMES: Readonly<Record<string, string>> = {
  aud: 'the audience (aud)',
  iss: 'the issuer (iss)',
  tid: 'the tenant (tid)',
  appid: 'the app (appid)',
  azp: 'the app (azp)',
  appidacr: 'the kind of credential (appidacr)',
  azpacr: 'the kind of credential (azpacr)',
  idtyp: 'the kind of token (idtyp)',
  scp: 'a permission of a person (scp)',
  upn: 'the name of a person (upn)',
  exp: 'the end (exp)',
  nbf: 'the beginning (nbf)',
};

/** What the doctor finds that no service says. */
export const EXPLAIN_DOCTOR = {
  'user-disabled': (say) => ({
    title: 'The application user is disabled',
    cause: `The row of client ID ${say('clientId')} in ${say('environment', 'the environment')} is there, and switched off.`,
    remedies: [
      'Enable the application user.',
      'It keeps its roles; a change takes up to half a minute to be seen.',
    ],
    actions: [ENABLE_USER, SHOW_USERS],
  }),
  'user-of-other-principal': (say) => ({
    title: 'The application user belongs to another service principal',
    cause: `The app signs in as service principal ${say('expected')}, and the row in ${say('environment', 'the environment')} stands for ${say('actual')}: the service principal was deleted and created again after the row was.`,
    remedies: [
      'Delete the application user, then create it again: it is joined to the service principal of now.',
    ],
    actions: [SHOW_USERS],
  }),
  'user-no-roles': (say) => ({
    title: 'The application user has no security role',
    cause: `The app of client ID ${say('clientId')} is known in ${say('environment', 'the environment')}, and holds no role, neither itself nor through a team.`,
    remedies: ['Add the least role that does the work.'],
    actions: [ADD_ROLE, SHOW_USERS],
  }),
  'claim-differs': (say) => ({
    title: `The access token does not fit: ${CLAIM_NAMES[say('claim')] ?? say('claim', 'a claim')}`,
    cause:
      say('expected') === ''
        ? `A token of an app does not have this claim, or it says something that cannot be: ${say('actual')}.`
        : `Expected ${say('expected')}, found ${say('actual', 'nothing')}.`,
    remedies: [
      'Compare the address of the environment, the tenant and the client ID of the app with what is expected.',
    ],
    actions: [
      RETRY,
      learn('About the claims of access tokens', 'entra/identity-platform/access-token-claims-reference'),
    ],
  }),
  'privilege-lacking': (say) => ({
    title: `No role of the app has ${say('privilege', 'the privilege')}`,
    cause: `What was asked for needs ${say('privilege', 'a privilege')}${say('table') === '' ? '' : ` on table ${say('table')}`}. None of the roles that the app holds in ${say('environment', 'the environment')}, itself or through a team, grants it.`,
    remedies: [
      `Add a role that has ${say('privilege', 'it')}, or add it to one of the roles that the app holds. Basic depth is the least.`,
    ],
    actions: [ADD_ROLE, SHOW_USERS],
  }),
  'record-out-of-reach': (say) => ({
    title: `The app may ${say('verb', 'Read').toLowerCase()} rows of the table, but not this one`,
    cause: `It holds ${say('privilege', 'the privilege')} with depth ${say('depth', 'None')}, which does not reach the row’s owner or business unit, and the row is not shared with it.`,
    remedies: [
      say('needed') === ''
        ? 'Share the row with the app, or give it a role in a business unit above the owner’s.'
        : `Give the role depth ${say('needed')}, or more; or share the row with the app.`,
    ],
    actions: [ADD_ROLE, SHOW_USERS],
  }),
  'still-propagating': (say) => ({
    title: 'A change may still be on its way',
    cause: `Everything is set up as it should be in ${say('environment', 'the environment')}, and was changed ${say('seconds', 'a few')} seconds ago. Its servers keep users and permissions for up to half a minute.`,
    remedies: ['Wait half a minute and look again, before changing anything else.'],
    actions: [RETRY],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
