import { inAProcess } from '../in-a-process.ts';
import { measure } from '../measure.ts';
import type { Measured } from '../measure.ts';
import type { ExportTask } from './side.ts';

/** Bytes of CSV that a second must bring. */
const GOAL = 50_000_000;
/** Enough for the heap to have come to its size: before that every process grows. */
const FEW = 40;
const MANY = 200;

const side = (task: ExportTask) => inAProcess(new URL('side.ts', import.meta.url), task, 1);

/**
 * CSV into a real file: as fast as promised in time of the processor, of rows that the console holds and of pages that it parses first; and
 * with five times the pages in no more memory.
 */
export async function* exportBenchmarks(): AsyncGenerator<Measured> {
  for (const [from, pages] of [
    ['memory', 100],
    ['pages', MANY],
  ] as const) {
    const ours = side({ from, pages });
    yield await measure(
      {
        name: `CSV of ${(pages * 5000).toLocaleString('en')} rows from ${from}, against 50 MB/s`,
        unit: 'ms',
        goal: 1,
        ours: ours.processor,
        other: async () => (ours.counted() / GOAL) * 1000,
      },
      { rounds: 3, warmUps: 1 },
    );
  }
  const [few, many] = [side({ from: 'pages', pages: FEW }), side({ from: 'pages', pages: MANY })];
  for (const each of [few, many, few, many]) await each.milliseconds();
  yield await measure(
    {
      name: `Peak memory of an export of ${MANY} pages against one of ${FEW}`,
      unit: 'MB',
      goal: 1.25,
      ours: many.megabytes,
      other: few.megabytes,
    },
    { rounds: 1, warmUps: 0 },
  );
}
