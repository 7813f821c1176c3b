import type { FaultCode, Span } from '../query-fault.ts';
import { operatorNamed } from './operators.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Tells of an error at a place. */
type Tell = (code: FaultCode, span: Span, value?: string, instead?: string) => void;

const spanOf = (element: XmlElement, attribute: string): Span =>
  element.attributes.find(({ name }) => name === attribute)?.valueSpan ?? element.nameSpan;

/** A placeholder stands for a value that is asked for before the run. */
const isPlaceholder = (value: string): boolean => value.startsWith('{{');
const isAboveZero = (value: string): boolean => /^\s*\d{1,10}\s*$/.test(value) && Number(value) > 0;

/** An attribute that says something, or null. */
const said = (element: XmlElement, name: string): string | null => {
  const value = attributeOf(element, name);
  return value === null || value === '' ? null : value;
};

/** Operators that compare two columns (Microsoft Learn: "Filter rows using FetchXml", limitations on column comparison filters). */
const COMPARING = ['eq', 'ne', 'neq', 'gt', 'ge', 'lt', 'le'];
/** Attributes that have to be greater than zero (Microsoft Learn: "fetch element"; QueryBuilderValue_GreaterThanZero). */
const COUNTS = ['top', 'page', 'count', 'aggregatelimit'];

type Known = {
  readonly aggregates: boolean;
  /** Names by which conditions and orders may call a table. */
  readonly tables: ReadonlySet<string>;
  /** Those by which `valueof` may: a link needs an alias for it (Microsoft Learn: "Filter rows using FetchXml"). */
  readonly aliases: ReadonlySet<string>;
  /** Aliases that an aggregate can be sorted by. */
  readonly columns: ReadonlySet<string>;
};

const every = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...elementsOf(element).flatMap(every),
];

const checkAlias = (element: XmlElement, tell: Tell): void => {
  const alias = said(element, 'alias');
  if (alias !== null && !isPlaceholder(alias) && !/^[A-Za-z_]\w*$/.test(alias)) {
    tell('attribute-value', spanOf(element, 'alias'), alias, 'letters, digits and _, a digit not at first');
  }
};

const checkTableName = (element: XmlElement, { tables }: Known, tell: Tell): void => {
  const name = said(element, 'entityname');
  if (name === null || tables.has(name)) return;
  tell('attribute-value', spanOf(element, 'entityname'), name, [...tables].join(', '));
};

const checkOrder = (order: XmlElement, { aggregates, columns }: Known, tell: Tell): void => {
  const alias = said(order, 'alias');
  if (!aggregates) {
    if (said(order, 'attribute') === null) tell('attribute-missing', order.nameSpan, 'order', 'attribute');
    if (alias !== null) tell('aggregate-needed', spanOf(order, 'alias'), 'alias');
    return;
  }
  const attribute = said(order, 'attribute');
  if (alias === null) tell('attribute-missing', order.nameSpan, 'order', 'alias');
  else if (!columns.has(alias))
    tell('attribute-value', spanOf(order, 'alias'), alias, [...columns].join(', '));
  if (attribute !== null && alias !== null)
    tell('attribute-value', spanOf(order, 'attribute'), attribute, 'only the alias');
};

const checkCondition = (condition: XmlElement, { aliases }: Known, tell: Tell): void => {
  const operator = said(condition, 'operator') ?? '';
  const value = attributeOf(condition, 'value');
  if (operator.includes('-x-') && value !== null && !isPlaceholder(value) && !isAboveZero(value)) {
    tell('operator-values', spanOf(condition, 'value'), operator, 'a whole number above 0');
  }
  const other = said(condition, 'valueof');
  // Beside an operator that takes no value it says nothing.
  if (other === null || operatorNamed(operator)?.values === 'none') return;
  if (!COMPARING.includes(operator))
    tell('operator-values', spanOf(condition, 'valueof'), operator, 'a value, not another column');
  const [table = '', column] = other.split('.');
  if (column !== undefined && !aliases.has(table))
    tell('attribute-value', spanOf(condition, 'valueof'), other, [...aliases].join(', '));
};

const checkElement = (element: XmlElement, known: Known, tell: Tell): void => {
  switch (element.name) {
    case 'fetch':
      for (const name of COUNTS) {
        const value = attributeOf(element, name);
        if (value !== null && /^\s*-?\d{1,10}\s*$/.test(value) && !isAboveZero(value))
          tell('attribute-value', spanOf(element, name), value, 'a whole number above 0');
      }
      return;
    case 'attribute':
      checkAlias(element, tell);
      if (said(element, 'aggregate') !== null && ['true', '1'].includes(said(element, 'groupby') ?? ''))
        tell('attribute-value', spanOf(element, 'groupby'), 'groupby', 'aggregate or groupby');
      return;
    case 'link-entity':
      checkAlias(element, tell);
      return;
    case 'order':
      checkTableName(element, known, tell);
      checkOrder(element, known, tell);
      return;
    case 'condition':
      checkTableName(element, known, tell);
      checkCondition(element, known, tell);
      return;
    default:
      return;
  }
};

/** What the service refuses beside what its schema says (Microsoft Learn: "Web service error codes", QueryBuilder…, and the pages of each element). */
export const checkRefusals = (root: XmlElement, aggregates: boolean, tell: Tell): void => {
  const all = every(root);
  const named = (name: string): readonly XmlElement[] => all.filter((one) => one.name === name);
  const tables = [...named('entity'), ...named('link-entity')].flatMap(
    (one) => said(one, 'alias') ?? said(one, 'name') ?? [],
  );
  const columns = named('attribute').flatMap((one) => said(one, 'alias') ?? []);
  const aliases = [
    ...named('entity').flatMap((one) => said(one, 'name') ?? []),
    ...named('link-entity').flatMap((one) => said(one, 'alias') ?? []),
  ];
  const known = {
    aggregates,
    tables: new Set(tables),
    aliases: new Set(aliases),
    columns: new Set(columns),
  };
  if (['true', '1'].includes(said(root, 'distinct') ?? '') && named('no-attrs').length > 0)
    tell('attribute-value', spanOf(root, 'distinct'), 'distinct', 'distinct or no-attrs');
  for (const one of all) checkElement(one, known, tell);
};
