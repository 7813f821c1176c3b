import type { SharedKind } from '../../../preload/contract/words/support-pack.ts';
import { CLOSED_CLOUDS, CLOSED_WORDS, MICROSOFT_HOSTS } from './closed-words.ts';

/** How values of a kind are treated. */
export type Rule =
  /** Told when it has this form, left out otherwise: a form in which nothing personal fits. */
  | { readonly by: 'form'; readonly form: RegExp }
  /** Told when it is one of these words, left out otherwise. */
  | { readonly by: 'list'; readonly words: ReadonlySet<string> }
  /** Told when its kind is shared and it has the form; under a made-up name otherwise. */
  | { readonly by: 'alias'; readonly shared: SharedKind; readonly noun: string; readonly form: RegExp }
  /** A host, alone or in an address: Microsoft's own are told; of all others the host is told or made up, and never the path. */
  | { readonly by: 'host' }
  /** Of any kind: what it looks like decides; what looks like nothing stands under a made-up name. */
  | { readonly by: 'look' }
  /** Written by a service or a person: left out, or freed of all known forms. */
  | { readonly by: 'free-text' };

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** One line that a person or an administrator has named something with. */
const NAME = /^[^\p{Cc}]{1,400}$/u;
const id = (noun: string): Rule => ({ by: 'alias', shared: 'ids', noun, form: GUID });
const name = (noun: string): Rule => ({ by: 'alias', shared: 'names', noun, form: NAME });

/** What a value of a support pack may be, and its rule. There is no other way into a pack than through one of these. */
export const RULES = {
  word: { by: 'list', words: CLOSED_WORDS },
  cloud: { by: 'list', words: CLOSED_CLOUDS },
  number: { by: 'form', form: /^-?\d{1,12}(?:\.\d{1,6})?$/ },
  instant: { by: 'form', form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/ },
  /** A number of Entra or Dataverse. */
  code: { by: 'form', form: /^(?:(?:AADSTS)?\d{3,10}|0x[0-9a-f]{8})$/i },
  'schema-name': {
    by: 'alias',
    shared: 'schema',
    noun: 'schema name',
    form: /^[A-Za-z_][A-Za-z0-9_]{0,127}$/,
  },
  'request-id': { by: 'alias', shared: 'request-ids', noun: 'request', form: GUID },
  host: { by: 'host' },
  address: { by: 'alias', shared: 'hosts', noun: 'network address', form: /^[0-9a-f.:]{3,45}$/i },
  environment: { by: 'alias', shared: 'hosts', noun: 'environment', form: NAME },
  'tenant-id': id('tenant'),
  'app-id': id('client id'),
  'user-id': id('user'),
  'principal-id': id('service principal'),
  'organization-id': id('organization'),
  'unit-id': id('business unit id'),
  'other-id': id('id'),
  app: name('app'),
  role: name('role'),
  team: name('team'),
  unit: name('business unit'),
  credential: name('credential'),
  workspace: name('workspace'),
  person: { by: 'alias', shared: 'people', noun: 'person', form: NAME },
  row: { by: 'alias', shared: 'people', noun: 'row', form: NAME },
  value: { by: 'look' },
  message: { by: 'free-text' },
} as const satisfies Readonly<Record<string, Rule>>;

export type FieldKind = keyof typeof RULES;

/** The rule of a kind. */
export const ruleOf = (kind: FieldKind): Rule => RULES[kind];

/** Hosts that are the same for everybody. */
export const isMicrosoftHost = (host: string): boolean => MICROSOFT_HOSTS.has(host);

/** Words of the console that tell nothing of anybody. */
export const isClosedWord = (text: string): boolean => CLOSED_WORDS.has(text);
