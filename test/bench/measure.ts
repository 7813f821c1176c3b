/** One benchmark: the same work done by us and by the plainest thing that could do it. Both return a number in `unit`. */
export type Benchmark = {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** Ours may be at most this many times the other; null where only the ratio is of interest. */
  readonly goal: number | null;
  readonly ours: () => Promise<number>;
  readonly other: () => Promise<number>;
};

/** What was measured, as `npm run bench -- --json` writes it. */
export type Measured = {
  readonly name: string;
  readonly ours: number;
  readonly other: number;
  readonly ratio: number;
  readonly goal: number | null;
  readonly unit: string;
  readonly holds: boolean;
};

/** The middle value. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Runs both sides in turn, so that what the machine does meanwhile hits both, and compares their medians. Before that both
 * run `warmUps` times for caches and compilers: what takes milliseconds is compiled only after it ran often.
 */
export const measure = async (
  benchmark: Benchmark,
  { rounds = 7, warmUps = 1 }: { readonly rounds?: number; readonly warmUps?: number } = {},
): Promise<Measured> => {
  for (let round = 0; round < warmUps; round += 1) {
    await benchmark.ours();
    await benchmark.other();
  }
  const ours: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await benchmark.ours());
    other.push(await benchmark.other());
  }
  const ratio = median(ours) / median(other);
  return {
    name: benchmark.name,
    ours: round(median(ours)),
    other: round(median(other)),
    ratio: round(ratio),
    goal: benchmark.goal,
    unit: benchmark.unit,
    holds: benchmark.goal === null || ratio <= benchmark.goal,
  };
};
