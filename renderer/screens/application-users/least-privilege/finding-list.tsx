import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { makeStyles, StatusBadge, tokens } from '../../../ui/index.ts';
import type { Finding } from './findings.ts';

const TEXTS = APPLICATION_USERS_TEXTS.least;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

const detailOf = (finding: Finding): string => {
  switch (finding.kind) {
    case 'system-administrator':
    case 'adds-nothing':
      return TEXTS.through([...new Set(finding.roles.map(({ name }) => name))]);
    case 'acts-for-others':
    case 'grants-rights':
      return TEXTS.through(finding.privileges);
    case 'changes-everywhere':
      return TEXTS.tables(finding.tables);
  }
};

/** What stands out in an application user's access, and why it matters. */
export const FindingList = (props: { readonly findings: readonly Finding[] }): ReactElement => {
  const styles = useStyles();
  if (props.findings.length === 0) return <StatusBadge status="healthy" word={TEXTS.nothingFound} />;
  return (
    <ul className={styles.list}>
      {props.findings.map((finding) => (
        <li key={finding.kind}>
          <StatusBadge
            status={finding.kind === 'adds-nothing' ? 'unknown' : 'attention'}
            word={TEXTS.findings[finding.kind].title}
          />
          <p className={styles.text}>{TEXTS.findings[finding.kind].text}</p>
          <p className={styles.text}>{detailOf(finding)}</p>
        </li>
      ))}
    </ul>
  );
};
