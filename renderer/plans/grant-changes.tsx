import type { ReactElement } from 'react';
import { useState } from 'react';
import type { PlanStep } from '../../preload/contract/fleet.ts';
import { DEPTH_LABELS, ROLE_PLAN_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { Button, DepthGlyph, ForwardIcon, makeStyles, tokens } from '../ui/index.ts';

type Grant = NonNullable<PlanStep['privileges']>[number];

/** So many privileges stand there at once; the rest on request. */
const AT_FIRST = 8;
const MORE = 100;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: 'contents' },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontFamily: tokens.fontFamilyMonospace,
  },
  before: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  after: { whiteSpace: 'nowrap' },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

/** Privileges of a role that change: how far each is granted, before and after. */
export const GrantChanges = (props: { readonly grants: readonly Grant[] }): ReactElement => {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_FIRST);
  const rest = props.grants.length - shown;
  return (
    <div>
      <ul className={styles.list} aria-label={TEXTS.grants}>
        {props.grants.slice(0, shown).map(({ after, before, name }) => (
          <li key={name} className={styles.item}>
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.before}>
              <DepthGlyph depth={before} /> {DEPTH_LABELS[before]}
            </span>
            <span className={styles.arrow} role="img" aria-label={TEXTS.becomes}>
              <ForwardIcon />
            </span>
            <span className={styles.after}>
              <DepthGlyph depth={after} /> {DEPTH_LABELS[after]}
            </span>
          </li>
        ))}
      </ul>
      {rest <= 0 ? null : (
        <Button
          className={styles.more}
          size="small"
          appearance="subtle"
          onClick={() => setShown(shown + MORE)}
        >
          {TEXTS.more(rest)}
        </Button>
      )}
    </div>
  );
};
