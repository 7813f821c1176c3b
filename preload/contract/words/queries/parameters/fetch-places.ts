import { readXml } from '../fetchxml/read-xml.ts';
import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { Span } from '../query-fault.ts';
import type { QueryColumn, QuerySchema, QueryTableDetails } from '../tables.ts';
import { PLACEHOLDER, typeOfColumn } from './parameter.ts';
import type { ParameterPlace, ParameterType } from './parameter.ts';
import { typeByOperator } from './type-by-operator.ts';

/** A stretch of the text that is a value, and what it is compared with. */
type Value = Span & { readonly column: QueryColumn | null; readonly type: ParameterType | null };

/** Attributes of `fetch` that say how much. */
const NUMBERS = ['top', 'count', 'page'];

const valuesOf = (text: string, root: XmlElement, schema: QuerySchema): readonly Value[] => {
  const values: Value[] = [];
  const aliases = new Map<string, QueryTableDetails | null>();
  const detailsOf = (element: XmlElement): QueryTableDetails | null =>
    schema.details.get(attributeOf(element, 'name') ?? '') ?? null;
  const addAttribute = (element: XmlElement, name: string, about: Omit<Value, keyof Span>): void => {
    const span = element.attributes.find((one) => one.name === name)?.valueSpan;
    if (span !== undefined) values.push({ ...about, from: span.from, to: span.to });
  };
  const addCondition = (condition: XmlElement, table: QueryTableDetails | null): void => {
    const other = attributeOf(condition, 'entityname');
    const there = other === null ? table : (aliases.get(other) ?? null);
    const name = attributeOf(condition, 'attribute');
    const column = there?.columns.find(({ logicalName }) => logicalName === name) ?? null;
    const kind = typeByOperator(attributeOf(condition, 'operator') ?? '');
    const about =
      kind === 'column'
        ? { column, type: column === null ? null : typeOfColumn(column) }
        : { column: null, type: kind };
    addAttribute(condition, 'value', about);
    for (const value of elementsOf(condition, 'value')) {
      for (const node of value.children) {
        // In CDATA a reference would be read as text (W3C XML 1.0 section 2.7).
        if (node.kind === 'text' && !text.startsWith('<![CDATA[', node.from))
          values.push({ ...about, from: node.from, to: node.to });
      }
    }
  };
  const collect = (element: XmlElement): void => {
    if (element.name === 'link-entity')
      aliases.set(attributeOf(element, 'alias') ?? attributeOf(element, 'name') ?? '', detailsOf(element));
    for (const child of elementsOf(element)) collect(child);
  };
  const walk = (element: XmlElement, table: QueryTableDetails | null): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'condition') addCondition(child, table);
      else walk(child, child.name === 'entity' || child.name === 'link-entity' ? detailsOf(child) : table);
    }
  };
  for (const name of NUMBERS) addAttribute(root, name, { column: null, type: 'number' });
  collect(root);
  walk(root, null);
  return values;
};

/** Where a FetchXML text asks for values: `{{name}}` in what conditions compare with, and in how much is read. Comments are left alone. */
export const fetchPlaces = (text: string, schema: QuerySchema): readonly ParameterPlace[] => {
  const comments = [...text.matchAll(/<!--[\s\S]*?-->/g)].map(({ 0: whole, index }) => [
    index,
    index + whole.length,
  ]);
  const { root } = readXml(text);
  const values = root === null ? [] : valuesOf(text, root, schema);
  return [...text.matchAll(PLACEHOLDER)].flatMap(
    ({ 0: written, 1: name = '', index: from }): readonly ParameterPlace[] => {
      if (comments.some(([begin = 0, end = 0]) => from >= begin && from < end)) return [];
      const to = from + written.length;
      const about = { name, written, from, to };
      const value = values.find((one) => one.from <= from && to <= one.to);
      if (value === undefined) return [{ ...about, place: 'misplaced', type: null, options: [] }];
      // Beside other text it is a part of a value.
      if (text.slice(value.from, value.to).trim() !== written)
        return [{ ...about, place: 'xml', type: 'text', options: [] }];
      return [{ ...about, place: 'xml', type: value.type, options: value.column?.options ?? [] }];
    },
  );
};
