import type { Finding } from '../../../preload/contract/explain.ts';
import type { NamedThing, SupportId } from '../../../preload/contract/words/finding.ts';

type Who = Finding['who'][number];
type Id = Finding['ids'][number];

/** What stands around an error: whom it names, which ids and times it has. */
export type Details = {
  readonly who: readonly Who[];
  readonly ids: readonly Id[];
  readonly retryAfterSeconds: number | null;
};

const MOST_IDS = 8;
const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const pattern = (source: string): RegExp => new RegExp(source.replaceAll('<g>', GUID), 'i');
const Q = '["\'“‘]';

/** Names in the messages of Entra, Graph and the admin service; the first that fits tells each thing. */
const NAMES: readonly (readonly [NamedThing, string, RegExp])[] = [
  [
    'app',
    'app',
    pattern(
      `(?:identifier|client_?id|app(?:lication)?(?: with)?[ _]?(?:\\(client\\) )?(?:id)?)[ =:("']{1,4}${Q}?[({]?(<g>)`,
    ),
  ],
  ['app name', 'named', pattern(`<g>${Q}? ?(?:named |\\()${Q}?([^'"“”‘’()\\n]{1,80})${Q}?`)],
  [
    'tenant',
    'tenant',
    pattern(`tenant(?: named| id| with id)?[ =:(]{1,3}${Q}?(<g>|[a-z0-9-]{1,80}\\.[a-z0-9.-]{2,80})`),
  ],
  ['tenant', 'directory', pattern(`directory[ (]{1,2}(?:${Q}?(<g>)|${Q}([a-z0-9][a-z0-9 .-]{0,80})["'”’])`)],
  ['tenant', 'login.', pattern('login\\.[a-z0-9.-]{4,60}/(<g>)')],
  [
    'resource',
    'resource',
    pattern(`(?:resource principal named|resource_id|resource)[ =:"']{1,4}(https?://[^\\s'",;)]{4,200}|<g>)`),
  ],
  ['resource', 'scope', pattern(`scope ${Q}?(https?://[^\\s'",;)]{4,200})`)],
  ['resource', 'audience', pattern(`audience ${Q}?(https?://[^\\s'",;)]{4,200}|<g>)`)],
  ['account', 'account', /account \{?['"]?([^\s'"{}]{1,60}@[^\s'"{}]{1,100})/i],
  ['account', 'user', /(?:user|upn|username)[ =:]{1,3}\{?['"]?([^\s'"{}<>;,]{1,60}@[^\s'"{}<>;,]{3,100})/i],
  ['user', 'systemuser', pattern(`systemuser(?:id)?[^\\n]{0,30}?[ =:(]{1,3}${Q}?(<g>)`)],
  ['user', 'user', pattern(`(?:user|userid|user id)[ =:(]{1,3}(?:with )?(?:id ?=? ?)?${Q}?(<g>)`)],
  ['user', 'object', pattern(`object id[ =:]{1,3}${Q}?(<g>)`)],
  ['thumbprint', 'thumbprint', /thumbprint[^'"\n]{0,40}['"]([0-9a-f]{20,64})/i],
  ['environment', 'environment', pattern(`environments?[ /'"]{1,3}(<g>)`)],
  [
    'host',
    '.dynamics.',
    /([a-z0-9-]{1,63}(?:\.api)?\.crm\d{0,2}\.(?:dynamics\.[a-z]{2,3}|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn))/i,
  ],
  ...(['enotfound', 'eai_again', 'host', 'resol'] as const).map(
    (needs) =>
      [
        'host',
        needs,
        /(?:enotfound|eai_again|host(?: name)?|unknownhostexception|resolved?)[: '"(]{1,4}([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/i,
      ] as const,
  ),
  ['address', 'ip', /\b(?:ip(?: address)?)[ :='"(]{1,4}(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})/i],
];

/** Headers and members that hold an id, as clients and services write them. */
const IDS =
  /(x-ms-service-request-id|x-ms-correlation-request-id|x-ms-client-request-id|client-request-id|x-ms-request-id|request[-_ ]?id|req_id|correlation[-_ ]?id|trace[-_ ]?id|activity[-_ ]?id|activityid|operation[-_ ]?id|run[-_ ]?id)["']{0,2}[ ]{0,3}[:=][ ]{0,3}["'{]{0,2}([0-9a-f-]{8,64}|[0-9a-z]{20,64})/gi;
const TIMES =
  /(?:timestamp|date|time|utc)["']{0,2}[ ]{0,3}[:=][ ]{0,3}["']{0,2}(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.\d]{0,9}Z?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)/gi;
const RETRY_AFTER = /retry-?_?after["']{0,2}[ ]{0,3}[:=][ ]{0,3}["']{0,2}(\d{1,6})/i;
const RETRY_WORDS = /(?:retry|try again) (?:after|in) (\d{1,6}) ?s/i;

const idKind = (name: string): SupportId => {
  const plain = name.toLowerCase().replaceAll(/[-_ ]/g, '');
  if (plain.includes('clientrequest')) return 'client request';
  if (plain.includes('correlation')) return 'correlation';
  if (plain.includes('trace')) return 'trace';
  if (plain.includes('activity')) return 'activity';
  return plain.includes('operation') || plain.includes('run') ? 'operation' : 'request';
};

const once = <Item extends { readonly what: string; readonly value: string }>(
  items: readonly Item[],
): Item[] => {
  const seen = new Set<string>();
  return items.filter(({ value }) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Whom an error's own words name. */
export const readWho = (text: string): Who[] => {
  const lower = text.toLowerCase();
  const found: Who[] = [];
  for (const [what, needs, expression] of NAMES) {
    if (!lower.includes(needs) || found.some((one) => one.what === what)) continue;
    const value = expression
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim();
    if (value !== undefined && value !== '') found.push({ what, value });
  }
  return once(found);
};

/** Ids, times and the wait that stand around an error. */
export const readIds = (text: string): Omit<Details, 'who'> => {
  const ids: Id[] = [];
  for (const [, name = '', value = ''] of text.matchAll(IDS)) ids.push({ what: idKind(name), value });
  for (const [, value = ''] of text.matchAll(TIMES)) ids.push({ what: 'time', value });
  const seconds = /retry|try again/i.test(text)
    ? (RETRY_AFTER.exec(text) ?? RETRY_WORDS.exec(text))?.[1]
    : undefined;
  return {
    ids: once(ids).slice(0, MOST_IDS),
    retryAfterSeconds: seconds === undefined ? null : Number(seconds),
  };
};
