import type { Finding } from '../../../preload/contract/explain.ts';
import type { NamedThing } from '../../../preload/contract/words/finding.ts';
import {
  DEPTH_LABELS,
  FINDING_KIND_LABELS,
  NAMED_THING_LABELS,
  SUPPORT_ID_LABELS,
  SUPPORT_PACK_TEXTS as TEXTS,
  TOUCH_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import { SIGNS } from '../explain/catalogue/signs.ts';
import { explainText } from '../explain/explain-text.ts';
import type { FieldKind } from './field-kinds.ts';
import { section } from './pack-document.ts';
import type { PackFact, PackSection } from './pack-document.ts';
import type { Redactor } from './redactor.ts';

/** What a message can name: leaving one out does not compile. */
const KINDS: Readonly<Record<NamedThing, FieldKind>> = {
  app: 'app-id',
  'app name': 'app',
  account: 'person',
  user: 'user-id',
  team: 'other-id',
  'calling user': 'user-id',
  owner: 'user-id',
  'business unit': 'unit-id',
  record: 'row',
  tenant: 'tenant-id',
  resource: 'value',
  host: 'host',
  environment: 'other-id',
  thumbprint: 'other-id',
  'table code': 'number',
  address: 'address',
};

const SIGN_IDS: ReadonlySet<string> = new Set(SIGNS.map(({ id }) => id));
const NUMBER = /^(?:AADSTS\d{3,10}|0x[0-9a-f]{8})$/i;
const PRIVILEGE = /^prv[A-Za-z_]\w{0,199}$/;

/** A code that stands in one of our lists, or has the form of a number or privilege; null for one that can hold anything. */
const tellableCode = (code: string, redactor: Redactor): string | null => {
  if (SIGN_IDS.has(code) || NUMBER.test(code)) return code;
  return PRIVILEGE.test(code) ? redactor.say('schema-name', code) : null;
};

const findingSection = (found: Finding, place: number, redactor: Redactor): PackSection => {
  const codes = found.codes.flatMap((code) => tellableCode(code, redactor) ?? []);
  const known = codes.length > 0 || found.kind !== 'not-understood';
  // Names of the schema stand in the console's own sentences as the message wrote them.
  const named = [found.privilege, found.table, found.column].flatMap((name) =>
    name === null || name === '' ? [] : [[name, redactor.say('schema-name', name)] as const],
  );
  const own = (sentence: string) =>
    redactor.own(named.reduce((text, [name, told]) => text.replaceAll(name, told), sentence));
  const fact = (label: string, kind: FieldKind, value: string | number | null): readonly PackFact[] =>
    value === null || value === '' ? [] : [{ label, values: [redactor.show(kind, value)] }];
  const facts: readonly PackFact[] = [
    ...(codes.length === 0 ? [] : [{ label: TEXTS.code, values: codes.map(redactor.own) }]),
    ...(found.name === '' ? [] : [{ label: TEXTS.code, values: [redactor.own(found.name)] }]),
    ...fact(TEXTS.times, 'number', found.count),
    { label: TEXTS.touch, values: [redactor.own(TOUCH_LABELS[found.touch])] },
    ...fact(TEXTS.privilege, 'schema-name', found.privilege),
    ...fact(TEXTS.table, 'schema-name', found.table),
    ...fact(TEXTS.column, 'schema-name', found.column),
    ...(found.depth === null
      ? []
      : [{ label: TEXTS.depth, values: [redactor.own(DEPTH_LABELS[found.depth])] }]),
    ...fact(TEXTS.seconds, 'number', found.retryAfterSeconds),
    ...found.who.flatMap(({ what, value }) => fact(NAMED_THING_LABELS[what], KINDS[what], value)),
    ...found.ids.flatMap(({ what, value }) =>
      fact(SUPPORT_ID_LABELS[what], what === 'time' ? 'instant' : 'request-id', value),
    ),
  ];
  return section(known ? own(found.title) : redactor.own(TEXTS.finding(place)), {
    verdict: redactor.own(FINDING_KIND_LABELS[found.kind]),
    paragraphs: [known ? own(found.cause) : redactor.own(TEXTS.notUnderstoodCause)],
    steps: known ? found.steps.map(own) : [],
    facts,
    quoted: redactor.quote(found.excerpt.text),
  });
};

/** What stands in a pasted text, explained again with what may be told in the gaps. */
export const explainedSections = (text: string, redactor: Redactor): readonly PackSection[] => {
  const { findings, left } = explainText(text, ({ what, value }) => redactor.say(KINDS[what], value));
  const rest =
    left === 0
      ? []
      : [
          section(redactor.own(TEXTS.notUnderstood), {
            paragraphs: [redactor.own(TEXTS.leftFindings(left))],
          }),
        ];
  return [...findings.map((found, at) => findingSection(found, at + 1, redactor)), ...rest];
};
