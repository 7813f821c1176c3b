import type { ReactElement } from 'react';
import type { WriteAnswer as Answer } from '../../../../preload/contract/fleet-writes.ts';
import { WRITE_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { RemedyHandlers } from '../../../ui/index.ts';
import { ErrorPanel, Facts, makeStyles, NoticeBar, PanelSection, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  code: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

const Changes = ({ changes }: Pick<Answer, 'changes'>): ReactElement => {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={TEXTS.changes}>
      <thead>
        <tr>
          {[TEXTS.column, TEXTS.valueBefore, TEXTS.valueAfter].map((name) => (
            <th key={name} scope="col" className={styles.head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ after, before, column }) => (
          <tr key={column}>
            <th scope="row" className={styles.cell}>
              {column}
            </th>
            <td className={styles.cell}>{before ?? TEXTS.absent}</td>
            <td className={styles.cell}>{after ?? TEXTS.absent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What came back, and what is different now. */
export const WriteAnswer = (props: {
  readonly answer: Answer;
  readonly handlers: RemedyHandlers;
}): ReactElement => {
  const { answer, handlers } = props;
  const styles = useStyles();
  const { body, changes, error, headers, milliseconds, status, there } = answer;
  return (
    <>
      <NoticeBar intent="info" title={TEXTS.over} />
      <PanelSection title={TEXTS.answer}>
        {error === null ? null : <ErrorPanel error={error} handlers={handlers} />}
        <Facts
          facts={[
            { label: TEXTS.status, value: status === null ? TEXTS.noStatus : String(status) },
            ...(error === null ? [{ label: TEXTS.time, value: TEXTS.milliseconds(milliseconds) }] : []),
            ...(there === null
              ? []
              : [{ label: TEXTS.after, value: there ? TEXTS.there.yes : TEXTS.there.no }]),
          ]}
        />
      </PanelSection>
      {error === null ? (
        <PanelSection title={TEXTS.changes}>
          {changes.length === 0 ? <span>{TEXTS.noChanges}</span> : <Changes changes={changes} />}
        </PanelSection>
      ) : null}
      {body === '' ? null : (
        <PanelSection title={TEXTS.answerBody}>
          <pre className={styles.code}>{body}</pre>
        </PanelSection>
      )}
      {headers.length === 0 ? null : (
        <PanelSection title={TEXTS.headers}>
          <Facts facts={headers.map(({ name, value }) => ({ label: name, value }))} />
        </PanelSection>
      )}
    </>
  );
};
