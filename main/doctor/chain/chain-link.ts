import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { DoctorQuestion, DoctorVerdict, Evidence } from '../../../preload/contract/doctor.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { ChainFacts } from './chain-facts.ts';

/** One app in one environment, and what it shall be able to do there. */
export type ChainSubject = {
  readonly workspace: Workspace;
  readonly cloud: Cloud;
  readonly environment: Environment;
  readonly profile: AppProfile;
  readonly question: DoctorQuestion | null;
};

/** What a link looks at. */
export type ChainContext = {
  readonly subject: ChainSubject;
  readonly facts: ChainFacts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** What a link found. */
export type Finding = { readonly verdict: DoctorVerdict; readonly evidence: readonly Evidence[] };

/** One link of the chain: it asks for facts, and judges them. */
export type ChainLink = {
  readonly id: DoctorLink;
  readonly look: (context: ChainContext, signal: AbortSignal) => Promise<Finding>;
};
