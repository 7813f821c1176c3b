import type { CloudHost, CloudHosts, HostOverrides } from './cloud-hosts.ts';
import { CLOUD_HOSTS, isNeededHost } from './cloud-hosts.ts';
import type { CloudId } from './status.ts';

/** Why one field of a cloud cannot be so; param `problem` of `cloud-invalid`. */
export const CLOUD_PROBLEMS = [
  'missing',
  'too-long',
  'not-an-address',
  'not-https',
  'not-an-origin',
  'not-a-name',
  'demo-only',
  'not-a-suffix',
  'suffix-taken',
] as const;
export type CloudProblem = (typeof CLOUD_PROBLEMS)[number];

/** A cloud as a person types it in. */
export type CloudDraft = { readonly [Host in CloudHost]: string } & {
  readonly name: string;
  /** Endings of environments' host names. */
  readonly environmentSuffixes: readonly string[];
  /** What `pac auth create --cloud` calls it; empty for none. */
  readonly pacName: string;
};
export type CloudField = CloudHost | 'name' | 'environmentSuffixes' | 'pacName';

type OtherCloud = { readonly id: CloudId; readonly environmentSuffixes: readonly string[] };

const LONGEST = 253;
const DEMO = '.demo.test';
/** At least two labels, none of them a number alone at the end: an IP address and `localhost` are no cloud's. */
const NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads what a person typed as an https origin: without a scheme it is https; anything but an origin is refused. */
export const readOrigin = (
  text: string,
  demo: boolean,
): { readonly origin: string } | { readonly problem: CloudProblem } => {
  const typed = text.trim();
  if (typed === '') return { problem: 'missing' };
  if (typed.length > LONGEST + 20) return { problem: 'too-long' };
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return { problem: 'not-an-address' };
  const url = new URL(address);
  if (url.protocol !== 'https:') return { problem: 'not-https' };
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && !/[?#]$/.test(typed);
  if (!bare || url.username !== '' || url.password !== '') return { problem: 'not-an-origin' };
  if (!NAME.test(url.hostname) || url.hostname.endsWith('.localhost')) return { problem: 'not-a-name' };
  // The HTTP client sends these hosts to the demo cloud on this computer.
  return url.hostname.endsWith(DEMO) === demo ? { origin: url.origin } : { problem: 'demo-only' };
};

/** A suffix as it is kept: lower case, one dot in front. */
export const readSuffix = (text: string): string =>
  `.${text
    .trim()
    .toLowerCase()
    .replace(/^\*?\.+/, '')}`;

const within = (inner: string, outer: string): boolean => inner.endsWith(outer);

/** Whether some host name would end in both: then an environment would belong to two clouds. */
const overlap = (one: string, other: string): boolean => within(one, other) || within(other, one);

/** The cloud to which environments below this suffix belong already; null when it is free. */
export const suffixOwner = <Other extends OtherCloud>(
  suffix: string,
  others: readonly Other[],
): Other | null =>
  others.find((other) => other.environmentSuffixes.some((taken) => overlap(readSuffix(suffix), taken))) ??
  null;

const suffixProblem = (suffixes: readonly string[], others: readonly OtherCloud[]): CloudProblem | null => {
  if (suffixes.length === 0) return 'missing';
  if (suffixes.some((suffix) => !NAME.test(readSuffix(suffix).slice(1)))) return 'not-a-suffix';
  return suffixes.some((suffix) => suffixOwner(suffix, others) !== null) ? 'suffix-taken' : null;
};

const hostProblem = (host: CloudHost, text: string): CloudProblem | null => {
  const read = readOrigin(text, false);
  if (!('problem' in read)) return null;
  return read.problem === 'missing' && !isNeededHost(host) ? null : read.problem;
};

/** What is wrong with a custom cloud, field by field; empty when nothing is. `others` are all other clouds. */
export const cloudProblems = (
  draft: CloudDraft,
  others: readonly OtherCloud[],
): Partial<Readonly<Record<CloudField, CloudProblem>>> => {
  const name = draft.name.trim();
  const found: readonly (readonly [CloudField, CloudProblem | null])[] = [
    ['name', name === '' || /\p{Cc}/u.test(name) ? 'missing' : name.length > 60 ? 'too-long' : null],
    ...CLOUD_HOSTS.map((host) => [host, hostProblem(host, draft[host])] as const),
    ['environmentSuffixes', suffixProblem(draft.environmentSuffixes, others)],
    ['pacName', draft.pacName.trim().length > 60 ? 'too-long' : null],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
};

/** The hosts of a draft without problems. */
export const draftHosts = (draft: CloudDraft): CloudHosts => {
  const origin = (host: CloudHost): string => {
    const read = readOrigin(draft[host], false);
    return 'origin' in read ? read.origin : '';
  };
  const orNone = (host: CloudHost): string | null => (draft[host].trim() === '' ? null : origin(host));
  return {
    authority: origin('authority'),
    portal: orNone('portal'),
    graph: origin('graph'),
    discovery: origin('discovery'),
    admin: origin('admin'),
    adminResource: origin('adminResource'),
    powerApps: orNone('powerApps'),
    powerPlatform: orNone('powerPlatform'),
    adminCenter: orNone('adminCenter'),
    maker: orNone('maker'),
  };
};

/** Reads a workspace's own hosts, dropping those that are empty or the cloud's anyway; the first problem when there is one. */
export const readOverrides = (
  typed: HostOverrides,
  cloud: CloudHosts,
  demo: boolean,
): { readonly overrides: HostOverrides } | { readonly field: CloudHost; readonly problem: CloudProblem } => {
  const overrides: { [Host in CloudHost]?: string } = {};
  for (const host of CLOUD_HOSTS) {
    const text = typed[host]?.trim() ?? '';
    if (text === '') continue;
    const read = readOrigin(text, demo);
    if ('problem' in read) return { field: host, problem: read.problem };
    if (read.origin !== cloud[host]) overrides[host] = read.origin;
  }
  return { overrides };
};
