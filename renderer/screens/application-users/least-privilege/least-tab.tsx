import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { ApplicationUser } from '../../../../preload/contract/application-users.ts';
import type { CountedRole, EffectivePrivilege } from '../../../../preload/contract/security-roles.ts';
import { APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import {
  EmptyState,
  ErrorPanel,
  SecurityRolesIcon,
  Skeleton,
  SkeletonItem,
  Tab,
  TabList,
} from '../../../ui/index.ts';
import { AccessNotice } from '../access-notice.tsx';
import type { Propose } from '../proposal.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './findings.ts';
import { NeedsView } from './needs-view.tsx';
import { useRoleOfNeeds } from './use-role-of-needs.ts';
import { WithoutRoleView } from './without-role-view.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.least;
const PARTS = ['findings', 'without', 'needs'] as const;
const NO_ROLES: readonly CountedRole[] = [];
const NO_PRIVILEGES: readonly EffectivePrivilege[] = [];

/** How little would do: what stands out, what a role is needed for, and which privileges the app's own calls need. */
export const LeastTab = (props: {
  readonly user: ApplicationUser;
  /** Shows the plan of a change in place of the panel. */
  readonly onPropose: Propose;
}): ReactElement => {
  const { onPropose, user } = props;
  const workspace = useWorkspace();
  const [part, setPart] = useState<(typeof PARTS)[number]>('findings');
  const access = useCall('securityRoles.effectiveAccess', {
    workspaceId: workspace.id,
    environmentId: user.environmentId,
    systemUserId: user.systemUserId,
  });
  const roles = access.data?.roles ?? NO_ROLES;
  const privileges = access.data?.privileges ?? NO_PRIVILEGES;
  const findings = useMemo(() => findingsOf(roles, privileges), [privileges, roles]);
  const createRole = useRoleOfNeeds(user, onPropose);
  const mayChange = !workspace.readOnly && !user.platform;
  const remove = (role: CountedRole) =>
    onPropose(TEXTS.without.removeTitle(role.name), {
      kind: 'users',
      desired: [
        {
          environmentId: user.environmentId,
          clientId: user.clientId,
          ensureUser: false,
          addRoles: [],
          removeRoles: [role.name],
        },
      ],
    });
  if (access.error !== null) return <ErrorPanel error={access.error} handlers={{ retry: access.refresh }} />;
  if (access.data === undefined)
    return (
      <Skeleton aria-hidden>
        <SkeletonItem size={96} />
      </Skeleton>
    );
  if (roles.length === 0)
    return <EmptyState icon={SecurityRolesIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />;
  return (
    <>
      <AccessNotice user={user} roles={roles} />
      <TabList
        aria-label={TEXTS.parts}
        selectedValue={part}
        onTabSelect={(_event, data) => setPart(PARTS.find((each) => each === data.value) ?? 'findings')}
      >
        <Tab value="findings">{TEXTS.found(findings.length)}</Tab>
        <Tab value="without">{TEXTS.without.title}</Tab>
        <Tab value="needs">{TEXTS.needs.title}</Tab>
      </TabList>
      {part === 'findings' ? <FindingList findings={findings} /> : null}
      {part === 'without' ? (
        <WithoutRoleView roles={roles} privileges={privileges} onRemove={mayChange ? remove : undefined} />
      ) : null}
      {part === 'needs' ? (
        <NeedsView
          user={user}
          privileges={privileges}
          onCreate={mayChange ? (needs) => void createRole(needs) : undefined}
        />
      ) : null}
    </>
  );
};
