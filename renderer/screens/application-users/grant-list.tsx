import type { ReactElement } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { CountedRole, EffectivePrivilege } from '../../../preload/contract/security-roles.ts';
import { readGrants } from '../../../preload/contract/words/depth.ts';
import {
  APPLICATION_USERS_TEXTS,
  DEPTH_LABELS,
  VERB_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import {
  BackIcon,
  Button,
  DepthGlyph,
  makeStyles,
  PanelSection,
  tokens,
  useReturnFocus,
} from '../../ui/index.ts';
import { TABLE_VERBS } from '../security-roles/index.ts';
import type { Change } from '../../plans/index.ts';
import { ColumnSecurity } from './column-security.tsx';
import { reachWords, throughWords } from './reach-words.ts';
import { tableOfPrivilege } from './table-of-privilege.ts';

const TEXTS = APPLICATION_USERS_TEXTS.access;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  verb: { fontWeight: tokens.fontWeightSemibold },
  grants: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, listStyleType: 'disc' },
  grant: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const Granted = (props: {
  readonly title: string;
  readonly privilege: EffectivePrivilege;
  readonly roles: readonly CountedRole[];
}): ReactElement => {
  const styles = useStyles();
  const { depth, grants } = props.privilege;
  return (
    <li>
      <div className={styles.line}>
        <DepthGlyph depth={depth} what={props.title} />
        <span className={styles.verb}>{props.title}</span>
        <span className={styles.quiet}>{DEPTH_LABELS[depth]}</span>
      </div>
      <ul className={styles.grants}>
        {readGrants(grants).map((grant) => {
          const role = props.roles[grant.role];
          return role === undefined ? null : (
            <li key={`${role.roleId} ${throughWords(role)}`} className={styles.grant}>
              {role.name} <span className={styles.quiet}>{throughWords(role)}:</span>{' '}
              {reachWords(grant.depth, role)}
            </li>
          );
        })}
      </ul>
    </li>
  );
};

/** Where the rights on one table, or one privilege without a table, come from; going back gives the focus back to the list. */
export const GrantList = (props: {
  readonly user: ApplicationUser;
  /** The table, or the name of the privilege. */
  readonly subject: string;
  /** Those of the subject. */
  readonly privileges: readonly EffectivePrivilege[];
  readonly roles: readonly CountedRole[];
  readonly onBack: () => void;
  readonly onPropose: (title: string, change: Change) => void;
}): ReactElement => {
  const styles = useStyles();
  useReturnFocus();
  const { privileges, roles, subject } = props;
  const ofTable = privileges.some(({ table }) => table !== null);
  const missing = TABLE_VERBS.filter((verb) => !privileges.some((privilege) => privilege.verb === verb));
  const ordered = ofTable
    ? TABLE_VERBS.flatMap((verb) => privileges.filter((privilege) => privilege.verb === verb))
    : privileges;
  return (
    <>
      <div>
        <Button autoFocus appearance="subtle" icon={<BackIcon />} onClick={props.onBack}>
          {ofTable ? TEXTS.allTables : TEXTS.allOthers}
        </Button>
      </div>
      <PanelSection title={TEXTS.grants(subject)}>
        <ul className={styles.list}>
          {ordered.map((privilege) => (
            <Granted
              key={privilege.privilegeId}
              title={ofTable ? VERB_LABELS[privilege.verb] : privilege.name}
              privilege={privilege}
              roles={roles}
            />
          ))}
        </ul>
        {ofTable && missing.length > 0 ? (
          <span className={styles.quiet}>
            {TEXTS.notGranted} {missing.map((verb) => VERB_LABELS[verb]).join(', ')}
          </span>
        ) : null}
      </PanelSection>
      {ofTable ? (
        <ColumnSecurity
          user={props.user}
          table={{ by: 'logical-name', name: tableOfPrivilege(subject) }}
          onPropose={props.onPropose}
        />
      ) : null}
    </>
  );
};
