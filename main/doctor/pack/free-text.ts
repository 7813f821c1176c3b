import { redactSecrets } from '../explain/redact-secrets.ts';
import type { Aliases } from './aliases.ts';

const GUID = /\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?/gi;
const BARE_GUID = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;
const MAIL = /[\p{L}\p{N}._%+'#-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>)\]}]{1,4000}/gi;
const HOST =
  /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24}(?![\p{L}\p{N}-])(?::\d{1,5})?(?:\/[^\s"'<>]{0,2000})?/gu;
const IP4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const IP6 = /(?<![0-9a-z:])(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]{1,20}(?![0-9a-z:])/gi;
const FOLDER = /(?:[a-z]:\\(?:users|documents and settings)\\|\/(?:home|users)\/)[^\\/\s"'<>]{1,100}/gi;
const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d ()/.-]{6,24}\d(?![\p{L}\p{N}])/gu;
/** What stands between quotation marks is a value more often than not. */
const QUOTED = /(["'“‘«])([^"'“”‘’«»\n]{1,400})(["'”’»])/g;
const LONG = /(?<![\p{L}\p{N}])[\p{L}\p{N}+/_=.~-]{24,}/gu;

/** A class of exceptions or a name of the schema is long, too, and tells nobody's. */
const isName = (run: string): boolean => /^[A-Za-z_.]+$/.test(run);
const MOST = 4000;

/**
 * A text of a service or a person without what is known of this pack and without every form that can name somebody or something: secrets,
 * ids, mail addresses, web addresses, hosts, network addresses, folders of users, telephone numbers, quoted values and long runs. A name
 * that stands in it bare is not found, which is why such texts are left out unless somebody asks for them.
 */
export const freedText = (text: string, aliases: Aliases): string => {
  let freed = redactSecrets(text.slice(0, MOST));
  for (const [value, alias] of aliases.all()) {
    if (value.length < 3) continue;
    const at = freed.toLowerCase();
    if (!at.includes(value)) continue;
    const pieces: string[] = [];
    let from = 0;
    for (let found = at.indexOf(value); found !== -1; found = at.indexOf(value, from)) {
      pieces.push(freed.slice(from, found), `[${alias}]`);
      from = found + value.length;
    }
    freed = [...pieces, freed.slice(from)].join('');
  }
  return freed
    .replaceAll(ADDRESS, '[address]')
    .replaceAll(MAIL, '[mail address]')
    .replaceAll(GUID, '[id]')
    .replaceAll(BARE_GUID, '[id]')
    .replaceAll(FOLDER, '[folder]')
    .replaceAll(IP4, '[network address]')
    .replaceAll(IP6, '[network address]')
    .replaceAll(HOST, (host) => (isName(host) && /\.(?:Exception|[A-Z])/.test(host) ? host : '[host]'))
    .replaceAll(QUOTED, '$1[value]$3')
    .replaceAll(PHONE, '[number]')
    .replaceAll(LONG, (run) => (isName(run) ? run : '[value]'));
};
