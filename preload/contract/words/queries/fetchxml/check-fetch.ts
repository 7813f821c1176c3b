import { nearestName } from '../nearest-name.ts';
import { queryFault } from '../query-fault.ts';
import type { FaultCode, QueryFault, Span } from '../query-fault.ts';
import { checkRefusals } from './check-refusals.ts';
import { FETCH_OPERATORS, operatorNamed } from './operators.ts';
import { readXml } from './read-xml.ts';
import { FETCH_SCHEMA, FILTER_LINKS, MOST_CONDITIONS, MOST_LINKS, MOST_ROWS } from './schema.ts';
import type { AttributeKind, ElementRule } from './schema.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

type Tell = (
  code: FaultCode,
  span: Span,
  value?: string,
  instead?: string,
  severity?: QueryFault['severity'],
) => void;

const ruleOf = (name: string): ElementRule | undefined =>
  Object.hasOwn(FETCH_SCHEMA, name) ? FETCH_SCHEMA[name] : undefined;

const OPERATOR_NAMES = FETCH_OPERATORS.map(({ name }) => name);
/** Links that only ask whether rows are there: none of their columns come back (Microsoft Learn: "link-entity element"). */
const WITHOUT_COLUMNS = new Set([...FILTER_LINKS, 'exists', 'in']);
/** Whether an attribute of FetchXML says yes. */
export const isOn = (value: string | null): boolean => value === 'true' || value === '1';

/** A placeholder stands for a value that is asked for before the run. */
const isPlaceholder = (value: string): boolean => /^\{\{[\p{L}_][\p{L}\p{N}_]*\}\}$/u.test(value);

const spanOf = (element: XmlElement, attribute: string): Span =>
  element.attributes.find(({ name }) => name === attribute)?.valueSpan ?? element.nameSpan;

const expectedOf = (kind: AttributeKind, value: string): string | null => {
  if (isPlaceholder(value)) return null;
  switch (kind) {
    case 'text':
    case 'operator':
      return null;
    case 'boolean':
      return /^(true|false|0|1)$/.test(value) ? null : 'true or false';
    case 'whole':
      return /^\s*-?\d{1,10}\s*$/.test(value) ? null : 'a whole number';
    default:
      return kind.includes(value) ? null : kind.join(', ');
  }
};

const checkForm = (element: XmlElement, parent: XmlElement | null, tell: Tell): void => {
  const rule = ruleOf(element.name);
  if (rule === undefined) {
    tell(
      'element-unknown',
      element.nameSpan,
      element.name,
      nearestName(element.name, Object.keys(FETCH_SCHEMA)),
    );
    return;
  }
  if (parent !== null && ruleOf(parent.name)?.children.includes(element.name) !== true) {
    tell('element-misplaced', element.nameSpan, element.name, parent.name);
  }
  for (const one of element.attributes) {
    const kind = Object.hasOwn(rule.attributes, one.name) ? rule.attributes[one.name] : undefined;
    if (kind === undefined) {
      if (!one.name.startsWith('xmlns') && !one.name.includes(':'))
        // The service passes over what it does not know.
        tell(
          'attribute-unknown',
          one,
          one.name,
          nearestName(one.name, Object.keys(rule.attributes)),
          'warning',
        );
      continue;
    }
    const expected = expectedOf(kind, one.value);
    if (expected !== null) tell('attribute-value', one.valueSpan, one.value, expected);
  }
  for (const name of rule.required) {
    if ((attributeOf(element, name) ?? '') === '')
      tell('attribute-missing', element.nameSpan, element.name, name);
  }
  for (const name of rule.once) {
    const second = elementsOf(element, name)[1];
    if (second !== undefined) tell('element-twice', second.nameSpan, name, element.name);
  }
  for (const node of element.children) {
    if (node.kind === 'text' && node.text.trim() !== '' && element.name !== 'value') {
      tell('xml-text', node, node.text.trim().slice(0, 40));
    }
  }
};

const checkCondition = (condition: XmlElement, tell: Tell): void => {
  const name = attributeOf(condition, 'operator');
  if (name === null || name === '') return;
  const operator = operatorNamed(name);
  if (operator === null) {
    tell('operator-unknown', spanOf(condition, 'operator'), name, nearestName(name, OPERATOR_NAMES));
    return;
  }
  if (
    attributeOf(condition, 'attribute') === null &&
    attributeOf(condition, 'column') === null &&
    attributeOf(condition, 'alias') === null
  ) {
    tell('attribute-missing', condition.nameSpan, 'condition', 'attribute');
  }
  const one = attributeOf(condition, 'value');
  const other = attributeOf(condition, 'valueof');
  const many = elementsOf(condition, 'value').length;
  // Tools leave an empty value beside the elements of a list; the service passes over it.
  const attribute = one === null || (one === '' && many > 0) ? 0 : 1;
  const given = attribute + (other === null ? 0 : 1) + many;
  switch (operator.values) {
    case 'none':
      if (given > 0) tell('operator-no-value', spanOf(condition, 'operator'), name, '', 'warning');
      return;
    case 'one':
      if (given !== 1) tell('operator-values', spanOf(condition, 'operator'), name, 'one value');
      return;
    case 'many':
      // A list takes its values from elements alone.
      if (many === 0 && other === null)
        tell('operator-values', spanOf(condition, 'operator'), name, 'one value element for each value');
      return;
    case 'two':
      if (many !== 2) tell('operator-values', spanOf(condition, 'operator'), name, 'two value elements');
      return;
  }
};

const checkLink = (link: XmlElement, parent: XmlElement | null, tell: Tell): void => {
  const type = attributeOf(link, 'link-type') ?? 'inner';
  const inFilter = parent?.name === 'filter';
  if (FILTER_LINKS.includes(type) !== inFilter && parent !== null) {
    tell(
      'link-type-misplaced',
      spanOf(link, 'link-type'),
      type,
      inFilter ? FILTER_LINKS.join(', ') : 'filter',
    );
  }
  if (!WITHOUT_COLUMNS.has(type)) return;
  for (const column of [...elementsOf(link, 'attribute'), ...elementsOf(link, 'all-attributes')]) {
    tell('link-columns-refused', column.nameSpan, type);
  }
};

const checkFetch = (fetch: XmlElement, tell: Tell): void => {
  if (elementsOf(fetch, 'entity').length === 0) tell('element-missing', fetch.nameSpan, 'fetch', 'entity');
  const top = attributeOf(fetch, 'top');
  if (top !== null && Number(top) > MOST_ROWS)
    tell('top-too-large', spanOf(fetch, 'top'), top, String(MOST_ROWS));
  if (top !== null) {
    for (const paging of ['page', 'paging-cookie', 'count', 'returntotalrecordcount']) {
      if (attributeOf(fetch, paging) !== null) tell('top-with-paging', spanOf(fetch, paging), paging);
    }
  }
  if (attributeOf(fetch, 'no-lock') !== null) {
    tell('no-lock-needless', spanOf(fetch, 'no-lock'), 'no-lock', '', 'info');
  }
};

const checkAttribute = (column: XmlElement, aggregates: boolean, tell: Tell): void => {
  const aggregate = attributeOf(column, 'aggregate');
  const group = isOn(attributeOf(column, 'groupby'));
  if (!aggregates) {
    const used = ['aggregate', 'groupby', 'dategrouping'].find((name) => attributeOf(column, name) !== null);
    if (used !== undefined && (used !== 'groupby' || group))
      tell('aggregate-needed', spanOf(column, used), used);
    return;
  }
  if ((aggregate !== null || group) && attributeOf(column, 'alias') === null)
    tell('alias-needed', column.nameSpan, attributeOf(column, 'name') ?? '');
  if (aggregate === null && !group) tell('attribute-missing', column.nameSpan, 'attribute', 'aggregate');
};

/** Checks FetchXML against its schema and the service's own rules; every fault with its place. */
export const checkFetchXml = (
  text: string,
): { readonly root: XmlElement | null; readonly faults: readonly QueryFault[] } => {
  const { faults: bad, root } = readXml(text);
  if (root === null) {
    if (bad.length > 0 || text.trim() === '') return { root, faults: bad };
    return { root, faults: [queryFault('element-missing', { from: 0, to: text.length }, '', 'fetch')] };
  }
  const faults = [...bad];
  const tell: Tell = (code, span, value, instead, severity) =>
    faults.push(queryFault(code, span, value, instead, severity));
  if (root.name !== 'fetch') {
    tell('element-misplaced', root.nameSpan, root.name, '');
    return { root, faults };
  }
  const aggregates = isOn(attributeOf(root, 'aggregate'));
  // A table and a column may share a name (Microsoft Learn: "Order rows using FetchXml").
  const aliases: Readonly<Record<string, Set<string>>> = { attribute: new Set(), 'link-entity': new Set() };
  let conditions = 0;
  let links = 0;
  const walk = (element: XmlElement, parent: XmlElement | null): void => {
    checkForm(element, parent, tell);
    if (element.name === 'fetch') checkFetch(element, tell);
    if (element.name === 'condition') {
      conditions += 1;
      if (conditions === MOST_CONDITIONS + 1)
        tell('too-many-conditions', element.nameSpan, '', String(MOST_CONDITIONS));
      checkCondition(element, tell);
    }
    if (element.name === 'link-entity') {
      links += 1;
      if (links === MOST_LINKS + 1) tell('too-many-links', element.nameSpan, '', String(MOST_LINKS));
      checkLink(element, parent, tell);
    }
    if (element.name === 'attribute') checkAttribute(element, aggregates, tell);
    if (element.name === 'all-attributes' && aggregates) tell('all-attributes-aggregate', element.nameSpan);
    const taken = Object.hasOwn(aliases, element.name) ? aliases[element.name] : undefined;
    const alias = taken === undefined ? null : attributeOf(element, 'alias');
    if (alias !== null && alias !== '') {
      if (taken?.has(alias) === true) tell('alias-twice', spanOf(element, 'alias'), alias);
      taken?.add(alias);
    }
    for (const child of elementsOf(element)) walk(child, element);
  };
  walk(root, null);
  checkRefusals(root, aggregates, tell);
  return { root, faults };
};
