import { useMemo } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import type { Place } from '../places/index.ts';
import { useGo } from '../places/index.ts';
import { useAccount, useCloudName, useSettings } from '../session/index.ts';
import type { PaletteItem } from '../ui/index.ts';
import {
  AccessMapIcon,
  ApplicationsIcon,
  EnvironmentsIcon,
  ExpiryIcon,
  RunIcon,
  SettingsIcon,
  WorkspacesIcon,
} from '../ui/index.ts';
import { NAVIGATION } from './navigation-items.ts';

const { actions, groups } = SHELL_TEXTS.palette;
const { pages } = SHELL_TEXTS;

/** Everything the palette reaches: pages, actions, and the workspace's environments and apps, then other workspaces. */
export const usePaletteItems = (workspaces: readonly Workspace[]): readonly PaletteItem[] => {
  const go = useGo();
  const workspace = useWorkspaceOrNone();
  const workspaceId = workspace?.id ?? null;
  const scope = workspaceId === null ? null : { workspaceId };
  const environments = useCall('environments.list', scope).data?.environments;
  const profiles = useCall('appProfiles.list', scope).data?.profiles;
  const { settings, change } = useSettings();
  const account = useAccount();
  const cloudName = useCloudName(workspaces.map(({ cloud }) => cloud));

  return useMemo(() => {
    const to = (place: Place) => () => go(place);
    const inWorkspace: PaletteItem[] =
      workspaceId === null
        ? []
        : [
            ...NAVIGATION.map((item) => ({
              id: `page:${item.page}`,
              group: groups.pages,
              label: pages[item.page],
              icon: item.icon,
              run: to({ page: item.page, workspaceId }),
            })),
            {
              id: 'page:application-users/map',
              group: groups.pages,
              label: pages['application-users/map'],
              icon: AccessMapIcon,
              run: to({ page: 'application-users/map', workspaceId }),
            },
            {
              id: 'page:workspace',
              group: groups.pages,
              label: pages.workspace,
              icon: WorkspacesIcon,
              run: to({ page: 'workspace', workspaceId }),
            },
          ];
    const action = (id: string, label: string, run: () => void): PaletteItem => ({
      id: `action:${id}`,
      group: groups.actions,
      label,
      icon: RunIcon,
      run,
    });
    const workspaceActions: PaletteItem[] =
      workspaceId === null
        ? []
        : [
            action(
              'discover',
              actions.discover,
              to({ page: 'environments', workspaceId, params: { do: 'discover' } }),
            ),
            action(
              'check',
              actions.check,
              to({ page: 'environments', workspaceId, params: { do: 'check' } }),
            ),
            action(
              'add',
              actions.addEnvironment,
              to({ page: 'environments', workspaceId, params: { panel: 'add' } }),
            ),
            action(
              'add-app',
              actions.addApp,
              to({ page: 'applications', workspaceId, params: { panel: 'add' } }),
            ),
            action(
              'ask-consent',
              actions.askConsent,
              to({ page: 'applications', workspaceId, params: { view: 'consent', panel: 'ask' } }),
            ),
            action(
              'new-role',
              actions.newRole,
              to({ page: 'security-roles', workspaceId, params: { task: 'new' } }),
            ),
            action(
              'who-can',
              actions.whoCan,
              to({ page: 'security-roles', workspaceId, params: { view: 'who' } }),
            ),
            action('wizard', actions.wizard, to({ page: 'application-users/new', workspaceId })),
            ...(account.account === null
              ? [action('sign-in', actions.signIn, () => void account.signIn())]
              : [
                  action(
                    'another-account',
                    SIGN_IN_TEXTS.another,
                    () => void account.signIn({ kind: 'account' }),
                  ),
                  ...account.accounts.map((each) =>
                    action(
                      `sign-out:${each.account.accountId}`,
                      SIGN_IN_TEXTS.signOutNamed(each.account.username),
                      () => account.signOut(each.account),
                    ),
                  ),
                  ...account.accounts
                    .filter((each) => !each.current)
                    .map((each) =>
                      action(
                        `use:${each.account.accountId}`,
                        SIGN_IN_TEXTS.useNamed(each.account.username),
                        () => account.switchTo(each.account),
                      ),
                    ),
                ]),
          ];
    return [
      ...inWorkspace,
      {
        id: 'page:expiry',
        group: groups.pages,
        label: pages.expiry,
        icon: ExpiryIcon,
        run: to({ page: 'expiry' }),
      },
      {
        id: 'page:access-map',
        group: groups.pages,
        label: pages['access-map'],
        icon: AccessMapIcon,
        run: to({ page: 'access-map' }),
      },
      {
        id: 'page:settings',
        group: groups.pages,
        label: pages.settings,
        icon: SettingsIcon,
        run: to({ page: 'settings' }),
      },
      {
        id: 'page:workspaces',
        group: groups.pages,
        label: pages.workspaces,
        icon: WorkspacesIcon,
        run: to({ page: 'workspaces' }),
      },
      ...workspaceActions,
      action('new-workspace', actions.newWorkspace, to({ page: 'workspaces/new' })),
      action('import', actions.import, to({ page: 'import' })),
      action('vault', actions.vault, to({ page: 'settings', params: { section: 'vault' } })),
      action('start', actions.exploreDemo, to({ page: 'start' })),
      action('light', actions.light, () => change({ theme: 'light' })),
      action('dark', actions.dark, () => change({ theme: 'dark' })),
      action('high-contrast', actions.highContrast, () => change({ theme: 'high-contrast' })),
      action('system', actions.system, () => change({ theme: 'system' })),
      action('guide', actions.guide, () => change({ guideShown: settings?.guideShown !== true })),
      action('navigation', actions.navigation, () =>
        change({ navigationCollapsed: settings?.navigationCollapsed !== true }),
      ),
      ...(environments ?? []).map((environment) => ({
        id: `environment:${environment.id}`,
        group: groups.environments,
        label: environment.name,
        hint: environment.url.replace('https://', ''),
        icon: EnvironmentsIcon,
        run: to({
          page: 'environments',
          workspaceId: environment.workspaceId,
          params: { environment: environment.id },
        }),
      })),
      ...(workspaceId === null ? [] : (profiles ?? [])).map((profile) => ({
        id: `app:${profile.id}`,
        group: groups.applications,
        label: profile.name,
        hint: profile.clientId,
        icon: ApplicationsIcon,
        run:
          workspaceId === null
            ? () => undefined
            : to({ page: 'applications', workspaceId, params: { app: profile.id } }),
      })),
      ...workspaces
        .filter((each) => each.id !== workspaceId)
        .map((each) => ({
          id: `workspace:${each.id}`,
          group: groups.workspaces,
          label: each.name,
          hint: cloudName(each.cloud),
          icon: WorkspacesIcon,
          run: to({ page: 'home', workspaceId: each.id }),
        })),
    ];
  }, [
    account,
    change,
    cloudName,
    environments,
    go,
    profiles,
    settings?.guideShown,
    settings?.navigationCollapsed,
    workspaceId,
    workspaces,
  ]);
};
