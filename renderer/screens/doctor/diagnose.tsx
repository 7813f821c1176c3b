import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { DOCTOR_TEXTS as TEXTS, SUPPORT_PACK_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { SupportPackPanel } from '../../packs/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  ApplicationsIcon,
  Button,
  DoctorIcon,
  EmptyState,
  EnvironmentsIcon,
  ErrorPanel,
  PackIcon,
  makeStyles,
  Page,
  SidePanel,
  tokens,
} from '../../ui/index.ts';
import { ChainMatrix } from './chain-matrix.tsx';
import type { Mending } from './chain-remedies.ts';
import { chainRemedies } from './chain-remedies.ts';
import { ChainView } from './chain-view.tsx';
import { DiagnoseForm } from './diagnose-form.tsx';
import { DoctorBanners } from './doctor-banners.tsx';
import type { Chain } from './doctor-run.ts';
import { useDoctor } from './use-doctor.ts';
import { useDoctorDraft } from './use-doctor-draft.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_PROFILES: readonly AppProfile[] = [];

const useStyles = makeStyles({
  form: { flexShrink: 0, marginTop: tokens.spacingVerticalM },
  banners: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
    ':empty': { display: 'none' },
  },
  result: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '240px',
    marginTop: tokens.spacingVerticalM,
  },
});

/** Walks the chain of the chosen apps in the chosen environments: one as a chain, several as a matrix. */
export const Diagnose = (props: { readonly tabs: ReactNode }): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const go = useGo();
  const environmentList = useCall('environments.list', { workspaceId: workspace.id });
  const profileList = useCall('appProfiles.list', { workspaceId: workspace.id });
  const environments = environmentList.data?.environments ?? NO_ENVIRONMENTS;
  const profiles = profileList.data?.profiles ?? NO_PROFILES;
  const [draft, setDraft] = useDoctorDraft(
    workspace.id,
    profileList.data?.profiles,
    environmentList.data?.environments,
  );
  const { again, running, start, stream, watchAll } = useDoctor(workspace.id);
  const { data: run } = stream;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [packing, setPacking] = useState<Chain | 'all' | null>(null);
  const [mending, setMending] = useState<{ readonly of: Chain; readonly plan: Mending } | null>(null);
  const wanted = draft.wanted && !running;
  useEffect(() => {
    if (!wanted) return;
    setDraft({ wanted: false });
    start(draft);
  }, [draft, setDraft, start, wanted]);

  const page = { title: TEXTS.title, purpose: TEXTS.purpose };
  const listError = environmentList.error ?? profileList.error;
  if (listError !== null && (environmentList.data === undefined || profileList.data === undefined)) {
    return (
      <Page {...page}>
        {props.tabs}
        <ErrorPanel error={listError} />
      </Page>
    );
  }
  const missing =
    environmentList.data !== undefined && environments.length === 0
      ? ('environments' as const)
      : profileList.data !== undefined && profiles.length === 0
        ? ('applications' as const)
        : null;
  if (missing !== null) {
    const none = missing === 'environments';
    return (
      <Page {...page}>
        {props.tabs}
        <EmptyState
          icon={none ? EnvironmentsIcon : ApplicationsIcon}
          title={none ? TEXTS.noEnvironmentsTitle : TEXTS.noAppsTitle}
          text={none ? TEXTS.noEnvironmentsText : TEXTS.noAppsText}
        >
          <Button appearance="primary" onClick={() => go({ page: missing, workspaceId: workspace.id })}>
            {none ? TEXTS.goToEnvironments : TEXTS.goToApplications}
          </Button>
        </EmptyState>
      </Page>
    );
  }

  const apps = profiles.filter(({ id }) => run.apps.includes(id));
  const places = environments.filter(({ id }) => run.environments.includes(id));
  const single = apps.length * places.length === 1;
  const chainOf = (key: string | null): Chain | null => (key === null ? null : (run.chains.get(key) ?? null));
  const [only] = run.chains.values();
  const chainView = (chain: Chain): ReactElement | null => {
    const profile = profiles.find(({ id }) => id === chain.appProfileId);
    const environment = environments.find(({ id }) => id === chain.environmentId);
    if (profile === undefined || environment === undefined) return null;
    const remedies = chainRemedies({
      profile,
      environment,
      go,
      onAgain: (from) => again(chain, from, false),
      onMend: (plan) => setMending({ of: chain, plan }),
    });
    return (
      <ChainView
        chain={chain}
        running={running}
        watched={run.watched}
        remedies={remedies}
        onAgain={(from) => again(chain, from, false)}
        onWatch={(from) => again(chain, from, true)}
      />
    );
  };
  const opened = single ? null : chainOf(openKey);
  const details =
    packing !== null ? (
      <SupportPackPanel
        key={packing === 'all' ? 'all' : `${packing.appProfileId} ${packing.environmentId}`}
        source={{
          kind: 'doctor',
          workspaceId: workspace.id,
          only:
            packing === 'all'
              ? null
              : { appProfileId: packing.appProfileId, environmentId: packing.environmentId },
        }}
        onClose={() => setPacking(null)}
      />
    ) : mending !== null ? (
      <ChangePanel
        title={mending.plan.title}
        change={mending.plan.change}
        onClose={() => setMending(null)}
        onDone={() => again(mending.of, mending.plan.from, false)}
      />
    ) : opened === null ? null : (
      <SidePanel
        title={profiles.find(({ id }) => id === opened.appProfileId)?.name ?? ''}
        subtitle={environments.find(({ id }) => id === opened.environmentId)?.name ?? ''}
        startWidth={600}
        onClose={() => setOpenKey(null)}
      >
        {chainView(opened)}
      </SidePanel>
    );
  const packable = run.chains.size > 0 && !running;
  return (
    <Page
      {...page}
      {...(stream.state === 'idle' ? {} : { asOf: stream.asOf })}
      {...(packable
        ? {
            actions: (
              <Button icon={<PackIcon />} onClick={() => setPacking(opened ?? 'all')}>
                {SUPPORT_PACK_TEXTS.open}
              </Button>
            ),
          }
        : {})}
      details={details}
    >
      {props.tabs}
      <div className={styles.form}>
        <DiagnoseForm
          draft={draft}
          onDraft={setDraft}
          profiles={profiles}
          environments={environments}
          running={running}
          onRun={() => {
            setOpenKey(null);
            setMending(null);
            setPacking(null);
            start(draft);
          }}
          onUnfold={
            details === null
              ? null
              : () => {
                  setOpenKey(null);
                  setMending(null);
                  setPacking(null);
                }
          }
        />
      </div>
      <div className={styles.banners}>
        <DoctorBanners stream={stream} />
      </div>
      <div className={styles.result}>
        {run.chains.size === 0 ? (
          stream.state === 'failed' ? null : (
            <EmptyState icon={DoctorIcon} title={TEXTS.neverTitle} text={TEXTS.neverText} />
          )
        ) : single && only !== undefined ? (
          chainView(only)
        ) : (
          <ChainMatrix
            run={run}
            running={running}
            profiles={apps}
            environments={places}
            openKey={opened === null ? null : openKey}
            onOpen={setOpenKey}
            onWatch={watchAll}
          />
        )}
      </div>
    </Page>
  );
};
