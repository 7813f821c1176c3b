import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { run } from '../../preload/contract/doctor.ts';
import { implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { AppProfileId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { Clock } from '../http/clock.ts';
import { parseFetchRequest } from '../query/fetch-request.ts';
import { parseODataRequest } from '../query/odata-request.ts';
import type { QueryHistory } from '../query/query-history.ts';
import type { ChainPorts } from './chain/chain-facts.ts';
import type { RunRecord } from './pack/run-record.ts';
import { questionAsRuns } from './question-as-run.ts';
import { cellsOf, runChains } from './run-chains.ts';

/** What the doctor needs of the rooms below. */
export type DoctorPorts = Omit<ChainPorts, 'asAdmin' | 'now'> & {
  readonly environments: EnvironmentAccess;
  readonly workspaceOf: (id: WorkspaceId) => Workspace | null;
  readonly cloudOf: (workspace: Workspace) => Cloud | null;
  readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
  readonly clock: Clock;
  /** Told of every run, so that a support pack can be made of it. */
  readonly record: RunRecord;
  /** Keeps what an app was asked to read among the queries that it ran. */
  readonly history: Pick<QueryHistory, 'add'>;
};

type Cell = ReturnType<typeof cellsOf>[number];

/** Whether two are of the same app in the same environment. */
const isOf = (one: Cell, other: Cell): boolean =>
  one.profile.id === other.profile.id && one.environment.id === other.environment.id;

/** The methods that the doctor answers. */
export const doctorHandlers = (ports: DoctorPorts) => {
  const profilesIn = async (
    workspaceId: WorkspaceId,
    ids: readonly AppProfileId[],
  ): Promise<Result<readonly AppProfile[]>> => {
    const profiles: AppProfile[] = [];
    for (const id of new Set(ids)) {
      const profile = await ports.profileOf(id);
      if (!profile.ok) return profile;
      if (!profile.value.workspaces.includes(workspaceId))
        return failed('not-found', { what: 'app profile', id });
      profiles.push(profile.value);
    }
    return ok(profiles);
  };

  return {
    'doctor.run': implementStream(run, async (input, emit, signal) => {
      const { workspaceId, question, from, watch } = input;
      if (question?.kind === 'query') {
        const request = parseODataRequest(question.odata);
        if (!request.ok) return request;
      }
      if (question?.kind === 'fetch') {
        const request = parseFetchRequest(question.xml);
        if (!request.ok) return request;
      }
      const workspace = ports.workspaceOf(workspaceId);
      const cloud = workspace === null ? null : ports.cloudOf(workspace);
      if (workspace === null || cloud === null)
        return failed('not-found', { what: 'workspace', id: workspaceId });
      const environments = ports.environments.choose(workspaceId, input.environmentIds);
      if (!environments.ok) return environments;
      const profiles = await profilesIn(workspaceId, input.appProfileIds);
      if (!profiles.ok) return profiles;
      const { clock, record } = ports;
      const cells = cellsOf(profiles.value, environments.value);
      record.begin(workspaceId, cells, question, from !== null);
      const began = clock.now();
      const counts = await runChains(
        { ...ports, asAdmin: ports.environments.asAdmin, now: clock.now },
        {
          workspace,
          cloud,
          question,
          from,
          watch,
          cells,
          parallel: ports.environments.parallel(),
          emit: async (event) => {
            record.take(workspaceId, event);
            await emit(event);
          },
          clock,
        },
        signal,
      );
      const now = clock.now();
      const when = { at: new Date(began).toISOString(), milliseconds: Math.max(0, now - began) };
      // A vault that keeps nothing costs the history, never the answer.
      const looked = record.chains(workspaceId).filter((chain) => cells.some((cell) => isOf(cell, chain)));
      for (const entry of questionAsRuns(looked, when)) await ports.history.add(workspaceId, entry);
      return ok(counts);
    }),
  };
};
