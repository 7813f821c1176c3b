import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AppProfileId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { useKept } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { ASKED_FOR } from './doctor-question.ts';
import type { AskedFor } from './doctor-question.ts';

/** What the person has set up to look at; there again when they come back. */
export type DoctorDraft = {
  readonly appIds: readonly AppProfileId[];
  readonly environmentIds: readonly EnvironmentId[];
  readonly askedFor: AskedFor;
  /** A query, a table or a row; or empty. */
  readonly question: string;
  /** Another screen asked for it to be looked at right away. */
  readonly wanted: boolean;
};

const NEW_DRAFT: DoctorDraft = {
  appIds: [],
  environmentIds: [],
  askedFor: 'query',
  question: '',
  wanted: false,
};

/** What there is only one of need not be chosen. */
export const withTheOnly = (
  draft: DoctorDraft,
  profiles: readonly Pick<AppProfile, 'id'>[] = [],
  environments: readonly Pick<Environment, 'id'>[] = [],
): DoctorDraft => {
  const idsOf = <Id>(chosen: readonly Id[], all: readonly { readonly id: Id }[]): readonly Id[] =>
    chosen.length === 0 && all.length === 1 ? all.map(({ id }) => id) : chosen;
  return {
    ...draft,
    appIds: idsOf(draft.appIds, profiles),
    environmentIds: idsOf(draft.environmentIds, environments),
  };
};

/** The draft of a workspace, with the app (by profile or client id), environments and question that another screen asked for. */
export const useDoctorDraft = (
  workspaceId: WorkspaceId,
  profiles: readonly AppProfile[] | undefined,
  environments: readonly Environment[] | undefined,
): readonly [DoctorDraft, (change: Partial<DoctorDraft>) => void] => {
  const [draft, keep] = useKept<DoctorDraft>([workspaceId, 'doctor', 'draft'], NEW_DRAFT);
  const [params, changeParams] = usePlaceParams();
  const { app, environments: places, question, verb, do: task } = params;
  const asked = app !== undefined || places !== undefined || question !== undefined;
  useEffect(() => {
    if (!asked || profiles === undefined || environments === undefined) return;
    const apps = profiles.filter(({ id, clientId }) => id === app || clientId === app).map(({ id }) => id);
    const ids = new Set(places?.split(','));
    const found = environments.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    keep((before) => ({
      appIds: app === undefined ? before.appIds : apps,
      environmentIds: found.length === 0 ? before.environmentIds : found,
      // Whoever sends a person here has said all there is to ask.
      askedFor: ASKED_FOR.find((one) => one === verb) ?? 'query',
      question: question ?? '',
      wanted: task === 'run' && apps.length > 0,
    }));
    changeParams({ app: null, environments: null, question: null, verb: null, do: null }, { replace: true });
  }, [app, asked, changeParams, environments, keep, places, profiles, question, task, verb]);
  return [
    withTheOnly(draft, profiles, environments),
    (change) => keep((before) => ({ ...before, ...change })),
  ];
};
