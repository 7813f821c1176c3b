import { many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

/** Words of the access map. */
export const ACCESS_MAP_TEXTS = {
  title: 'Access map',
  purpose: 'Every app against every environment: who may work where, and as what.',
  list: 'Show as a list',
  administrator: 'Administrator',
  none: 'No access',
  give: 'give access here',
  notRead: 'Not read',
  reading: 'Reading…',
  noAnswer: 'No answer',
  read: 'read again',
  asOf: (moment: string) => `(as of ${moment})`,
  from: (moment: string) => `As of ${moment}`,
  cell: (app: string, environment: string) => `${app} in ${environment}`,
  counts: (of: {
    readonly apps: number;
    readonly environments: number;
    readonly attention: number;
    readonly administrators: number;
  }) =>
    [
      `${many(of.apps, 'app', 'apps')} in ${many(of.environments, 'environment', 'environments')}`,
      ...(of.attention === 0 ? [] : [`${formatNumber(of.attention)} to look at`]),
      ...(of.administrators === 0
        ? []
        : [many(of.administrators, 'System Administrator', 'System Administrators')]),
    ].join(' · '),
  view: { all: 'All', problems: 'Only problems', platform: 'Platform apps', groupType: 'Environment type' },
  noneTitle: 'Nothing matches',
  noneText: 'No app and no environment matches what you chose to show.',
} as const;
