import type { Finding } from '../../../preload/contract/explain.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { FindingKind, Touch } from '../../../preload/contract/words/finding.ts';
import { explain } from '../../../preload/contract/words/texts/en.ts';
import { isExplainedCode, isExplainedNumber } from '../../../preload/contract/words/texts/explained-codes.ts';
import { explainDenied } from '../../../preload/contract/words/texts/explain-denied.ts';
import { EXPLAINER_TEXTS as TEXTS } from '../../../preload/contract/words/texts/explainer.ts';
import { parsePrivilegeName } from '../../dataverse/privilege-name.ts';
import { dataverseCode } from './catalogue/dataverse-catalogue.ts';
import { entraCode } from './catalogue/entra-catalogue.ts';
import { codeKind, codeTouch, entraKind, entraTouch } from './code-kind.ts';
import type { Gathered } from './gather.ts';
import { nameInWords } from './name-in-words.ts';
import type { Source } from './source.ts';
import { SOURCES } from './source.ts';

/** An error in words, before it is known whom it names. */
export type Described = Pick<
  Finding,
  'kind' | 'name' | 'title' | 'cause' | 'touch' | 'privilege' | 'verb' | 'table' | 'depth' | 'column'
> & {
  readonly codes: readonly string[];
  readonly steps: readonly string[];
  readonly source: Source;
};

type Who = Finding['who'];
type Plain = {
  readonly kind: FindingKind;
  readonly touch: Touch;
  readonly codes: readonly string[];
  readonly name: string;
  readonly title: string;
  readonly cause: string;
  readonly steps: readonly string[];
  readonly source: Source;
};

const NOTHING_NAMED = { privilege: null, verb: null, table: null, depth: null, column: null } as const;

const valueOf = (who: Who, what: Who[number]['what']): string =>
  who.find((one) => one.what === what)?.value ?? '';

/** Old answers tell a wrong secret by the number of a wrong certificate, and an unknown app by that of one that is switched off. */
const explainedAs = (number: string, message: string): string => {
  if (number === '50012' && /client secret/i.test(message)) return '7000215';
  // Both say that the redirect URI is not one of the app's.
  if (number === '500113') return '50011';
  return number === '70001' && /not found in the directory/i.test(message) ? '700016' : number;
};

const entra = (number: string, oauth: string | null, who: Who, message: string): Plain => {
  const entry = entraCode(number);
  const code = `AADSTS${number}`;
  const meant = explainedAs(number, message);
  const base = {
    codes: [code],
    name: entry?.name ?? '',
    kind: entraKind(meant),
    source: SOURCES.entraCodes,
  };
  if (isExplainedNumber(meant)) {
    const { title, cause, remedies } = explain(
      appError('entra', {
        aadsts: meant,
        error: oauth ?? '',
        clientId: valueOf(who, 'app'),
        tenantId: valueOf(who, 'tenant'),
        resource: valueOf(who, 'resource'),
      }),
    );
    return { ...base, touch: entraTouch(meant), title, cause, steps: remedies };
  }
  const page = {
    page: `Entra: AADSTS${number}`,
    url: `https://login.microsoftonline.com/error?code=${number}`,
  };
  return entry === null || entry.name === ''
    ? {
        ...base,
        kind: 'not-understood',
        touch: 'nothing',
        title: TEXTS.unknown(code),
        cause: TEXTS.unknownCause,
        steps: [TEXTS.lookUp, TEXTS.keepIds],
        source: page,
      }
    : {
        ...base,
        touch: entraTouch(number),
        title: TEXTS.named('Entra', nameInWords(entry.name)),
        cause: TEXTS.namedCause(entry.name),
        steps: [TEXTS.lookUp, TEXTS.keepIds],
        source: page,
      };
};

/** A published message that is short and has no gaps says more than the name. */
const shortMessage = (template: string): string | null =>
  template === '' || template.length > 90 || template.includes('{') ? null : template.replace(/\.$/, '');

const dataverse = (hex: string): Plain => {
  const entry = dataverseCode(hex);
  const name = entry?.name ?? '';
  const template = entry?.template ?? '';
  const base = {
    codes: [hex],
    name,
    kind: codeKind(hex),
    touch: codeTouch(hex),
    source: codeKind(hex) === 'throttle' ? SOURCES.limits : SOURCES.dataverseCodes,
  };
  if (isExplainedCode(hex)) {
    const { title, cause, remedies } = explain(appError('dataverse', { hex, name, message: '' }));
    return { ...base, title, cause, steps: remedies };
  }
  return {
    ...base,
    title: TEXTS.named('Dataverse', shortMessage(template) ?? nameInWords(name)),
    cause:
      template === ''
        ? TEXTS.namedCause(name)
        : TEXTS.templateCause(template.replaceAll(/\{\d{1,2}[^}]{0,20}\}/g, '…')),
    steps: [TEXTS.stepsOf(base.kind), TEXTS.keepIds],
  };
};

const plain = (one: Gathered, who: Who, message: string): Plain => {
  if (one.entra !== null) return entra(one.entra, one.oauth, who, message);
  if (one.hex !== null) return dataverse(one.hex);
  if (one.sign !== null) {
    const { kind, touch, id, title, cause, steps, source } = one.sign;
    return { kind, touch, codes: [id], name: '', title, cause, steps, source };
  }
  if (one.oauth !== null) {
    const { title, cause } = explain(appError('entra', { aadsts: '', error: one.oauth }));
    return {
      kind: 'sign-in',
      touch: 'credential',
      codes: [one.oauth],
      name: '',
      title,
      cause,
      steps: [TEXTS.pasteMore],
      source: SOURCES.oauth,
    };
  }
  const code = one.unknown ?? one.privilege ?? '';
  return one.privilege === null
    ? {
        kind: 'not-understood',
        touch: 'nothing',
        codes: [code],
        name: '',
        title: TEXTS.unknown(code),
        cause: TEXTS.unknownCause,
        steps: [TEXTS.pasteMore, TEXTS.keepIds],
        source: SOURCES.dataverseCodes,
      }
    : {
        kind: 'permission',
        touch: 'security-role',
        codes: [code],
        name: '',
        title: TEXTS.privilegeNamed(code),
        cause: TEXTS.privilegeCause,
        steps: [TEXTS.privilegeStep(code), TEXTS.pasteMore],
        source: SOURCES.security,
      };
};

/** What is wrong with names of a request, where the message says which (seen: ODataException messages of the Web API). */
const NO_PROPERTY =
  /Could not find a property named '(\w{1,120})' on type 'Microsoft\.Dynamics\.CRM\.(\w{1,120})'/i;
const NO_SEGMENT = /Resource not found for the segment '(\w{1,120})'/i;
const NOT_ON_TYPE =
  /The property '(\w{1,120})' does not exist on type 'Microsoft\.Dynamics\.CRM\.(\w{1,120})'/i;
const NO_ATTRIBUTE = /(?:'(\w{1,120})' )?entity doesn't contain attribute with Name = '(\w{1,120})'/i;
const NO_ROW = /(?:entity ')?(\b[a-z]\w{1,120})'? with id ?= ?\S{1,80} does not exist/i;
const NO_VALUE = /Cannot convert (?:the literal|a value) .{1,200}? to the expected type 'Edm\.(\w{1,40})'/i;
const NO_ID = /Unrecognized 'Edm\.Guid' string/i;
const UNDECLARED = /undeclared property '(\w{1,120})'/i;

type Misnamed = { readonly table: string | null; readonly column: string | null; readonly cause: string };

const misnamed = (message: string): Misnamed | null => {
  const property = NO_PROPERTY.exec(message) ?? NOT_ON_TYPE.exec(message) ?? UNDECLARED.exec(message);
  const [, column = '', table = null] = property ?? [];
  if (property !== null) return { table, column, cause: TEXTS.noProperty(column, table) };
  const attribute = NO_ATTRIBUTE.exec(message);
  if (attribute !== null) {
    const [, of = null, name = ''] = attribute;
    return { table: of, column: name, cause: TEXTS.noProperty(name, of) };
  }
  const row = NO_ROW.exec(message)?.[1];
  if (row !== undefined) return { table: row, column: null, cause: TEXTS.noRow(row) };
  const type = NO_ID.test(message) ? 'Guid' : NO_VALUE.exec(message)?.[1];
  if (type !== undefined) return { table: null, column: null, cause: TEXTS.noValue(type) };
  const segment = NO_SEGMENT.exec(message)?.[1];
  return segment === undefined ? null : { table: segment, column: null, cause: TEXTS.noSegment(segment) };
};

/** A code of a denied privilege says only that one is missing; its message, which privilege. */
const withWhatIsMissing = (one: Gathered, words: Plain): Plain =>
  one.hex === '0x80040220' && one.privilege === null
    ? { ...words, steps: [TEXTS.pasteMessage, ...words.steps] }
    : words;

/** Puts one error into words. */
export const describeError = (one: Gathered, who: Who, message: string): Described => {
  const { denied } = one;
  if (denied !== null) {
    const { touch, title, cause, remedies } = explainDenied(denied);
    const hex =
      one.hex ?? (denied.variant === 'column' || denied.variant === 'new-owner' ? null : '0x80040220');
    const code = one.hex;
    return {
      kind: 'permission',
      touch,
      codes: code === null ? [denied.privilege ?? denied.variant] : [code],
      name: hex === null ? '' : (dataverseCode(hex)?.name ?? ''),
      title,
      cause,
      steps: /with filtered privileges/i.test(message) ? [TEXTS.filtered, ...remedies] : remedies,
      source: denied.variant === 'column' ? SOURCES.columns : SOURCES.security,
      privilege: denied.privilege,
      verb: denied.verb,
      table: denied.table,
      depth: denied.depth,
      column: denied.column,
    };
  }
  const words = withWhatIsMissing(one, plain(one, who, message));
  const names = one.hex === null ? null : misnamed(message);
  if (names !== null) return { ...words, ...NOTHING_NAMED, ...names };
  if (one.privilege === null || words.kind !== 'permission') return { ...words, ...NOTHING_NAMED };
  return { ...words, ...NOTHING_NAMED, privilege: one.privilege, ...parsePrivilegeName(one.privilege) };
};
