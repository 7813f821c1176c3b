import type { BaselineFault, DriftKind } from '../baseline.ts';
import { formatNumber } from './format-number.ts';

/** What is wrong with a baseline's text, in one sentence that says how it is put right. */
const faultText = ({ kind, params }: Pick<BaselineFault, 'kind' | 'params'>): string => {
  const of = (name: string): string => String(params[name] ?? '');
  switch (kind) {
    case 'too-large':
      return `A baseline has at most ${of('most')} KiB of text and some thousand lines.`;
    case 'not-yaml':
      return `This is neither YAML nor JSON: ${of('problem')}.`;
    case 'too-deep':
      return 'This is nested deeper than a baseline ever is.';
    case 'several-documents':
      return 'A file holds one baseline; a second document begins here.';
    case 'tab-indent':
      return 'YAML is indented with spaces, never with tabs.';
    case 'alias':
      return 'Anchors and aliases (& and *) are not read. Name a group of environments instead.';
    case 'tag':
      return 'Tags (!) are not read.';
    case 'key':
      return 'A field has a plain name.';
    case 'duplicate-field':
      return `${of('field')} stands here a second time.`;
    case 'unknown-field':
      return `${of('field')} is no field of a baseline at this place.`;
    case 'missing-field':
      return `${of('field')} is missing.`;
    case 'wrong-type': {
      const hint = of('expected') === 'text' ? ' Names that look like numbers stand in quotes.' : '';
      if (of('expected') === 'fields')
        return of('field') === '' ? 'Here belong fields.' : `${of('field')} has fields.`;
      return of('field') === ''
        ? `Here belongs ${of('expected')}.${hint}`
        : `${of('field')} is ${of('expected')}.${hint}`;
    }
    case 'wrong-version':
      return 'This console reads version 1 of a baseline.';
    case 'not-allowed':
      return `${of('field')} is one of: ${of('values')}.`;
    case 'client-id':
      return `“${of('text')}” is no client ID, which looks like 11111111-2222-4333-8444-555555555555.`;
    case 'address':
      return `“${of('text')}” is no address of an environment, which looks like https://contoso.crm4.dynamics.com.`;
    case 'text':
      return 'Here stands a character that no service keeps.';
    case 'group-name':
      return `“${of('text')}” is no name of a group: letters without accents, digits, spaces and . _ -, beginning with a letter or digit.`;
    case 'too-short':
      return `${of('field')} is empty.`;
    case 'too-long':
      return `${of('field')} has at most ${of('most')} characters.`;
    case 'too-many':
      return `${of('field')} has at most ${of('most')} entries.`;
    case 'one-of':
      return `Say either ${of('one')} or ${of('other')}.`;
    case 'business-unit':
      return 'businessUnit is root, or name: with the name of another business unit.';
    case 'unknown-group':
      return `No group is called “${of('group')}”.`;
    case 'app-twice':
      return `The app ${of('clientId')} is described a second time. Put its rules together.`;
    case 'environment-twice':
      return `${of('app')} has two rules for ${of('environment')}.`;
    case 'name-twice':
      return `“${of('name')}” stands here a second time.`;
    case 'absent-with':
      return `An app that shall have no application user has no ${of('field')} either.`;
  }
};

/** How an application user differs from its baseline, in words that name what it is about. */
const driftText = (finding: {
  readonly kind: DriftKind;
  readonly subject: string;
  readonly actual: string;
}): string => {
  const { actual, kind, subject } = finding;
  switch (kind) {
    case 'user-missing':
      return 'Has no application user';
    case 'user-soft-deleted':
      return 'Its application user is deleted and stands in the way of a new one';
    case 'user-unwanted':
      return 'Has an application user and shall have none';
    case 'user-ambiguous':
      return `Has ${actual} application users; nobody can say which one counts`;
    case 'disabled':
      return 'Is disabled and shall be enabled';
    case 'enabled':
      return 'Is enabled and shall be disabled';
    case 'business-unit':
      return actual === ''
        ? `Shall be in the business unit ${subject}`
        : `Is in the business unit ${actual} instead of ${subject}`;
    case 'business-unit-unknown':
      return `No business unit here is called ${subject}`;
    case 'role-missing':
      return `Lacks the role ${subject}`;
    case 'role-extra':
      return `Holds the role ${subject} beyond the baseline`;
    case 'role-unknown':
      return `No role here is called ${subject}`;
    case 'role-ambiguous':
      return `Several roles here are called ${subject}`;
    case 'team-missing':
      return `Is not in the team ${subject}`;
    case 'team-extra':
      return `Is in the team ${subject} beyond the baseline`;
    case 'team-unknown':
      return `No team here is called ${subject}`;
    case 'team-ambiguous':
      return `Several teams here are called ${subject}`;
    case 'profile-missing':
      return `Lacks the column security profile ${subject}`;
    case 'profile-extra':
      return `Holds the column security profile ${subject} beyond the baseline`;
    case 'profile-unknown':
      return `No column security profile here is called ${subject}`;
    case 'profile-ambiguous':
      return `Several column security profiles here are called ${subject}`;
    case 'not-in-baseline':
      return actual === ''
        ? 'The baseline does not speak of it; it holds no role'
        : `The baseline does not speak of it; it holds ${actual}`;
    case 'platform-user':
      return 'Belongs to the platform and is never changed';
  }
};

const environments = (count: number): string =>
  count === 1 ? '1 environment' : `${formatNumber(count)} environments`;

/** Words of the page Baseline, and of its card on Home. */
export const BASELINE_TEXTS = {
  faultText,
  driftText,
  title: 'Baseline',
  purpose: 'What shall be true of apps in environments, and where it is not.',
  tabs: { label: 'What to show', drift: 'Drift', document: 'Document' },
  compare: 'Compare now',
  comparing: (done: number, all: number) => `Comparing ${formatNumber(done)} of ${formatNumber(all)}`,
  compareTitle: 'Comparing with the baseline',
  cancelled: 'The comparison was cancelled. What stands here is from the one before.',
  cancelledFirst: 'The comparison was cancelled before every environment was compared.',
  never: 'This baseline has not been compared with its environments yet.',
  neverTitle: 'Not compared yet',
  unknown: (count: number) =>
    `${environments(count)} of the baseline ${count === 1 ? 'is' : 'are'} not in this workspace`,
  unknownText: (names: readonly string[]) =>
    `${names.join(', ')}. Add what is missing on the page Environments, or correct the address.`,
  summary: (drifted: number, all: number) =>
    drifted === 0
      ? `No drift in ${environments(all)}`
      : `${formatNumber(drifted)} of ${environments(all)} differ${drifted === 1 ? 's' : ''}`,
  deniedTitle: 'Nothing could be compared',
  deniedText:
    'Every environment of the baseline failed or is not in this workspace. The reasons stand above.',
  sameTitle: 'Everything is as the baseline says',
  sameText: (count: number) => `${environments(count)} were compared.`,
  table: 'Differences',
  columns: { app: 'App', difference: 'Difference', state: 'State', clientId: 'Client ID' },
  fixable: 'Can be planned',
  fixableHint: 'A plan can put it right',
  person: 'Needs a person',
  personHint: 'A plan cannot put it right',
  stranger: 'Not in the baseline',
  plan: (count: number) => `Plan ${formatNumber(count)} ${count === 1 ? 'change' : 'changes'}`,
  planAll: (count: number) => `Plan all ${formatNumber(count)} changes`,
  planTitle: 'Back to the baseline',
  readOnly: 'This workspace is read-only.',
  emptyTitle: 'No baseline yet',
  emptyText:
    'Write down how application users are now, or open a file that says how they shall be. Then every difference is shown here, and a plan puts it right.',
  environments: 'Environments to write from',
  writeFrom: 'Write from what is there',
  writeAgain: 'Write anew from what is there',
  writing: (done: number, all: number) => `Reading ${formatNumber(done)} of ${formatNumber(all)}`,
  writeTitle: 'Writing a baseline',
  writtenName: 'baseline.yaml',
  written: (apps: number, count: number) =>
    `Written from ${environments(count)}: ${formatNumber(apps)} ${apps === 1 ? 'app' : 'apps'}. It counts once it is saved.`,
  leftOut: (out: { readonly platform: number; readonly softDeleted: number; readonly ambiguous: number }) =>
    [
      out.platform === 0 ? '' : `${formatNumber(out.platform)} application users of the platform`,
      out.softDeleted === 0 ? '' : `${formatNumber(out.softDeleted)} deleted`,
      out.ambiguous === 0 ? '' : `${formatNumber(out.ambiguous)} of apps with several`,
    ]
      .filter(Boolean)
      .join(', '),
  leftOutText: (what: string) => `Left out: ${what}.`,
  writeCancelled: 'Writing was cancelled. What had been read is in the text.',
  writeFailures: 'They are not in the text',
  open: 'Open a file…',
  tooLarge: 'The file is longer than a baseline may be (512 KiB).',
  text: 'Text of the baseline',
  sizes: (apps: number, count: number) =>
    `${formatNumber(apps)} ${apps === 1 ? 'app' : 'apps'} in ${environments(count)}`,
  unsaved: 'Changed and not saved',
  save: 'Save',
  discard: 'Discard the changes',
  saved: 'The baseline is saved',
  faults: (count: number) => (count === 1 ? '1 fault' : `${formatNumber(count)} faults`),
  faultsLabel: 'Faults in the text',
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  sessionOnly: 'Kept until the console closes',
  sessionOnlyText: 'There is no keychain to seal it with. Export it to keep it.',
  remove: 'Remove the baseline…',
  removeTitle: 'Remove the baseline?',
  removeText:
    'The text and what was found are deleted from this computer. The environments stay as they are.',
  removeConfirm: 'Remove',
  removed: 'The baseline is removed',
  export: 'Export',
  exports: {
    yaml: 'The baseline itself (YAML)',
    terraform: 'Terraform (microsoft/power-platform)',
    pac: 'Shell script with pac',
    powershell: 'PowerShell script',
  },
  exported: (name: string) => `${name} is saved`,
  copy: {
    open: 'Copy to…',
    title: (app: string) => `Copy what ${app} holds`,
    from: (environment: string) => `As in ${environment}`,
    roles: 'Roles',
    unit: 'Business unit',
    teams: 'Teams',
    profiles: 'Column security profiles',
    none: 'None',
    to: 'To',
    sameApp: 'The same app in other environments',
    otherApp: 'Another app',
    app: 'App',
    appPlaceholder: 'Choose an app',
    environments: 'Environments',
    exact: 'Take away other roles',
    exactHint: 'Roles that are not copied here. Otherwise they stay.',
    compare: 'Compared with what is known',
    same: 'The same',
    missing: 'No application user',
    unread: 'Not known: it did not answer',
    lacks: (names: readonly string[]) => `Lacks ${names.join(', ')}`,
    beyond: (names: readonly string[]) => `Holds ${names.join(', ')} beyond it`,
    elsewhere: (unit: string) => `Is in ${unit}`,
    next: 'Show the plan',
    planTitle: 'Copy an application user',
  },
  home: {
    title: 'Baseline',
    open: 'Open Baseline',
    asOf: (moment: string) => `Compared ${moment}`,
    failed: (count: number) => `${environments(count)} could not be compared`,
  },
} as const;
