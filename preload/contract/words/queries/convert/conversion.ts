import type { Span } from '../query-fault.ts';

/** Why a query of one language has no equivalent in the other; `words/texts/conversion.ts` says it to people. */
export type ConversionReason =
  | 'has-faults'
  | 'tables-needed'
  | 'table-unknown'
  | 'column-unknown'
  | 'value-unreadable'
  | 'owner-row'
  | 'shown-column'
  // FetchXML → OData
  | 'paging'
  | 'fetch-option'
  | 'distinct'
  | 'column-alias'
  | 'rows-per-child'
  | 'no-relationship'
  | 'outer-filter'
  | 'link-order'
  | 'order-of-choices'
  | 'link-twice'
  | 'link-type'
  | 'list-behind-lookup'
  | 'intersect-column'
  | 'order-behind-lookup'
  | 'condition-on-alias'
  | 'function-on-link'
  | 'like-pattern'
  | 'operator'
  | 'date-grouping'
  | 'aggregate'
  | 'aggregate-link'
  | 'aggregate-order'
  | 'having'
  // OData → FetchXML
  | 'path'
  | 'expand-many'
  | 'expand-option'
  | 'filter-expression'
  | 'negation'
  | 'order-on-link'
  | 'order-mixed'
  | 'select-path'
  | 'apply-step'
  | 'saved-query'
  | 'count-with-top'
  | 'top-too-large';

/** What differs although an equivalent was found. */
export type ConversionNote =
  | 'page-size'
  | 'time-zone'
  | 'time-zone-of-caller'
  | 'day-boundaries'
  | 'order-by-number'
  | 'nested-rows'
  | 'flat-rows'
  | 'order-of-groups'
  | 'no-effect';

export type Told<Code> = Span & { readonly code: Code; readonly value: string };

/** The same query in the other language with what differs, or every reason why there is none. */
export type Conversion =
  | { readonly ok: true; readonly text: string; readonly notes: readonly Told<ConversionNote>[] }
  | { readonly ok: false; readonly reasons: readonly Told<ConversionReason>[] };

/** Collects while a query is being converted: one reason is enough to have no equivalent, all of them are told. */
export type Ledger = {
  readonly refuse: (code: ConversionReason, span: Span, value?: string) => null;
  readonly note: (code: ConversionNote, span: Span, value?: string) => void;
  readonly end: (text: () => string) => Conversion;
};

/** An empty ledger. */
export const createLedger = (): Ledger => {
  const reasons: Told<ConversionReason>[] = [];
  const notes: Told<ConversionNote>[] = [];
  return {
    refuse: (code, { from, to }, value = '') => {
      if (!reasons.some((one) => one.code === code && one.from === from && one.value === value))
        reasons.push({ code, from, to, value });
      return null;
    },
    note: (code, { from, to }, value = '') => {
      if (!notes.some((one) => one.code === code)) notes.push({ code, from, to, value });
    },
    end: (text) => (reasons.length > 0 ? { ok: false, reasons } : { ok: true, text: text(), notes }),
  };
};
