import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Environment } from '../../preload/contract/environments.ts';
import type { Guide, GuideStepId } from '../../preload/contract/words/guides.ts';
import { GUIDE_STEPS } from '../../preload/contract/words/guides.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { CallState } from '../bridge/index.ts';
import { useCall } from '../bridge/index.ts';
import { allUsers, useInventory } from '../inventory/index.ts';
import { useGo } from '../places/index.ts';
import { useAccount } from '../session/index.ts';
import type { GuideFacts, Known } from './guide-facts.ts';
import type { Verdict } from './guide-verdicts.ts';
import { guideVerdict } from './guide-verdicts.ts';
import { stepPlace } from './step-place.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_WORKSPACES: readonly Workspace[] = [];
/** As many entries of the journal as are looked through for a proof. */
const ENTRIES = 200;

/** One step as it stands. */
export type GuideStep = Verdict & { readonly id: GuideStepId; readonly act: () => void };

/** A walkthrough over a workspace. */
export type GuideProgress = {
  readonly steps: readonly GuideStep[];
  /** The first that is not done; null when all are. */
  readonly next: GuideStepId | null;
  readonly doneCount: number;
};

const knownOf = <Output, Value>(call: CallState<Output>, pick: (output: Output) => Value): Known<Value> => ({
  value: call.data === undefined ? undefined : pick(call.data),
  error: call.error,
});

/** Judges the steps from what main has already, and again whenever the window gets the focus; asks no service. */
export const useGuide = (guide: Guide, workspace: Workspace): GuideProgress => {
  const scope = { workspaceId: workspace.id };
  const go = useGo();
  const { account, signIn, state } = useAccount();
  const workspaces = useCall('workspaces.list', {});
  const environments = useCall('environments.list', scope);
  const profiles = useCall('appProfiles.list', scope);
  const operations = useCall('fleet.operations', scope);
  const activity = useCall('activity.list', { ...scope, before: null, limit: ENTRIES });
  const consents = useCall('consent.list', scope);
  const inventory = useInventory(workspace.id, NO_ENVIRONMENTS);
  const [now, setNow] = useState(() => Date.now());
  const users = useMemo(() => allUsers(inventory.data), [inventory.data]);
  const answered = useMemo(
    () => new Set([...inventory.data.answers].flatMap(([id, { state: is }]) => (is === 'done' ? [id] : []))),
    [inventory.data],
  );

  const reads = [
    environments.refresh,
    profiles.refresh,
    operations.refresh,
    activity.refresh,
    consents.refresh,
  ];
  const lookAgain = useCallback(() => {
    setNow(Date.now());
    for (const read of reads) read();
    // oxlint-disable-next-line react/exhaustive-deps -- each of them is stable
  }, reads);
  useEffect(() => {
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, [lookAgain]);

  const facts: GuideFacts = {
    workspace,
    workspaces: workspaces.data?.workspaces ?? NO_WORKSPACES,
    account: { username: account?.username ?? null, state },
    environments: knownOf(environments, (output) => output.environments),
    profiles: knownOf(profiles, (output) => output.profiles),
    operations: knownOf(operations, (output) => output.operations),
    activity: knownOf(activity, (output) => output.entries),
    consents: knownOf(consents, (output) => output.rows),
    users,
    answered,
    now,
  };
  const steps = GUIDE_STEPS[guide].map((id): GuideStep => ({
    id,
    ...guideVerdict(id, facts),
    act: () => {
      const place = stepPlace(id, facts);
      if (place === 'sign-in') void signIn();
      else go(place);
    },
  }));
  return {
    steps,
    next: steps.find((step) => step.state !== 'done')?.id ?? null,
    doneCount: steps.filter((step) => step.state === 'done').length,
  };
};
