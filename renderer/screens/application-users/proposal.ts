import type { Change } from '../../plans/index.ts';

/** A change that is shown in place of what it was thought of in, and what follows from it once it is made. */
export type Proposal = {
  readonly title: string;
  readonly change: Change;
  readonly next?: { readonly offer: string; readonly title: string; readonly change: Change };
};

/** Shows the plan of a change. */
export type Propose = (title: string, change: Change, next?: Proposal['next']) => void;
