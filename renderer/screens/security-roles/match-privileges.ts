import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Verb } from '../../../preload/contract/words/depth.ts';
import { VERB_LABELS } from '../../../preload/contract/words/texts/en.ts';

/** What people call a verb. */
const VERB_WORDS: Readonly<Record<string, Verb>> = {
  create: 'Create',
  add: 'Create',
  new: 'Create',
  insert: 'Create',
  read: 'Read',
  see: 'Read',
  view: 'Read',
  write: 'Write',
  edit: 'Write',
  update: 'Write',
  change: 'Write',
  delete: 'Delete',
  remove: 'Delete',
  append: 'Append',
  appendto: 'AppendTo',
  assign: 'Assign',
  share: 'Share',
};

/** Words that carry no meaning in such a question. */
const FILLERS = new Set(['who', 'can', 'may', 'the', 'a', 'an', 'to', 'of', 'on', 'in', 'any', 'all']);

/** "Accounts" is "account", "opportunities" is "opportunity". */
const singular = (word: string): string =>
  word.endsWith('ies') && word.length > 4
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss') && word.length > 3
      ? word.slice(0, -1)
      : word;

/** `msdyn_WorkOrder` → `msdyn work order`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(singular);

/** A privilege in the words of a person: `Delete Account`, or `Export To Excel`. */
export const titleOfPrivilege = ({
  name,
  table,
  verb,
}: Pick<CataloguePrivilege, 'name' | 'table' | 'verb'>): string =>
  table === null
    ? name.replace(/^prv/, '').replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    : `${VERB_LABELS[verb]} ${table}`;

type Question = { readonly verb: Verb | null; readonly words: readonly string[]; readonly bare: string };

const questionOf = (text: string): Question => {
  const raw = text
    .toLowerCase()
    .replaceAll(/append\s+to/g, 'appendto')
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '');
  const verb = raw.map((word) => VERB_WORDS[word]).find((found) => found !== undefined) ?? null;
  const words = raw.filter((word) => !FILLERS.has(word)).flatMap((word) => wordsOf(word));
  return { verb, words, bare: raw.join('') };
};

/** How well a privilege answers a question; zero: not at all. */
const scoreOf = (privilege: CataloguePrivilege, { bare, verb, words }: Question): number => {
  const { name, table, verb: its } = privilege;
  if (name.toLowerCase() === bare || name.toLowerCase() === `prv${bare}`) return 1000;
  const own = table === null ? wordsOf(name.replace(/^prv/, '')) : wordsOf(table);
  const asked = verb === null || table === null ? words : words.filter((word) => VERB_WORDS[word] !== verb);
  if (table !== null && verb !== null && its !== verb) return 0;
  if (asked.length === 0) return 0;
  const hits = asked.filter((word) => own.some((each) => each.startsWith(word)));
  const joined = own.join('');
  const whole = joined === asked.join('');
  if (hits.length < asked.length && !joined.includes(asked.join(''))) return 0;
  return 100 + (whole ? 200 : 0) + (verb !== null && its === verb ? 100 : 0) - own.length;
};

/** Privileges that a question such as "who can delete accounts" may mean, the likeliest first. */
export const matchPrivileges = (
  text: string,
  catalogue: readonly CataloguePrivilege[],
  most = 12,
): readonly CataloguePrivilege[] => {
  const question = questionOf(text);
  if (question.words.length === 0) return [];
  return catalogue
    .map((privilege) => ({ privilege, score: scoreOf(privilege, question) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.privilege.name < b.privilege.name ? -1 : 1))
    .slice(0, most)
    .map(({ privilege }) => privilege);
};
