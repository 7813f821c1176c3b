import { inAProcess } from '../in-a-process.ts';
import { startLargeCloud, tokensFor } from '../large-cloud.ts';
import { measure } from '../measure.ts';
import type { Measured } from '../measure.ts';
import type { PagingTask } from './task.ts';

const USERS = 99_900;
const ROUNDS = { rounds: 5, warmUps: 1 };

/**
 * Every page of a table of a hundred thousand rows in one environment: the query lab beside dynamics-web-api and beside a bare loop that only
 * parses. Each side has a process of its own, whose peak is its memory; the same cloud serves all of them in turn.
 */
export async function* pagingBenchmarks(users = USERS): AsyncGenerator<Measured> {
  const { cloud, stop } = await startLargeCloud(`large:1x${users}`);
  try {
    const [environment] = cloud.environments;
    if (environment === undefined) throw new Error('The cloud has no environment.');
    const { pathUrl, url } = environment;
    const token = (await tokensFor(cloud)).get(url) ?? '';
    const side = (name: PagingTask['side']) =>
      inAProcess(new URL('side.ts', import.meta.url), { side: name, cloud, url, pathUrl, token }, users);
    const ours = side('console');
    for (const [name, time, memory] of [
      ['dynamics-web-api', 0.4, 0.7],
      ['bare', 1.15, null],
    ] as const) {
      const other = side(name);
      const against = `Paging ${users.toLocaleString('en')} users, beside ${name}`;
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
    }
  } finally {
    await stop();
  }
}
