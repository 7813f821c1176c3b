import type { FindingKind, Touch } from '../../../../preload/contract/words/finding.ts';
import type { Source } from '../source.ts';

/** An error that is known by words instead of a number. */
export type Sign = {
  /** What is shown as its code. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly touch: Touch;
  /** Words that give it away, in lower case; the first is the most usual. */
  readonly words: readonly string[];
  /** A weak sign counts only where nothing stronger of the same kind stands beside it. */
  readonly weak?: true;
  /** It says only that something inside failed, so that everything else says more. */
  readonly wraps?: true;
  /** Something else than the service answered, so that a status beside it is not the service's. */
  readonly answersItself?: true;
  readonly title: string;
  readonly cause: string;
  readonly steps: readonly string[];
  readonly source: Source;
};
