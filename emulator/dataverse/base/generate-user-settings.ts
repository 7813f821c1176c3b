import { type Row, textOf } from '../schema/value.ts';
import type { Blueprint } from './blueprint.ts';
import { generateUsers } from './generate-users.ts';

/** The settings that a user begins with: all as the columns' own values. */
export const settingsOf = (user: Row): Row => ({
  systemuserid: textOf(user, 'systemuserid'),
  businessunitid: textOf(user, 'businessunitid'),
  createdon: user['createdon'] ?? null,
  modifiedon: user['createdon'] ?? null,
  createdby: user['createdby'] ?? null,
  modifiedby: user['createdby'] ?? null,
  versionnumber: user['versionnumber'] ?? null,
});

/** Rows of the settings of all users of the seed. */
export const generateUserSettings = (plan: Blueprint): readonly Row[] => generateUsers(plan).map(settingsOf);
