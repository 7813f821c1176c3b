/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/** Names under which programs write secrets, tokens and codes: form bodies, settings, connection strings, headers, scripts. */
const NAMED = [
  'client[ _-]?secret(?:[ _-]?value)?',
  'secret[ _-]?text',
  'app(?:lication)?[ _-]?secret',
  'secret',
  'client[ _-]?assertion',
  'assertion',
  '(?:access|refresh|id|session|bearer|sas)[ _-]?token',
  'pass(?:word|phrase|wd)',
  'pwd',
  'x-api-key',
  'api[ _-]?key',
  'account[ _-]?key',
  'shared[ _-]?access[ _-]?key',
  'ocp-apim-subscription-key',
  'sig',
  'device[ _-]?code',
  'code_verifier',
].join('|');

const QUOTE = `["'\`“”‘’]`;
/** `name=value`, `"name": "value"`, `$name = 'value'`, `-Name value`, `<name>value</name>`. */
const ASSIGNED = new RegExp(
  `((?<![a-z])(?:${NAMED})${QUOTE}?[ \\t]{0,8}(?:[:=]|=>|>)[ \\t]{0,8})(?:"[^"\\n]{1,8000}"?|'[^'\\n]{1,8000}'?|[^\\s"'&;<>]{1,16000})`,
  'gi',
);
const ARGUMENT = new RegExp(
  `((?<![\\w-])--?(?:${NAMED}|client-secret|user)[ \\t]{1,8})(?:"[^"\\n]{1,8000}"?|'[^'\\n]{1,8000}'?|[^\\s"'&;<>]{1,16000})`,
  'gi',
);
const SECURE_STRING =
  /(ConvertTo-SecureString(?:[ \t]{1,8}-String)?[ \t]{1,8})(?:"[^"\n]{1,8000}"?|'[^'\n]{1,8000}'?|[^\s"'&;<>$(-][^\s"'&;<>]{0,8000})/gi;
const HEADER =
  /((?<![\w-])(?:proxy-)?(?:authorization|cookie|set-cookie)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?)[^\n"']{1,16000}/gi;
const SCHEME =
  /((?<![a-z])(?:bearer|basic)[ \t]{1,4})(?!authorization|realm|error|resource|client_id|trusted|scope|claims)[A-Za-z0-9._~+/=-]{16,16000}/gi;
/** A JSON web token, or its beginning (RFC 7519). */
const WEB_TOKEN = /(?<![A-Za-z0-9_-])ey[JA-Z][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g;
/** What Entra makes: three characters, a digit, `Q~`. */
const MADE_BY_ENTRA = /(?<![A-Za-z0-9._~-])[A-Za-z0-9._~-]{3}[0-9]Q~[A-Za-z0-9._~-]{8,60}/g;
/** Refresh tokens, keys in base64 and the like: nothing that a person reads. */
const OPAQUE = /(?<![A-Za-z0-9+/_=.-])[A-Za-z0-9+/_=.-]{64,}/g;
const USER_IN_ADDRESS = /(:\/\/)[^\s/@"'<>]{1,300}@/g;
const KEY_BEGIN = '-----BEGIN ';
const KEY_END = '-----END ';

/** A run of one case, of dots or of a path is a name or an address, not a key. */
const looksOpaque = (run: string): boolean =>
  /[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) && longestPiece(run) >= 40;

const longestPiece = (run: string): number => {
  let longest = 0;
  let from = 0;
  for (let at = 0; at <= run.length; at += 1) {
    const sign = run[at];
    if (sign !== undefined && sign !== '.' && sign !== '/' && sign !== '=') continue;
    longest = Math.max(longest, at - from);
    from = at + 1;
  }
  return longest;
};

/** Blocks of PEM, whose lines stay lines. */
const withoutKeys = (text: string): string => {
  let from = 0;
  let kept = '';
  for (let begin = text.indexOf(KEY_BEGIN); begin !== -1; begin = text.indexOf(KEY_BEGIN, from)) {
    const end = text.indexOf(KEY_END, begin);
    const until = end === -1 ? text.length : end;
    kept += text.slice(from, begin) + REDACTED + '\n'.repeat(text.slice(begin, until).split('\n').length - 1);
    from = until;
    if (end === -1) break;
    from = end + KEY_END.length;
  }
  return kept + text.slice(from);
};

/** The text without secrets, tokens and keys. Nothing that reads a pasted text sees it before this. */
export const redactSecrets = (text: string): string =>
  (text.includes(KEY_BEGIN) ? withoutKeys(text) : text)
    .replaceAll(HEADER, `$1${REDACTED}`)
    .replaceAll(ASSIGNED, `$1${REDACTED}`)
    .replaceAll(ARGUMENT, `$1${REDACTED}`)
    .replaceAll(SECURE_STRING, `$1${REDACTED}`)
    .replaceAll(SCHEME, `$1${REDACTED}`)
    .replaceAll(WEB_TOKEN, REDACTED)
    .replaceAll(MADE_BY_ENTRA, REDACTED)
    .replaceAll(USER_IN_ADDRESS, `$1${REDACTED}@`)
    .replaceAll(OPAQUE, (run) => (looksOpaque(run) ? REDACTED : run));
