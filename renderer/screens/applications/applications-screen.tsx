import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  AddIcon,
  ApplicationsIcon,
  Button,
  DataTable,
  DemoIcon,
  EmptyState,
  ErrorPanel,
  LinkIcon,
  MoreActions,
  OpenIcon,
  Page,
  useToasts,
  useUiPorts,
} from '../../ui/index.ts';
import { useInventoryUsers } from '../../inventory/index.ts';
import { ApplicationViews } from './application-views.tsx';
import { AddPanel } from './add-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { profileColumns } from './profile-columns.tsx';
import { ProfilePanel } from './profile-panel.tsx';

const NO_PROFILES: readonly AppProfile[] = [];
const keyOf = (profile: AppProfile): string => profile.id;

/** The apps of a workspace and their credentials. */
export const AppsView = (): ReactElement => {
  const workspace = useWorkspace();
  const list = useCall('appProfiles.list', { workspaceId: workspace.id });
  const start = useCall('app.start', {});
  const [params, change] = usePlaceParams();
  const ports = useUiPorts();
  const toasts = useToasts();
  const invalidates = ['appProfiles.list'] as const;
  const link = useAction('appProfiles.link', { invalidates });
  const addDemo = useAction('appProfiles.addDemo', { invalidates });
  const [now] = useState(() => Date.now());
  const users = useInventoryUsers(workspace.id);

  const columns = useMemo(() => profileColumns(workspace.tenantId, now), [workspace.tenantId, now]);
  const profiles = list.data?.profiles ?? NO_PROFILES;
  const linkable = list.data?.linkable ?? NO_PROFILES;
  const open = profiles.find((profile) => profile.id === params['app']);
  const { panel, add } = params;
  const portalUrl = start.data?.demoPortalUrl ?? null;

  const show = (id: string) => change({ app: id, panel: null, add: null, tab: null });
  // A new app wants a credential next.
  const showNew = (id: string) => change({ app: id, panel: null, add: null, tab: 'credentials' });
  const takeHere = async (profile: AppProfile) => {
    const result = await link.run({ id: profile.id, workspaceId: workspace.id, linked: true });
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(TEXTS.linkPanel.linked(profile.name));
    show(profile.id);
  };
  const addDemoApps = async () => {
    const result = await addDemo.run({ workspaceId: workspace.id });
    if (result.ok) toasts.success(TEXTS.demoAdded(result.value.profiles.length));
    else toasts.failure(result.error);
  };
  const openPortal = portalUrl === null ? undefined : () => ports.openLink(portalUrl);
  const showLinkable = linkable.length === 0 ? undefined : () => change({ panel: 'link', app: null });
  const demoButton = (
    <Button icon={<DemoIcon />} disabled={addDemo.busy} onClick={() => void addDemoApps()}>
      {TEXTS.addDemo}
    </Button>
  );
  const addButton = (
    <Button appearance="primary" icon={<AddIcon />} onClick={() => change({ panel: 'add', app: null })}>
      {TEXTS.addApp}
    </Button>
  );
  const details = (() => {
    if (panel === 'add') {
      return (
        <AddPanel
          way={params['way']}
          profiles={profiles}
          linkable={linkable}
          users={users}
          onWay={(way) => change({ way }, { replace: true })}
          onAdded={showNew}
          onLink={(profile) => void takeHere(profile)}
          onClose={() => change({ panel: null })}
        />
      );
    }
    if (panel === 'link') {
      return (
        <LinkPanel
          linkable={linkable}
          busy={link.busy}
          onLink={(profile) => void takeHere(profile)}
          onClose={() => change({ panel: null })}
        />
      );
    }
    if (open === undefined) return null;
    return (
      <ProfilePanel
        profile={open}
        now={now}
        adding={add === 'secret' || add === 'certificate' || add === 'entra-secret' ? add : null}
        tab={params['tab']}
        onTab={(tab) => change({ tab }, { replace: true })}
        onAdding={(adding) => change({ add: adding, tab: 'credentials' })}
        onClose={() => change({ app: null, add: null, tab: null })}
      />
    );
  })();
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={list.asOf}
      refreshing={list.refreshing}
      onRefresh={list.refresh}
      actions={addButton}
      banners={list.error !== null && list.data !== undefined ? <ErrorPanel error={list.error} /> : null}
      details={details}
    >
      <ApplicationViews />
      <DataTable
        label={TEXTS.table}
        columns={columns}
        rows={profiles}
        rowKey={keyOf}
        initialSort={{ column: 'name', descending: false }}
        loading={list.loading}
        onOpen={(profile) => show(profile.id)}
        openKey={open?.id ?? null}
        toolbar={() =>
          profiles.length === 0 ? null : (
            <>
              {workspace.demo && !profiles.some(({ demo }) => demo) ? demoButton : null}
              <MoreActions
                actions={[
                  ...(workspace.demo
                    ? [{ label: TEXTS.addDemo, icon: <DemoIcon />, run: () => void addDemoApps() }]
                    : []),
                  ...(openPortal === undefined
                    ? []
                    : [{ label: TEXTS.demoPortal, icon: <OpenIcon />, run: openPortal }]),
                  ...(showLinkable === undefined
                    ? []
                    : [{ label: TEXTS.linkExisting, icon: <LinkIcon />, run: showLinkable }]),
                ]}
              />
            </>
          )
        }
        empty={
          list.error !== null ? (
            <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
          ) : (
            <EmptyState
              icon={ApplicationsIcon}
              title={TEXTS.emptyTitle}
              text={workspace.demo ? TEXTS.emptyDemoText : TEXTS.emptyText}
            >
              {workspace.demo ? demoButton : addButton}
              {openPortal === undefined ? null : (
                <Button
                  appearance="subtle"
                  icon={<OpenIcon />}
                  title={TEXTS.demoPortalHint}
                  onClick={openPortal}
                >
                  {TEXTS.demoPortal}
                </Button>
              )}
              {showLinkable === undefined ? null : (
                <Button appearance="subtle" icon={<LinkIcon />} onClick={showLinkable}>
                  {TEXTS.linkExisting}
                </Button>
              )}
            </EmptyState>
          )
        }
      />
    </Page>
  );
};
