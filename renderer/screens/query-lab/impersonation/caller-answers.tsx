import type { ReactElement } from 'react';
import type { CallerAnswer } from '../../../../preload/contract/query-callers.ts';
import { CALLER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { RemedyHandlers } from '../../../ui/index.ts';
import { ErrorPanel, makeStyles, StatusBadge, tokens, typographyStyles } from '../../../ui/index.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  name: { ...typographyStyles.body1Strong },
  rows: { ...typographyStyles.subtitle2 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What each caller was answered, beside each other; refusals in full below. */
export const CallerAnswers = (props: {
  readonly answers: readonly CallerAnswer[];
  readonly appName: string;
  readonly userName: string;
  readonly handlers: RemedyHandlers;
}): ReactElement => {
  const styles = useStyles();
  const nameOf = (who: CallerAnswer['who']) => TEXTS.asWho(who, props.appName, props.userName);
  return (
    <>
      <ul className={styles.list} aria-label={TEXTS.answers}>
        {props.answers.map(({ error, hidden, milliseconds, more, rows, unknown, who }) => (
          <li key={who} className={styles.card}>
            <span className={styles.name}>{nameOf(who)}</span>
            {error === null ? (
              <span className={styles.rows}>{TEXTS.rows(rows, more)}</span>
            ) : (
              <StatusBadge status="denied" />
            )}
            {hidden.length === 0 ? null : <span>{TEXTS.hidden(hidden.join(', '))}</span>}
            {unknown.length === 0 ? null : <span>{TEXTS.unknown(unknown.join(', '))}</span>}
            <span className={styles.quiet}>{TEXTS.milliseconds(milliseconds)}</span>
          </li>
        ))}
      </ul>
      {props.answers.map(({ error, who }) =>
        error === null ? null : <ErrorPanel key={who} error={error} handlers={props.handlers} />,
      )}
    </>
  );
};
