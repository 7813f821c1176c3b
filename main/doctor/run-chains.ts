import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { LinkResult } from '../../preload/contract/doctor.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EventOf, InputOf, OutputOf } from '../../preload/contract/index.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { DoctorLink } from '../../preload/contract/words/doctor.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import type { Clock } from '../http/clock.ts';
import type { ChainPorts } from './chain/chain-facts.ts';
import type { ChainSubject } from './chain/chain-link.ts';
import { runChain } from './chain/run-chain.ts';
import type { ChainEnd } from './chain/run-chain.ts';

/** One app in one environment: a cell of the matrix. */
type Cell = { readonly profile: AppProfile; readonly environment: Environment };

/** What shall be looked at. */
export type RunChains = Pick<InputOf<'doctor.run'>, 'from' | 'watch' | 'question'> &
  Pick<ChainSubject, 'workspace' | 'cloud'> & {
    readonly cells: readonly Cell[];
    readonly parallel: number;
    readonly emit: (event: EventOf<'doctor.run'>) => Promise<void>;
    readonly clock: Clock;
  };

type Open = { readonly cell: Cell; readonly from: DoctorLink | null };

const countsOf = (ends: readonly ChainEnd[]): OutputOf<'doctor.run'> => {
  const count = (outcome: ChainEnd['outcome']): number =>
    ends.filter((end) => end.outcome === outcome).length;
  return {
    chains: ends.length,
    ok: count('ok'),
    failed: count('failed'),
    unknown: count('unknown'),
    cancelled: count('cancelled'),
  };
};

/** The environments of one after the other, so that those who are asked at the same time are different ones. */
export const cellsOf = (
  profiles: readonly AppProfile[],
  environments: readonly Environment[],
): readonly Cell[] =>
  profiles.flatMap((profile) => environments.map((environment) => ({ profile, environment })));

/** What an environment or a sign-in service says to anybody is asked once a round, however many apps are looked at. */
const askingOnce = (ports: ChainPorts): ChainPorts => {
  const challenges = new Map<string, ReturnType<ChainPorts['askTenant']>>();
  const tenants = new Map<string, ReturnType<ChainPorts['tenantMetadata']>>();
  return {
    ...ports,
    askTenant: (url, signal) => {
      const asked = challenges.get(url) ?? ports.askTenant(url, signal);
      challenges.set(url, asked);
      return asked;
    },
    tenantMetadata: (cloud, tenantId, signal) => {
      const key = `${cloud.authority} ${tenantId}`;
      const asked = tenants.get(key) ?? ports.tenantMetadata(cloud, tenantId, signal);
      tenants.set(key, asked);
      return asked;
    },
  };
};

/** Runs the chains a bounded number at a time; watching, those that are not sound again and again from where they broke. */
export const runChains = async (
  ports: ChainPorts,
  run: RunChains,
  signal: AbortSignal,
): Promise<OutputOf<'doctor.run'>> => {
  const { workspace, cloud, question, clock, emit } = run;
  const ends = new Map<Cell, ChainEnd>();

  let again = false;
  let shared = askingOnce(ports);
  const runOne = async ({ cell, from }: Open, signal: AbortSignal) => {
    const { profile, environment } = cell;
    const where = { appProfileId: profile.id, environmentId: environment.id };
    const told = {
      looking: (link: DoctorLink) => emit({ kind: 'looking', ...where, link }),
      found: async (result: LinkResult) => {
        // What was told in the first round is still so: only what is looked at again is told again.
        if (again && result.verdict.state === 'skipped' && result.verdict.reason === 'before-start') return;
        await emit({ kind: 'link', ...where, result });
      },
    };
    const subject = { workspace, cloud, environment, profile, question };
    const end = await runChain(shared, subject, from, told, signal);
    ends.set(cell, end);
    await emit({ kind: 'end', ...where, ...end });
    return end.outcome === 'cancelled' ? failed('cancelled') : ok(null);
  };

  const round = async (open: readonly Open[]): Promise<readonly Open[]> => {
    await fanOut<Open, null>({
      items: open,
      parallel: run.parallel,
      signal,
      work: runOne,
      settled: async ({ cell }) => {
        // One that a cancel kept from starting has told nothing yet.
        if (ends.has(cell)) return;
        ends.set(cell, { outcome: 'cancelled', root: null });
        const where = { appProfileId: cell.profile.id, environmentId: cell.environment.id };
        await emit({ kind: 'end', ...where, outcome: 'cancelled', root: null });
      },
    });
    return open.flatMap(({ cell }): Open[] => {
      const end = ends.get(cell);
      return end === undefined || end.outcome === 'ok' ? [] : [{ cell, from: end.root }];
    });
  };

  let open = await round(run.cells.map((cell) => ({ cell, from: run.from })));
  const { everySeconds, times } = run.watch ?? { everySeconds: 0, times: 0 };
  for (let at = 1; at <= times && open.length > 0 && !signal.aborted; at += 1) {
    await emit({
      kind: 'waiting',
      round: at,
      until: new Date(clock.now() + everySeconds * 1000).toISOString(),
    });
    try {
      await clock.sleep(everySeconds * 1000, signal);
    } catch {
      // Stopped while waiting: what is known is known.
      break;
    }
    again = true;
    shared = askingOnce(ports);
    open = await round(open);
  }
  return countsOf([...ends.values()]);
};
