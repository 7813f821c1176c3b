/** A stretch of a text, by characters from its beginning; `to` is the first one after it. */
export type Span = { readonly from: number; readonly to: number };

/** What can be wrong with the text of a query; `words/texts/query-faults.ts` says it to people. */
export type FaultCode =
  // OData
  | 'unterminated-text'
  | 'unexpected-character'
  | 'unexpected-end'
  | 'expected'
  | 'too-deep'
  | 'unknown-option'
  | 'option-refused'
  | 'option-twice'
  | 'option-empty'
  | 'option-case'
  | 'not-a-number'
  | 'operator-refused'
  | 'function-refused'
  | 'alias-missing'
  | 'alias-in-expand'
  | 'expand-option-refused'
  | 'expand-one-option'
  | 'expand-nested-option'
  | 'expand-reference'
  | 'too-many-expands'
  | 'order-by-aggregate'
  | 'types-differ'
  | 'double-quotes'
  | 'list-needed'
  | 'beside-apply'
  | 'aggregate-type'
  | 'not-yes-or-no'
  | 'function-arguments'
  | 'path-through-many'
  | 'list-behind-lookup'
  | 'order-behind-lookup'
  | 'select-path'
  | 'group-by-date'
  | 'top-too-large'
  // Parameters
  | 'placeholder-misplaced'
  // XML
  | 'xml-name'
  | 'xml-unclosed'
  | 'xml-end-tag'
  | 'xml-attribute'
  | 'xml-attribute-twice'
  | 'xml-reference'
  | 'xml-declaration'
  | 'xml-text'
  | 'xml-root'
  // FetchXML
  | 'element-unknown'
  | 'element-misplaced'
  | 'element-twice'
  | 'element-missing'
  | 'attribute-unknown'
  | 'attribute-missing'
  | 'attribute-value'
  | 'operator-unknown'
  | 'operator-values'
  | 'operator-no-value'
  | 'operator-type'
  | 'top-with-paging'
  | 'aggregate-needed'
  | 'alias-needed'
  | 'alias-twice'
  | 'all-attributes-aggregate'
  | 'link-columns-refused'
  | 'link-type-misplaced'
  | 'too-many-conditions'
  | 'too-many-links'
  | 'no-lock-needless'
  // The environment's own tables
  | 'table-unknown'
  | 'column-unknown'
  | 'navigation-unknown'
  | 'lookup-spelling'
  | 'owner-column'
  | 'choice-unknown'
  | 'column-secured';

/** One thing that is wrong, where, and what it is about. */
export type QueryFault = Span & {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: FaultCode;
  /** What stands there. */
  readonly value: string;
  /** What was expected instead, or nothing. */
  readonly instead: string;
};

/** Makes a fault; an error unless said otherwise. */
export const queryFault = (
  code: FaultCode,
  { from, to }: Span,
  value = '',
  instead = '',
  severity: QueryFault['severity'] = 'error',
): QueryFault => ({ severity, code, from, to: Math.max(from, to), value, instead });

/** Line and column of a place in a text, both from 1. */
export const placeOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
};
