import type { ReactElement, ReactNode } from 'react';
import type { Evidence } from '../../../preload/contract/doctor.ts';
import {
  DEPTH_LABELS,
  DOCTOR_TEXTS as TEXTS,
  EVIDENCE_TEXTS,
  EVIDENCE_WORDS,
} from '../../../preload/contract/words/texts/en.ts';
import { Facts, formatNumber, Identifier, makeStyles, Moment, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  expected: { color: tokens.colorPaletteDarkOrangeForeground1, marginLeft: tokens.spacingHorizontalS },
});

const wordOf = (value: string): string =>
  EVIDENCE_WORDS[value] ?? Object.entries(DEPTH_LABELS).find(([depth]) => depth === value)?.[1] ?? value;

const shown = ({ kind, label, value }: Evidence): ReactNode => {
  switch (kind) {
    case 'text':
      return value;
    case 'word':
      return wordOf(value);
    case 'id':
      return <Identifier value={value} what={EVIDENCE_TEXTS[label]} />;
    case 'instant':
      return <Moment at={value} />;
    case 'milliseconds':
      return TEXTS.milliseconds(Number(value));
    case 'number':
      return formatNumber(Number(value));
  }
};

const differs = ({ value, expected }: Evidence): boolean =>
  expected !== null && expected.toLowerCase().replace(/\/+$/, '') !== value.toLowerCase().replace(/\/+$/, '');

/** What a link saw; several values of one label stand together. */
export const EvidenceList = (props: { readonly evidence: readonly Evidence[] }): ReactElement => {
  const styles = useStyles();
  const labels = [...new Set(props.evidence.map(({ label }) => label))];
  return (
    <Facts
      facts={labels.map((label) => ({
        label: EVIDENCE_TEXTS[label],
        value: props.evidence
          .filter((each) => each.label === label)
          .map((each, at) => (
            <span key={`${each.value}-${String(at)}`}>
              {at === 0 ? '' : ', '}
              {shown(each)}
              {differs(each) ? (
                <span className={styles.expected}>{TEXTS.expected(each.expected ?? '')}</span>
              ) : null}
            </span>
          )),
      }))}
    />
  );
};
