import type { DoctorVerdict, LinkResult } from '../../../preload/contract/doctor.ts';
import type { EventOf, InputOf } from '../../../preload/contract/index.ts';
import type { ChainOutcome, DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import type { AppProfileId, EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** One app in one environment, as far as it was looked at. */
export type Chain = {
  readonly appProfileId: AppProfileId;
  readonly environmentId: EnvironmentId;
  readonly links: ReadonlyMap<DoctorLink, LinkResult>;
  /** The link that is being looked at. */
  readonly looking: DoctorLink | null;
  readonly end: { readonly outcome: ChainOutcome; readonly root: DoctorLink | null } | null;
};

/** What a run has told so far. */
export type DoctorRun = {
  readonly apps: readonly AppProfileId[];
  readonly environments: readonly EnvironmentId[];
  readonly question: InputOf<'doctor.run'>['question'];
  readonly chains: ReadonlyMap<string, Chain>;
  readonly waiting: { readonly round: number; readonly until: string } | null;
  /** Looks again until it works. */
  readonly watched: boolean;
};

export const NO_DOCTOR_RUN: DoctorRun = {
  apps: [],
  environments: [],
  question: null,
  chains: new Map(),
  waiting: null,
  watched: false,
};

/** Names a chain. */
export const chainKey = (appProfileId: AppProfileId, environmentId: EnvironmentId): string =>
  `${appProfileId} ${environmentId}`;

/** What a new run starts from: all of it anew, or, from a link on, what was known of the links before. */
export const beginRun = (previous: DoctorRun, input: InputOf<'doctor.run'>): DoctorRun => {
  const { appProfileIds: apps, environmentIds: environments, from, question } = input;
  const asked = apps.flatMap((app) => environments.map((environment) => [app, environment] as const));
  const again =
    from !== null && asked.every(([app, environment]) => previous.chains.has(chainKey(app, environment)));
  const chains = new Map(again ? previous.chains : []);
  for (const [appProfileId, environmentId] of asked) {
    const key = chainKey(appProfileId, environmentId);
    const known = [...(chains.get(key)?.links ?? [])].filter(
      ([link]) => from !== null && DOCTOR_LINKS.indexOf(link) < DOCTOR_LINKS.indexOf(from),
    );
    chains.set(key, { appProfileId, environmentId, links: new Map(known), looking: null, end: null });
  }
  const watched = input.watch !== null;
  return again
    ? { ...previous, chains, waiting: null, watched }
    : { apps, environments, question, chains, waiting: null, watched };
};

const isKept = (verdict: DoctorVerdict): boolean =>
  verdict.state === 'skipped' && verdict.reason === 'before-start';

/** Takes in one event of a run. */
export const doctorRunWith = (run: DoctorRun, event: EventOf<'doctor.run'>): DoctorRun => {
  if (event.kind === 'waiting') return { ...run, waiting: { round: event.round, until: event.until } };
  const { appProfileId, environmentId } = event;
  const key = chainKey(appProfileId, environmentId);
  const before = run.chains.get(key) ?? {
    appProfileId,
    environmentId,
    links: new Map(),
    looking: null,
    end: null,
  };
  const change = (): Chain => {
    switch (event.kind) {
      case 'looking':
        return { ...before, looking: event.link, end: null };
      case 'link': {
        const { result } = event;
        // What was known of a link that is not looked at again stays.
        if (isKept(result.verdict) && before.links.has(result.link)) return before;
        return { ...before, looking: null, links: new Map(before.links).set(result.link, result) };
      }
      case 'end':
        return { ...before, looking: null, end: { outcome: event.outcome, root: event.root } };
    }
  };
  return { ...run, waiting: null, chains: new Map(run.chains).set(key, change()) };
};

/** How many chains came out how; what has not ended in a run that is over was cancelled. */
export const outcomeCounts = (run: DoctorRun): Readonly<Record<ChainOutcome, number>> => {
  const counts = { ok: 0, failed: 0, unknown: 0, cancelled: 0 };
  for (const { end } of run.chains.values()) counts[end?.outcome ?? 'cancelled'] += 1;
  return counts;
};

/** How many have ended. */
export const endedChains = (run: DoctorRun): number =>
  [...run.chains.values()].filter(({ end }) => end !== null).length;

/** The link to show first: the broken one, or the first of which nothing is known. */
export const rootOf = ({ end, links }: Chain): LinkResult | null =>
  end === null || end.root === null ? null : (links.get(end.root) ?? null);
