import type { ReactElement } from 'react';
import { useState } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { checkQuery } from '../../../../preload/contract/words/queries/parameters/check-query.ts';
import { NO_SCHEMA } from '../../../../preload/contract/words/queries/tables.ts';
import {
  QUERY_LAB_TEXTS,
  queryFileFaultText,
  SAVED_QUERY_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import { Button, Checkbox, makeStyles, NoticeBar, SidePanel, tokens } from '../../../ui/index.ts';

type Found = OutputOf<'query.checkFile'>;
type FoundQuery = Found['queries'][number];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  faults: { margin: 0, paddingLeft: '20px' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    paddingLeft: '36px',
    lineHeight: tokens.lineHeightBase200,
    maxHeight: `calc(3 * ${tokens.lineHeightBase200})`,
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: {
    paddingLeft: '36px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

const aboutOf = ({ becomes, here, query }: FoundQuery): string => {
  const faults = checkQuery(query.language, query.text, NO_SCHEMA).filter(
    ({ severity }) => severity === 'error',
  ).length;
  return [
    QUERY_LAB_TEXTS.languages[query.language],
    here === 'renamed' ? TEXTS.here.renamed(becomes) : TEXTS.here[here],
    ...(faults === 0 ? [] : [TEXTS.queryFaults(faults)]),
  ].join(' · ');
};

/** What a file of queries would bring, before any of it is kept; or what is wrong with it. */
export const ImportPreview = (props: {
  readonly file: string;
  readonly found: Found;
  readonly busy: boolean;
  readonly onImport: (take: readonly number[]) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { found } = props;
  const styles = useStyles();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = found.queries.flatMap(({ here }, index) =>
    here === 'same' || left.has(index) ? [] : [index],
  );
  const toggle = (index: number): void =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  return (
    <SidePanel
      title={TEXTS.importTitle}
      subtitle={TEXTS.importFrom(props.file)}
      onClose={props.onClose}
      startWidth={480}
      actions={
        <>
          {found.faults.length > 0 ? null : (
            <Button
              appearance="primary"
              disabled={chosen.length === 0 || props.busy}
              onClick={() => props.onImport(chosen)}
            >
              {TEXTS.importChosen(chosen.length)}
            </Button>
          )}
          <Button onClick={props.onBack}>{TEXTS.back}</Button>
        </>
      }
    >
      {found.faults.length === 0 ? null : (
        <NoticeBar intent="error" title={TEXTS.faultsTitle}>
          <ul className={styles.faults}>
            {found.faults.map((fault) => (
              <li key={queryFileFaultText(fault)}>{queryFileFaultText(fault)}</li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <ul className={styles.list}>
        {found.queries.map((one, index) => (
          <li key={one.name} className={styles.item}>
            <Checkbox
              label={one.name}
              aria-label={TEXTS.choose(one.name)}
              disabled={one.here === 'same'}
              checked={chosen.includes(index)}
              onChange={() => toggle(index)}
            />
            <pre className={styles.text}>{one.query.text}</pre>
            <div className={styles.quiet}>{aboutOf(one)}</div>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
};
