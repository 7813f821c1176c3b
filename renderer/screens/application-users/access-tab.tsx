import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { CountedRole, EffectivePrivilege } from '../../../preload/contract/security-roles.ts';
import { APPLICATION_USERS_TEXTS, SECURITY_ROLES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import type { Change } from '../../plans/index.ts';
import {
  EmptyState,
  ErrorPanel,
  makeStyles,
  mergeClasses,
  SecurityRolesIcon,
  Tab,
  TabList,
  tokens,
} from '../../ui/index.ts';
import { DepthLegend, MatrixTable, MiscTable, privilegeMatrix } from '../security-roles/index.ts';
import { AccessNotice } from './access-notice.tsx';
import { GrantList } from './grant-list.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.access;
const PARTS = ['tables', 'misc'] as const;
type Part = (typeof PARTS)[number];

const NO_ROLES: readonly CountedRole[] = [];
const NO_PRIVILEGES: readonly EffectivePrivilege[] = [];

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  parts: { marginLeft: '-12px' },
  all: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    minHeight: 0,
  },
  behind: { display: 'none' },
  table: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '280px' },
});

/** What the app may really do in this environment, and which role grants it through what. */
export const AccessTab = (props: {
  readonly user: ApplicationUser;
  readonly onPropose: (title: string, change: Change) => void;
}): ReactElement => {
  const styles = useStyles();
  const { user } = props;
  const workspace = useWorkspace();
  const [part, setPart] = useState<Part>('tables');
  const [open, setOpen] = useState<string | null>(null);
  const access = useCall('securityRoles.effectiveAccess', {
    workspaceId: workspace.id,
    environmentId: user.environmentId,
    systemUserId: user.systemUserId,
  });
  const roles = access.data?.roles ?? NO_ROLES;
  const privileges = access.data?.privileges ?? NO_PRIVILEGES;
  const matrix = useMemo(() => privilegeMatrix(privileges), [privileges]);
  const granting = useMemo(
    () => privileges.filter(({ name, table }) => open !== null && (table ?? name) === open),
    [open, privileges],
  );
  const opening = { openKey: open, onOpen: setOpen };

  if (access.error !== null) return <ErrorPanel error={access.error} handlers={{ retry: access.refresh }} />;
  if (access.data !== undefined && roles.length === 0)
    return <EmptyState icon={SecurityRolesIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />;
  return (
    <>
      <AccessNotice user={user} roles={roles} />
      {open === null ? null : (
        <GrantList
          user={user}
          subject={open}
          privileges={granting}
          roles={roles}
          onBack={() => setOpen(null)}
          onPropose={props.onPropose}
        />
      )}
      {/* Hidden and not gone: what was filtered and where one was stays. */}
      <div className={mergeClasses(styles.all, open !== null && styles.behind)}>
        <p className={styles.text}>
          {TEXTS.counted(roles.length, roles.filter(({ through }) => through.kind === 'team').length)}
        </p>
        <TabList
          className={styles.parts}
          aria-label={TEXTS.parts}
          selectedValue={part}
          onTabSelect={(_event, data) => setPart(PARTS.find((each) => each === data.value) ?? 'tables')}
        >
          <Tab value="tables">{SECURITY_ROLES_TEXTS.details.tables(matrix.tables.length)}</Tab>
          <Tab value="misc">{SECURITY_ROLES_TEXTS.details.misc(matrix.misc.length)}</Tab>
        </TabList>
        <div className={styles.table}>
          {part === 'tables' ? (
            <MatrixTable tables={matrix.tables} loading={access.loading} opening={opening} />
          ) : (
            <MiscTable privileges={matrix.misc} loading={access.loading} opening={opening} />
          )}
        </div>
        <DepthLegend />
      </div>
    </>
  );
};
