import { useCallback, useMemo } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import type { Query } from '../../../preload/contract/query.ts';
import type { HistoryEntry } from '../../../preload/contract/query-history.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import { fillProblemText, QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useKept, useWorkspace } from '../../bridge/index.ts';
import { askedQuery, valuesOf } from './asked-query.ts';
import { useQuerySchema } from './editor/use-query-schema.ts';
import type { QueryDraft } from './query-draft.ts';
import { useQueryDraft } from './query-draft.ts';
import { draftQuery } from './saved/draft-query.ts';
import { useSavedQueries } from './saved/use-saved-queries.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';
import { useQueryRun } from './use-query-run.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_PROFILES: readonly AppProfile[] = [];

/** What a run asks beside its workspace and credential. */
type Asked = Pick<InputOf<'query.run'>, 'appProfileId' | 'environmentIds' | 'query' | 'rowsPerEnvironment'>;

/**
 * What Query lab works with: the draft and what it asks, the environments and apps it may ask, what keeps it from being run, and the run
 * that is shown. `onStart` is told before a run begins.
 */
export const useQueryLab = (onStart: () => void) => {
  const workspace = useWorkspace();
  const environmentList = useCall('environments.list', { workspaceId: workspace.id });
  const profileList = useCall('appProfiles.list', { workspaceId: workspace.id });
  const environments = environmentList.data?.environments ?? NO_ENVIRONMENTS;
  const profiles = profileList.data?.profiles ?? NO_PROFILES;
  const [draft, setDraft] = useQueryDraft(
    workspace.id,
    profileList.data?.profiles,
    environmentList.data?.environments,
  );
  const shown = useQueryRun(workspace.id);
  const { run, running } = shown;
  const hidden = useHiddenColumns(run, running);
  const names = useMemo(
    () => new Map<string, string>(environments.map(({ id, name }) => [id, name])),
    [environments],
  );
  const environmentName = useCallback((id: string) => names.get(id) ?? id, [names]);

  const profile = profiles.find(({ id }) => id === draft.appId);
  const chosen = draft.environmentIds.filter((id) => names.has(id));
  const fetch = draft.language === 'fetchxml';
  const environment = environments.find(({ id }) => id === chosen[0]) ?? null;
  const where = {
    workspaceId: workspace.id,
    environmentId: environment?.id ?? null,
    appProfileId: profile?.id ?? null,
  };
  const tables = useQuerySchema(where, draft.language, fetch ? draft.fetchXml : draft.text);
  const { filled, notes, parameters, problem, query } = useMemo(
    () => askedQuery(draft, tables.schema),
    [draft, tables.schema],
  );
  const saved = useSavedQueries(workspace.id);
  const opened = saved.queries.find(({ id }) => id === draft.savedId) ?? null;
  const now = draftQuery(draft, { query });
  const missing =
    profile === undefined
      ? TEXTS.missing.app
      : profile.credentials.every(({ kept }) => kept === 'missing')
        ? TEXTS.missing.credential
        : chosen.length === 0
          ? TEXTS.missing.environments
          : query.text === ''
            ? TEXTS.missing.query
            : problem === null
              ? null
              : TEXTS.missing.parameter(fillProblemText(problem));
  const [ran, setRan] = useKept<Query | null>([workspace.id, 'query-ran'], null);
  const startRun = (what: Asked, credentialId: CredentialId | null) => {
    onStart();
    setRan(() => what.query);
    void shown.start({ workspaceId: workspace.id, credentialId, ...what });
  };
  const runQuery = () => {
    if (profile === undefined || missing !== null || running) return;
    const { credentialId, rowsPerEnvironment } = draft;
    const what = { appProfileId: profile.id, environmentIds: chosen, query };
    startRun({ ...what, rowsPerEnvironment }, credentialId);
  };
  /** What of an earlier run is still here. */
  const takenUp = (entry: HistoryEntry): Partial<QueryDraft> => ({
    language: entry.query.language,
    ...(entry.query.language === 'fetchxml' ? { fetchXml: entry.query.text } : { text: entry.query.text }),
    values: { ...draft.values, ...valuesOf(entry.query) },
    savedId: null,
    appId: entry.appProfileId,
    credentialId: null,
    environmentIds: entry.environmentIds.filter((id) => names.has(id)),
    rowsPerEnvironment: entry.rowsPerEnvironment,
  });
  const runAgain = (entry: HistoryEntry) => {
    const taken = takenUp(entry);
    setDraft(taken);
    const { environmentIds = [] } = taken;
    const { appProfileId, query, rowsPerEnvironment } = entry;
    if (environmentIds.length === 0 || !profiles.some(({ id }) => id === appProfileId)) return;
    startRun({ appProfileId, environmentIds: [...environmentIds], query, rowsPerEnvironment }, null);
  };
  const lists = [environmentList, profileList];
  return {
    workspace,
    environments,
    profiles,
    /** Why the environments or apps cannot be told; null: they can, or are on their way. */
    listError: lists.some(({ data }) => data === undefined)
      ? (environmentList.error ?? profileList.error)
      : null,
    /** What there is none of, so that nothing can be asked; null: both are there, or on their way. */
    lacking:
      environmentList.data !== undefined && environments.length === 0
        ? ('environments' as const)
        : profileList.data !== undefined && profiles.length === 0
          ? ('apps' as const)
          : null,
    draft,
    setDraft,
    profile: profile ?? null,
    environment,
    chosen,
    environmentName,
    tables,
    asked: { filled, notes, parameters, problem, query },
    saved: { list: saved, opened, now },
    /** What keeps the query from being run; null: nothing. */
    missing,
    shown,
    /** The query whose run is shown; null: none was run. */
    ran,
    hidden,
    runQuery,
    runAgain,
    takenUp,
  };
};

/** The state of Query lab, for its parts. */
export type QueryLab = ReturnType<typeof useQueryLab>;
