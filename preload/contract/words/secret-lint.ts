/** What can be wrong with a pasted client secret before it is ever sent. */
export type SecretProblem =
  | 'secret-id'
  | 'certificate'
  | 'token'
  | 'connection-string'
  | 'json'
  | 'assignment'
  | 'white-space'
  | 'invisible-characters'
  | 'quotes'
  | 'masked'
  | 'url-encoding'
  | 'cut'
  | 'short';

/** One finding. A refusal is certain to fail at sign-in; a warning is only unlikely to be right. */
export type SecretFinding = {
  readonly severity: 'refusal' | 'warning';
  readonly problem: SecretProblem;
  /** Name of the member in which the secret stands, when more than the secret was pasted. */
  readonly field: string | null;
  /** True when `repairSecret` can take the secret out. */
  readonly repairable: boolean;
};

const GUID = /^\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
/** Percent-encoding leaves nothing but unreserved characters (RFC 3986 section 2.3) and escapes; a secret may have a bare `%`. */
const ENCODED = /^[A-Za-z0-9._~-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9._~-]*)+$/;
const QUOTED = /^(["'`“”‘’«])(.*)["'`“”‘’»]$/su;
/** Names under which programs write a client secret: az and Graph answers, settings files, connection strings, form bodies. */
const NAMES = /^(client[ _-]?secret|secret[ _-]?text|secret|app(lication)?[ _-]?secret|password|value)$/i;
/** Three characters, a digit and `Q~` begin every secret that Entra has made for years; it then has about forty. */
const MADE_BY_ENTRA = /^.{3}\dQ~/;
const MADE_LENGTH = 37;
/** Entra makes none this short, and whoever sets one by hand should not. */
const SHORT = 16;

type Inside = { readonly field: string; readonly value: string };

const unquoted = (text: string): string => QUOTED.exec(text)?.[2] ?? text;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The first member, at any depth, that has the name of a secret and a text. */
const memberOf = (value: unknown, depth = 0): Inside | null => {
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  const entries = Object.entries(value);
  for (const [field, inner] of entries)
    if (NAMES.test(field) && typeof inner === 'string' && inner !== '') return { field, value: inner };
  for (const [, inner] of entries) {
    const found = memberOf(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
};

const inJson = (text: string): Inside | 'none' | null => {
  if (!/^[[{]/.test(text)) return null;
  try {
    return memberOf(JSON.parse(text)) ?? 'none';
  } catch {
    return null;
  }
};

/** `Name=value;Name=value` (Microsoft Learn: xrm-tooling connection strings), or the body of a form. */
const inPairs = (text: string, separator: ';' | '&'): Inside | 'none' | null => {
  const pairs = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([A-Za-z][\w .-]{1,40})=(.*)$/s.exec(part));
  if (pairs.length < 2 || pairs.some((pair) => pair === null)) return null;
  const found = pairs.find((pair) => NAMES.test(pair?.[1]?.trim() ?? ''));
  const value = unquoted(found?.[2]?.trim() ?? '');
  if (found === undefined || value === '') return 'none';
  return { field: found?.[1] ?? '', value: separator === '&' ? (decoded(value) ?? value) : value };
};

/** One line of a settings file or script: `CLIENT_SECRET=…`, `"clientSecret": "…",`, `$secret = "…"`. */
const inAssignment = (text: string): Inside | null => {
  const match = /^(?:export |set |\$env:|\$)?["']?([A-Za-z][\w-]*)["']?\s*[:=]\s*(\S.*?)[,;]?$/s.exec(text);
  const [, field = '', value = ''] = match ?? [];
  return /secret|password/i.test(field) && value !== '' ? { field, value: unquoted(value) } : null;
};

const more = (problem: SecretProblem, inside: Inside | 'none'): SecretFinding => ({
  severity: 'refusal',
  problem,
  field: inside === 'none' ? null : inside.field,
  repairable: inside !== 'none',
});
const found = (
  problem: SecretProblem,
  repairable = false,
  severity: SecretFinding['severity'] = 'refusal',
): SecretFinding => ({ severity, problem, field: null, repairable });

/** What stands around the secret when more than the secret was pasted. */
const wrapping = (
  text: string,
): { readonly problem: SecretProblem; readonly inside: Inside | 'none' } | null => {
  const json = inJson(text);
  if (json !== null) return { problem: 'json', inside: json };
  const connection = inPairs(text, ';') ?? inPairs(text, '&');
  if (connection !== null) return { problem: 'connection-string', inside: connection };
  const assignment = inAssignment(text);
  return assignment === null ? null : { problem: 'assignment', inside: assignment };
};

/**
 * Judges a pasted client secret: its *id* instead of its value (the usual cause of AADSTS7000215), more than the secret, what copying left
 * in it, what a portal shows instead of it. Null when nothing is wrong. The finding holds nothing of the text but a member's name.
 */
export const lintSecret = (secret: string): SecretFinding | null => {
  const text = secret.trim();
  if (text === '') return secret === '' ? null : found('white-space');
  if (GUID.test(text)) return found('secret-id');
  if (text.includes('-----BEGIN ')) return found('certificate');
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return found('token');
  const around = wrapping(text);
  if (around !== null) return more(around.problem, around.inside);
  if (/\s/u.test(secret)) return found('white-space', true);
  if (/[\p{Cc}\p{Cf}]/u.test(secret)) return found('invisible-characters', true);
  if (QUOTED.test(secret)) return found('quotes', true);
  if (/\*{4,}|•{2,}|…/u.test(secret)) return found('masked');
  if (ENCODED.test(secret)) return found('url-encoding', decoded(secret) !== null);
  if (MADE_BY_ENTRA.test(secret) && secret.length < MADE_LENGTH) return found('cut', false, 'warning');
  return secret.length < SHORT ? found('short', false, 'warning') : null;
};

const repairOnce = (secret: string, { problem }: SecretFinding): string | null => {
  switch (problem) {
    case 'json':
    case 'connection-string':
    case 'assignment': {
      const inside = wrapping(secret.trim())?.inside;
      return inside === undefined || inside === 'none' ? null : inside.value;
    }
    case 'white-space':
      return secret.replaceAll(/\s/gu, '');
    case 'invisible-characters':
      return secret.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
    case 'quotes':
      return unquoted(secret);
    case 'url-encoding':
      return decoded(secret);
    case 'secret-id':
    case 'certificate':
    case 'token':
    case 'masked':
    case 'cut':
    case 'short':
      return null;
  }
};

/** Takes the secret out of what was pasted, as far as that is certain; null when it is not. */
export const repairSecret = (secret: string): string | null => {
  let text = secret;
  // One thing hides another: quotes inside a line of a script, white space inside quotes.
  for (let round = 0; round < 5; round += 1) {
    const finding = lintSecret(text);
    if (finding === null || finding.severity === 'warning') return text === secret ? null : text;
    const repaired = finding.repairable ? repairOnce(text, finding) : null;
    if (repaired === null || repaired === text) return null;
    text = repaired;
  }
  return null;
};
