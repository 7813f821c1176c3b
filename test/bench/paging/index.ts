import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { inAProcess } from '../in-a-process.ts';
import { startLargeCloud, tokensFor } from '../large-cloud.ts';
import { measure } from '../measure.ts';
import type { Measured } from '../measure.ts';
import { PAGE, PAGES } from './task.ts';
import type { PagingTask, RecordTask, Replayed } from './task.ts';

const ROWS = PAGE * PAGES;
const ROUNDS = { rounds: 5, warmUps: 1 };
const replayedSchema = z.object({
  origin: z.string(),
  key: z.string(),
  url: z.string(),
  pathUrl: z.string(),
});

/** Records the pages of a large demo cloud, which is not needed any more then, and replays them. */
const startReplay = async (): Promise<{
  readonly from: Replayed;
  readonly stop: () => Promise<void>;
}> => {
  const { cloud, stop } = await startLargeCloud(`large:1x${ROWS - 1}`);
  try {
    const [environment] = cloud.environments;
    if (environment === undefined) throw new Error('The cloud has no environment.');
    const { pathUrl, url } = environment;
    const task: RecordTask = { url, pathUrl, token: (await tokensFor(cloud)).get(url) ?? '' };
    const child = fork(new URL('replay.ts', import.meta.url), [JSON.stringify(task)]);
    // Told nothing, when it could not record.
    const [told]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return {
      from: replayedSchema.parse(told),
      stop: async () => {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      },
    };
  } finally {
    await stop();
  }
};

/**
 * Every page of a table of a hundred thousand rows in one environment: the query lab beside dynamics-web-api and beside a bare loop that only
 * parses. Each side has a process of its own, whose peak is its memory, and has read one page before it counts; the same server sends all of
 * them the same bytes.
 */
export async function* pagingBenchmarks(): AsyncGenerator<Measured> {
  const { from, stop } = await startReplay();
  try {
    const side = (name: PagingTask['side'], before = 1) => {
      const task: PagingTask = { before, side: name, from };
      return inAProcess(new URL('side.ts', import.meta.url), task, ROWS);
    };
    const [streamed, read] = [side('stream'), side('console')];
    const streaming = `Streaming ${ROWS.toLocaleString('en')} rows to the page, beside only reading them`;
    yield await measure(
      {
        name: `${streaming}: time`,
        unit: 'ms',
        goal: 1.1,
        ours: streamed.milliseconds,
        other: read.milliseconds,
      },
      ROUNDS,
    );
    yield await measure(
      {
        name: `${streaming}: peak memory`,
        unit: 'MB',
        goal: 1.1,
        ours: streamed.megabytes,
        other: read.megabytes,
      },
      { rounds: 1, warmUps: 0 },
    );
    for (const [name, time, memory] of [
      ['dynamics-web-api', 0.4, 0.7],
      ['bare', 1.15, null],
      ['bare loop that keeps its rows', null, null],
    ] as const) {
      const [ours, other] = [side('console'), side(name)];
      const against = `Paging ${ROWS.toLocaleString('en')} rows, beside ${name}`;
      yield await measure(
        {
          name: `${against}: time`,
          unit: 'ms',
          goal: time,
          ours: ours.milliseconds,
          other: other.milliseconds,
        },
        ROUNDS,
      );
      yield await measure(
        {
          name: `${against}: peak memory`,
          unit: 'MB',
          goal: memory,
          ours: ours.megabytes,
          other: other.megabytes,
        },
        { rounds: 1, warmUps: 0 },
      );
      yield await measure(
        {
          name: `${against}: memory that came with the reading`,
          unit: 'MB',
          goal: null,
          ours: ours.grown,
          other: other.grown,
        },
        { rounds: 1, warmUps: 0 },
      );
    }
    const [cold, bareCold] = [side('console', 0), side('bare', 0)];
    yield await measure(
      {
        name: `Paging ${ROWS.toLocaleString('en')} rows, beside bare, both just begun: time`,
        unit: 'ms',
        goal: null,
        ours: cold.milliseconds,
        other: bareCold.milliseconds,
      },
      ROUNDS,
    );
  } finally {
    await stop();
  }
}
