import type { ReactElement } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { CountedRole, RecordRight } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import {
  APPLICATION_USERS_TEXTS,
  DEPTH_LABELS,
  VERB_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import { Link, makeStyles, StatusBadge, tokens } from '../../ui/index.ts';
import { reachWords, throughWords } from './reach-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.record;

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  verb: { fontWeight: tokens.fontWeightSemibold, minWidth: '80px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  why: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, overflowWrap: 'anywhere' },
  list: {
    margin: 0,
    paddingLeft: `calc(${tokens.spacingHorizontalXXL} * 2)`,
    listStyleType: 'disc',
    overflowWrap: 'anywhere',
  },
});

/** What is known beside roles and shares. */
type Sources = Pick<OutputOf<'securityRoles.recordAccess'>, 'otherwise' | 'sharingKnown'>;

/** Why a right is there or not, where no list of roles says it already. */
const reasonOf = (right: RecordRight, roles: number, { otherwise, sharingKnown }: Sources): string | null => {
  const { changes, depth, privilege } = right;
  if (right.allowed) {
    if (right.reaching.length > 0) return null;
    if (right.shared.length > 0) return TEXTS.byShare;
    return sharingKnown || otherwise !== 'unknown' ? TEXTS.otherwise[otherwise] : TEXTS.sharingUnknown;
  }
  if (right.reaching.length > 0) return TEXTS.despite;
  const missing =
    depth === 'None' ? TEXTS.notHeld(privilege) : TEXTS.notFarEnough(privilege, DEPTH_LABELS[depth]);
  if (changes.length > 0) return `${missing} ${TEXTS.wouldDo(changes.length)}`;
  return roles === 0 ? `${missing} ${TEXTS.roleFirst}` : missing;
};

/** One verb of a record: allowed or not, and the roles that grant it or that would have to. */
export const RecordRightItem = (props: {
  readonly right: RecordRight;
  readonly roles: readonly CountedRole[];
  readonly sources: Sources;
  /** Plans that a role grants the right so far; left out where nothing may be changed. */
  readonly onGrant: ((role: CountedRole, depth: Exclude<Depth, 'None'>) => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  const { onGrant, right, roles } = props;
  const reason = reasonOf(right, roles.length, props.sources);
  const told = right.allowed ? right.reaching : right.changes;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.verb}>{VERB_LABELS[right.verb]}</span>
        <StatusBadge
          status={right.allowed ? 'healthy' : 'denied'}
          word={right.allowed ? TEXTS.allowed : TEXTS.denied}
        />
      </div>
      {reason === null ? null : <p className={styles.why}>{reason}</p>}
      <ul className={styles.list}>
        {right.allowed
          ? right.shared.map((share) => {
              const words =
                share.kind === 'user' ? TEXTS.sharedWithUser : TEXTS.sharedWithTeam(share.teamName);
              return <li key={words}>{words}</li>;
            })
          : null}
        {told.map(({ role: index, depth }) => {
          const role = roles[index];
          return role === undefined ? null : (
            <li key={`${index} ${depth}`}>
              {role.name}{' '}
              <span className={styles.quiet}>
                {throughWords(role)}, {DEPTH_LABELS[depth]}:
              </span>{' '}
              {reachWords(depth, role)}
              {right.allowed || onGrant === undefined || depth === 'None' ? null : (
                <>
                  {' '}
                  <Link onClick={() => onGrant(role, depth)}>{TEXTS.grant}</Link>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
};
