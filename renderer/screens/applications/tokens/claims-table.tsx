import type { ReactElement } from 'react';
import type { JudgedClaim } from '../../../../preload/contract/words/token-verdicts.ts';
import { TOKENS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { formatMoment, makeStyles, mergeClasses, StatusBadge, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  claim: { width: '36%' },
  verdict: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    marginTop: tokens.spacingVerticalXXS,
  },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const TIMES = new Set(['exp', 'nbf', 'iat']);

/** Seconds since 1970 are read as the instant that they are. */
const momentOf = ({ name, value }: JudgedClaim): string | null =>
  TIMES.has(name) && Number.isFinite(Number(value)) ? formatMoment(new Date(Number(value) * 1000)) : null;

const badgeOf = ({ verdict }: JudgedClaim): ReactElement | null => {
  switch (verdict) {
    case 'ok':
      return <StatusBadge status="healthy" word={TEXTS.verdicts.ok} />;
    case 'differs':
      return <StatusBadge status="attention" word={TEXTS.verdicts.differs} />;
    case 'unknown':
      return <StatusBadge status="unknown" word={TEXTS.verdicts.unknown} />;
    case 'info':
      return null;
  }
};

/** Every claim with its meaning, what was expected, and the verdict. */
export const ClaimsTable = (props: {
  readonly label: string;
  readonly claims: readonly JudgedClaim[];
}): ReactElement => {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.claim)}>
            {TEXTS.columns.claim}
          </th>
          <th scope="col" className={styles.head}>
            {TEXTS.columns.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.claims.map((claim) => (
          <tr key={claim.name}>
            <th scope="row" className={styles.cell}>
              <span className={styles.mono}>{claim.name}</span>
              <div className={styles.note}>{TEXTS.meaning(claim.name)}</div>
            </th>
            <td className={styles.cell}>
              <span className={styles.mono}>{momentOf(claim) ?? claim.value}</span>
              {claim.verdict === 'info' ? null : (
                <div className={styles.verdict}>
                  {badgeOf(claim)}
                  {claim.verdict === 'differs' && claim.expected !== null ? (
                    <span className={styles.note}>{TEXTS.expected(claim.expected)}</span>
                  ) : null}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
