import { listed, many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

const clients = (count: number): string => many(count, 'client', 'clients');
const environments = (count: number): string => many(count, 'environment', 'environments');

/** Words of the access map of all clients. */
export const ALL_CLIENTS_TEXTS = {
  title: 'All clients’ access',
  purpose:
    'Every app against every environment of every workspace, as it was read last. Nothing is read or changed here.',
  scope: 'All clients',
  opening: (done: number, total: number) => `Opening what is kept of ${done} of ${clients(total)}`,
  openingTitle: 'Open what is kept of all clients',
  cancelled: {
    title: (shown: number, total: number) => `Stopped: ${shown} of ${clients(total)} shown`,
    goOn: 'Open all',
  },
  shut: (count: number, total: number, why: string) =>
    `Nothing can be shown of ${count} of ${clients(total)}: ${why}`,
  vault: 'Vault settings',
  neverRead: {
    title: (names: readonly string[]) => `Nothing is kept of ${listed(names, 3)}`,
    text: 'The application users of a workspace are read, and kept, when its page Application users is opened.',
    open: (name: string) => `Open ${name}`,
    choose: 'Open a workspace',
  },
  of: (workspace: string, environment: string) => `${workspace} / ${environment}`,
  asOf: (oldest: string) => `As of ${oldest}`,
  between: (oldest: string, newest: string) => `As of ${oldest} to ${newest}`,
  unread: (count: number, all: number) => `${count} of ${environments(all)} never read`,
  counts: (of: {
    readonly clients: number;
    readonly apps: number;
    readonly attention: number;
    readonly administrators: number;
  }) =>
    [
      clients(of.clients),
      many(of.apps, 'app', 'apps'),
      ...(of.attention === 0 ? [] : [`${formatNumber(of.attention)} to look at`]),
      ...(of.administrators === 0
        ? []
        : [many(of.administrators, 'System Administrator', 'System Administrators')]),
    ].join(' · '),
  opens: (workspace: string) => `open in ${workspace}`,
  view: {
    all: 'All',
    problems: 'Only problems',
    attention: 'Needs attention',
    administrators: 'System Administrators',
    unread: 'Never read',
  },
  empty: {
    noWorkspacesTitle: 'No workspace yet',
    noWorkspacesText:
      'A workspace is one client or tenant. What its apps may do appears here once it was read.',
    newWorkspace: 'New workspace',
    title: 'Nothing has been read yet',
    text: 'Open the application users of a workspace: what its environments say is kept and appears here.',
    shutTitle: 'Nothing can be shown now',
    shutText: 'What was read of your clients is in the vault, which does not open.',
    noUsersTitle: 'No application user anywhere',
    noUsersText: 'No environment that was read has an application user.',
  },
} as const;
