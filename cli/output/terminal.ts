/** Where a command writes: what was asked for, and what is said about getting it. */
export type Terminal = {
  /** Standard output: the answer and nothing else. */
  readonly write: (text: string) => void;
  /** Standard error: progress and failures, a line each. */
  readonly tell: (line: string) => void;
};
