import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';

/** The steps of the main journey, in order. */
export const JOURNEY = ['signIn', 'environments', 'app', 'users', 'query'] as const;
export type JourneyStep = (typeof JOURNEY)[number];

/** What the workspace has so far. */
export type JourneyFacts = {
  readonly username: string | null;
  readonly environments: number;
  readonly profiles: readonly AppProfile[];
  readonly operations: readonly OperationSummary[];
};

const TEXTS = HOME_TEXTS.journey;

/** What proves that a step is done, in a few words; null while it is open. Querying is never "done": it is the proof. */
export const journeyProof = (step: JourneyStep, facts: JourneyFacts): string | null => {
  switch (step) {
    case 'signIn':
      return facts.username === null ? null : TEXTS.signedInAs(facts.username);
    case 'environments':
      return facts.environments === 0 ? null : TEXTS.environmentCount(facts.environments);
    case 'app': {
      const usable = facts.profiles.filter((profile) =>
        profile.credentials.some((credential) => credential.kept !== 'missing'),
      );
      return usable.length === 0 ? null : TEXTS.appCount(usable.length);
    }
    case 'users': {
      const applied = facts.operations.filter(
        (operation) => operation.state === 'succeeded' || operation.state === 'partly-failed',
      );
      return applied.length === 0 ? null : TEXTS.userCount(applied.length);
    }
    case 'query':
      return null;
  }
};
