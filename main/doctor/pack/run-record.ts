import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { DoctorQuestion, LinkResult } from '../../../preload/contract/doctor.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EventOf } from '../../../preload/contract/index.ts';
import type { ChainOutcome, DoctorLink } from '../../../preload/contract/words/doctor.ts';
import type { AppProfileId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';

/** How the chain of one app in one environment went last. */
export type RecordedChain = {
  readonly profile: AppProfile;
  readonly environment: Environment;
  readonly question: DoctorQuestion | null;
  readonly links: ReadonlyMap<DoctorLink, LinkResult>;
  /** Null while it is being looked at, and when it was given up. */
  readonly end: { readonly outcome: ChainOutcome; readonly root: DoctorLink | null } | null;
};

/** What the doctor found last in each workspace: in memory, until the next run or the end. */
export type RunRecord = {
  /** A run begins: with `from`, the links before it stay as they were known. */
  readonly begin: (
    workspaceId: WorkspaceId,
    cells: readonly Pick<RecordedChain, 'profile' | 'environment'>[],
    question: DoctorQuestion | null,
    again: boolean,
  ) => void;
  readonly take: (workspaceId: WorkspaceId, event: EventOf<'doctor.run'>) => void;
  readonly chains: (workspaceId: WorkspaceId) => readonly RecordedChain[];
  readonly forget: (workspaceId: WorkspaceId) => void;
};

const keyOf = (app: AppProfileId, environment: EnvironmentId): string => `${app} ${environment}`;

/** Nothing was looked at yet. */
export const createRunRecord = (): RunRecord => {
  const runs = new Map<WorkspaceId, Map<string, RecordedChain>>();
  return {
    begin: (workspaceId, cells, question, again) => {
      const before = runs.get(workspaceId) ?? new Map<string, RecordedChain>();
      const keys = cells.map(({ profile, environment }) => keyOf(profile.id, environment.id));
      const known = again && keys.every((key) => before.has(key));
      const next = known ? before : new Map<string, RecordedChain>();
      for (const [at, cell] of cells.entries()) {
        const key = keys[at] ?? '';
        const links = known ? (before.get(key)?.links ?? new Map()) : new Map();
        next.set(key, { ...cell, question, links, end: null });
      }
      runs.set(workspaceId, next);
    },
    take: (workspaceId, event) => {
      if (event.kind === 'looking' || event.kind === 'waiting') return;
      const key = keyOf(event.appProfileId, event.environmentId);
      const chains = runs.get(workspaceId);
      const chain = chains?.get(key);
      if (chains === undefined || chain === undefined) return;
      if (event.kind === 'end') {
        chains.set(key, { ...chain, end: { outcome: event.outcome, root: event.root } });
        return;
      }
      const { result } = event;
      const kept = result.verdict.state === 'skipped' && result.verdict.reason === 'before-start';
      if (kept && chain.links.has(result.link)) return;
      chains.set(key, { ...chain, links: new Map(chain.links).set(result.link, result) });
    },
    chains: (workspaceId) => [...(runs.get(workspaceId)?.values() ?? [])],
    forget: (workspaceId) => {
      runs.delete(workspaceId);
    },
  };
};
