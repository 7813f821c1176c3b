import type { StepRisk } from '../status.ts';

/** What a risk of a step means for the person who applies it. */
export const RISK_TEXTS = {
  'system-administrator': {
    title: 'System Administrator',
    text: 'This role allows everything in the environment: all data, all settings, all users. Choose a smaller role if there is one.',
  },
  'last-administrator': {
    title: 'Last administrator',
    text: 'After this the environment may be left without anyone who is System Administrator.',
  },
  'locks-app-out': {
    title: 'Locks the app out',
    text: 'After this the app can no longer work in the environment.',
  },
  'loses-roles': {
    title: 'Without roles for a moment',
    text: 'The environment takes every role away when a business unit changes. The roles named in this plan are given again right after; until then the app is refused.',
  },
  'not-undone': {
    title: 'Cannot be undone',
    text: 'Nothing brings the row back. A new application user would have another ID.',
  },
  'administrator-width': {
    title: 'As wide as System Administrator',
    text: 'After this the role grants most of what there is over the whole organization. Whoever holds it can do nearly everything.',
  },
  'apps-rely-on-it': {
    title: 'Apps hold this role',
    text: 'Application users hold the role, and may need what is taken away. They are named below the step.',
  },
  'role-gone': {
    title: 'A new role would have another ID',
    text: 'The role can be made again from this plan, which keeps its privileges, but with another ID.',
  },
  'app-stops-in-tenant': {
    title: 'Stops the app',
    text: 'After this the app can no longer sign in to this tenant, in none of its environments and for nothing else.',
  },
  'last-credential': {
    title: 'Last working credential',
    text: 'Entra knows no other credential of this app that still works. After this the app can no longer sign in anywhere.',
  },
  'in-use': {
    title: 'In use here',
    text: 'This console signs in as the app with this credential. Whatever else uses it stops working too.',
  },
  'same-name': {
    title: 'Name already used',
    text: 'The tenant has another app of this name. Entra allows that; people will confuse the two.',
  },
  'not-found-in-entra': {
    title: 'Not found in Entra',
    text: 'Which of Entra’s secrets this is cannot be told. It is removed from the vault only; remove it in Entra under Credentials.',
  },
  'kept-for-session': {
    title: 'Kept for this session only',
    text: 'The keychain cannot be used, so the new credential is lost when the console closes. Nobody can enter it again: unlock the keychain first (Settings, Vault).',
  },
  'administers-all-environments': {
    title: 'Administers everything',
    text: 'After this the app is a Power Platform administrator of the whole tenant: it can list, create and delete environments and give itself access to each.',
  },
  'app-stops-administering': {
    title: 'Stops administering',
    text: 'Whatever uses this app to manage environments (pipelines, Terraform, scripts) fails from now on. Its application users stay.',
  },
  'owns-records': {
    title: 'Owns records',
    text: 'Its records stay and keep a deleted user as their owner. Go back and reassign them to a team first if somebody has to work with them.',
  },
  'records-stay-there': {
    title: 'Records are not given back',
    text: 'Undo does not return the records to this app: which of the team’s records came from it is not known afterwards.',
  },
  'members-get-it': {
    title: 'Everybody in the team gets it',
    text: 'A role of a team reaches all of its members, not one app alone. Who is in the team is named below the step.',
  },
  'members-lose-it': {
    title: 'Everybody in the team loses it',
    text: 'Whoever has the role through this team alone can no longer do what it allows. Who is in the team is named below the step.',
  },
  'whole-business-unit': {
    title: 'The whole business unit',
    text: 'It is the default team of a business unit: everybody in the business unit is a member, and whoever comes later too.',
  },
  'entra-decides': {
    title: 'Entra decides who is in the team',
    text: 'The team stands for a group of Microsoft Entra ID. Its members appear in the environment only once they have worked there, so the group can reach more than are named below the step.',
  },
  'team-privileges-only': {
    title: 'Team privileges only',
    text: 'The role does not let members inherit. At user level they reach only what the team itself owns: they cannot create or own a record as themselves. Choose a role with “Direct User (Basic) access level and Team privileges”, or assign the role to the app itself.',
  },
} as const satisfies Readonly<Record<StepRisk, { readonly title: string; readonly text: string }>>;
