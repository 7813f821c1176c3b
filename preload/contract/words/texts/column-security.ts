import { listed } from './count-words.ts';

/** Words of what an application user may do with secured columns. */
export const COLUMN_SECURITY_TEXTS = {
  title: (table: string) => `Secured columns of ${table}`,
  titleUnknown: 'Secured columns',
  asking: 'Reading the secured columns…',
  cancel: 'Cancel',
  cancelled: 'Whether the table has secured columns was not read to the end.',
  again: 'Read the secured columns',
  none: 'This table has no secured columns: the rights on the table are all that counts.',
  noSingleTable: 'This name stands for no single table. Ask about one record to see its secured columns.',
  emptyWithoutError:
    'Secured columns that this app may not read come back empty, without an error. A request that sets one it may not set is refused as a whole.',
  onTop: 'This comes on top of the rights on the table: without those, nothing is read or set at all.',
  actions: { read: 'Read', create: 'Create', update: 'Update' },
  allowed: 'Allowed',
  denied: { read: 'Reads as empty', create: 'Refused', update: 'Refused' },
  through: 'Column security profiles that allow it:',
  direct: (profile: string) => `${profile}, assigned directly`,
  team: (profile: string, team: string) => `${profile}, through the team ${team}`,
  wouldDo: (profiles: number) =>
    profiles === 1
      ? 'No column security profile of this app allows it. This one would:'
      : 'No column security profile of this app allows it. Each of these would:',
  give: (profile: string) => `${profile}, if it is assigned to the app`,
  giveOrJoin: (profile: string, teams: readonly string[]) =>
    `${profile}, if it is assigned to the app or the app joins a team that holds it: ${listed(teams, 4)}`,
  plan: 'Plan to assign it…',
  planTake: 'Plan to remove it…',
  giveTitle: (profile: string) => `Assign ${profile}`,
  takeTitle: (profile: string) => `Remove ${profile}`,
  nobodyMay:
    'No column security profile but System Administrator’s allows it: one would have to be extended.',
  otherwise: {
    allowed:
      'The service says that it is allowed all the same: a profile may have changed within the last minute.',
    refused:
      'The service says that it is refused all the same: a profile may have changed within the last minute.',
  },
} as const;
