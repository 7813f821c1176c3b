import type { ReactElement } from 'react';
import type {
  ColumnRight,
  ColumnSecurityProfile,
  SecuredColumn,
} from '../../../preload/contract/column-security.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Link, makeStyles, StatusBadge, tokens } from '../../ui/index.ts';
import { byReason, columnReason } from './column-words.ts';
import type { ReasonProfile } from './column-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.columnSecurity;

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  group: { marginTop: tokens.spacingVerticalS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  action: { minWidth: '80px' },
  why: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    listStyleType: 'disc',
    overflowWrap: 'anywhere',
  },
});

const Right = (props: { readonly right: ColumnRight }): ReactElement => {
  const styles = useStyles();
  const { action, allowed, service } = props.right;
  const differs = service !== null && service !== allowed;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.action}>{TEXTS.actions[action]}</span>
        <StatusBadge
          status={allowed ? 'healthy' : 'denied'}
          word={allowed ? TEXTS.allowed : TEXTS.denied[action]}
        />
      </div>
      {differs ? (
        <p className={styles.why}>{service ? TEXTS.otherwise.allowed : TEXTS.otherwise.refused}</p>
      ) : null}
    </>
  );
};

const Because = (props: {
  readonly reason: ReasonProfile;
  readonly onChange: ((what: 'give' | 'take', profile: string) => void) | undefined;
}): ReactElement => {
  const { onChange } = props;
  const { change, profile, words } = props.reason;
  return (
    <li>
      {words}
      {change === null || onChange === undefined ? null : (
        <>
          {' '}
          <Link onClick={() => onChange(change, profile)}>
            {change === 'give' ? TEXTS.plan : TEXTS.planTake}
          </Link>
        </>
      )}
    </li>
  );
};

/** One secured column: what the app may do with it, and the profiles that say so or that would. */
export const SecuredColumnItem = (props: {
  readonly column: SecuredColumn;
  readonly profiles: readonly ColumnSecurityProfile[];
  /** Plans that the app is given a profile or loses it; left out where nothing may be changed. */
  readonly onChange: ((what: 'give' | 'take', profile: string) => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  const { onChange } = props;
  const { displayName, name, rights } = props.column;
  return (
    <li>
      <div>
        <span className={styles.name}>{displayName}</span>{' '}
        {displayName === name ? null : <span className={styles.quiet}>{name}</span>}
      </div>
      {byReason(rights).map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const reason = columnReason(first, props.profiles);
        return (
          <div key={first.action} className={styles.group}>
            {group.map((right) => (
              <Right key={right.action} right={right} />
            ))}
            <p className={styles.why}>{reason.text}</p>
            {reason.profiles.length === 0 ? null : (
              <ul className={styles.list}>
                {reason.profiles.map((each) => (
                  <Because key={each.words} reason={each} onChange={onChange} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </li>
  );
};
