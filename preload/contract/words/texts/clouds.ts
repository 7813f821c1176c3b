import type { CloudHost } from '../cloud-hosts.ts';
import type { CloudField, CloudProblem } from '../cloud-rules.ts';

/** What each address of a cloud is called, and what it is for. */
export const CLOUD_HOST_TEXTS: Readonly<
  Record<CloudHost, { readonly label: string; readonly hint: string }>
> = {
  authority: { label: 'Sign-in (authority)', hint: 'Where people and apps get tokens.' },
  portal: { label: 'App registrations portal', hint: 'The page on which apps are registered.' },
  graph: { label: 'Microsoft Graph', hint: 'Apps, service principals and their credentials.' },
  discovery: { label: 'Global discovery', hint: 'The environments in which a person has a user.' },
  admin: { label: 'Power Platform admin API', hint: 'All environments of a tenant, for administrators.' },
  adminResource: {
    label: 'Resource of the admin API',
    hint: 'What a token for the admin API is asked for. It is not the host of the API.',
  },
  powerApps: { label: 'Power Apps API', hint: 'Used by Power Apps; commands and exports name it.' },
  powerPlatform: { label: 'Power Platform API', hint: 'The newer admin API; commands and exports name it.' },
  adminCenter: { label: 'Power Platform admin center', hint: 'The page of the admin center.' },
  maker: { label: 'Power Apps maker portal', hint: 'The page on which makers work.' },
};

const FIELD_LABELS: Readonly<Record<Exclude<CloudField, CloudHost>, string>> = {
  name: 'Name',
  environmentSuffixes: 'Environment addresses end in',
  pacName: 'Name in pac',
};

export const CLOUD_PROBLEM_TEXTS: Readonly<Record<CloudProblem, string>> = {
  missing: 'This is needed.',
  'too-long': 'This is too long.',
  'not-an-address': 'This is not an address.',
  'not-https': 'Only https addresses are used: tokens and secrets travel there.',
  'not-an-origin': 'Only https and the host name, without path, query or sign-in data.',
  'not-a-name': 'A full host name is needed, not this computer and not a number.',
  'demo-only': 'Names that end in demo.test belong to the demo cloud, and the demo cloud has no others.',
  'not-a-suffix': 'An ending of host names is needed, such as .crm.contoso.example.',
  'suffix-taken': 'An environment with such an address would belong to two clouds.',
};

/** The label of a field of a cloud; its own name for one that is not known. */
export const cloudFieldLabel = (field: string): string =>
  Object.entries(CLOUD_HOST_TEXTS).find(([host]) => host === field)?.[1].label ??
  Object.entries(FIELD_LABELS).find(([name]) => name === field)?.[1] ??
  field;

/** What a problem of a field means; a plain sentence for one that is not known. */
export const cloudProblemText = (problem: string): string =>
  Object.entries(CLOUD_PROBLEM_TEXTS).find(([name]) => name === problem)?.[1] ?? 'It was not understood.';

/** Words of the clouds in Settings and of the hosts of a workspace. */
export const CLOUDS_TEXTS = {
  text: 'A cloud is a set of hosts that belong together. The cloud of an environment is found from its address.',
  table: 'Clouds',
  columns: {
    name: 'Cloud',
    kind: 'Kind',
    environments: 'Environment addresses',
    pacName: 'Name in pac',
  },
  ships: 'Ships with the console',
  custom: 'Custom',
  add: 'Add cloud',
  details: {
    hosts: 'Hosts',
    environments: 'Environments',
    none: 'None',
    shipsNote:
      'This cloud ships with the console and does not change. A workspace can use other hosts: see its settings. For another cloud, make a copy.',
    edit: 'Edit',
    copy: 'Make a copy',
    remove: 'Delete',
  },
  form: {
    addTitle: 'Add cloud',
    editTitle: (name: string) => `Edit ${name}`,
    subtitle:
      'For a cloud that is not in the list, such as an air-gapped one. Ask its operator for the hosts.',
    copyOf: (name: string) => `${name} (copy)`,
    copyNote: (name: string) =>
      `Hosts were taken from ${name}. Environment addresses were not: an environment belongs to one cloud.`,
    name: 'Name',
    suffixes: FIELD_LABELS.environmentSuffixes,
    suffixesHint: 'For example .crm.contoso.example. Several are separated by commas or spaces.',
    suffixTaken: (suffix: string, cloud: string) =>
      `Environments below ${suffix} belong to ${cloud} already: one would belong to two clouds.`,
    pacName: FIELD_LABELS.pacName,
    pacNameHint: 'What pac auth create --cloud calls it, if it has a name there.',
    nameTaken: 'Another cloud has this name.',
    optional: 'Optional',
    save: 'Save cloud',
    saved: (name: string) => `Cloud ${name} was saved`,
  },
  removeTitle: (name: string) => `Delete the cloud ${name}?`,
  removeText: 'The console forgets its hosts. Nothing else changes; a cloud that a workspace is in stays.',
  removed: (name: string) => `Cloud ${name} was deleted`,
  hosts: {
    title: 'Hosts',
    text: 'Where this workspace goes. Change a host only if the operator of the cloud says so: sign-ins and secrets are sent there.',
    host: 'Host',
    own: 'Used here',
    shipped: (cloud: string, host: string) => `${cloud}: ${host}`,
    reset: 'Reset',
    resetOf: (host: string) => `Reset ${host}`,
    resetAll: 'Reset all',
    none: 'None',
    save: 'Save hosts',
    saved: 'Hosts saved',
    changedCount: (count: number) =>
      count === 0
        ? 'All hosts are those of the cloud.'
        : count === 1
          ? '1 host differs.'
          : `${count} hosts differ.`,
  },
} as const;
