import type { Finding } from '../../../../preload/contract/explain.ts';
import type { Touch } from '../../../../preload/contract/words/finding.ts';
import {
  EXPLAINER_TEXTS as TEXTS,
  NAMED_THING_LABELS,
  TOUCH_LABELS,
} from '../../../../preload/contract/words/texts/en.ts';

/** What a finding names, label and value, the most useful first. */
export type NamedFact = { readonly label: string; readonly value: string; readonly id: boolean };

const NOTHING: ReadonlySet<Touch> = new Set(['wait', 'nothing']);
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** Privilege, table, depth and whom the message names. */
export const factsOf = (finding: Finding): readonly NamedFact[] => {
  const plain = (label: string, value: string | null): readonly NamedFact[] =>
    value === null || value === '' ? [] : [{ label, value, id: false }];
  return [
    ...plain(TEXTS.touch, NOTHING.has(finding.touch) ? null : TOUCH_LABELS[finding.touch]),
    ...plain(TEXTS.privilege, finding.privilege),
    ...plain(TEXTS.table, finding.table),
    ...plain(TEXTS.column, finding.column),
    ...plain(TEXTS.depth, finding.depth),
    ...plain(
      TEXTS.waitLabel,
      finding.retryAfterSeconds === null ? null : TEXTS.wait(finding.retryAfterSeconds),
    ),
    ...finding.who.map(({ what, value }) => ({
      label: NAMED_THING_LABELS[what],
      value,
      id: GUID.test(value),
    })),
  ];
};
