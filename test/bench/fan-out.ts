import { fanOut } from '../../main/dataverse/fan-out.ts';
import { consoleClients, startLargeCloud, timed, tokensFor } from './large-cloud.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ENVIRONMENTS = 200;
const PARALLEL = 16;
const PATH = 'systemusers?$select=fullname,applicationid,isdisabled&$top=50';

/** One page of application users of many environments: the console's client and queue against a bare fetch loop. */
export async function* fanOutBenchmarks(): AsyncGenerator<Measured> {
  const { cloud, stop } = await startLargeCloud(`large:${ENVIRONMENTS}x40`);
  try {
    const tokens = await tokensFor(cloud);
    const clientOf = consoleClients(cloud, tokens);
    for (const count of [8, ENVIRONMENTS]) {
      const chosen = cloud.environments.slice(0, count);
      const ours = async (): Promise<void> => {
        const counts = await fanOut({
          items: chosen,
          parallel: PARALLEL,
          signal: new AbortController().signal,
          work: ({ url }, signal) => clientOf(url).get(PATH, { signal }),
        });
        if (counts.succeeded !== count) throw new Error(`${counts.failed} environments failed.`);
      };
      const bare = async (): Promise<void> => {
        const queue = chosen.values();
        const worker = async (): Promise<void> => {
          for (const { url, pathUrl } of queue) {
            const answer = await fetch(`${pathUrl}/api/data/v9.2/${PATH}`, {
              headers: { authorization: `Bearer ${tokens.get(url) ?? ''}`, accept: 'application/json' },
            });
            if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
            JSON.parse(await answer.text());
          }
        };
        await Promise.all(Array.from({ length: PARALLEL }, worker));
      };
      yield await measure(
        {
          name: `Fan-out over ${count} environments`,
          unit: 'ms',
          goal: 1.2,
          ours: () => timed(ours),
          other: () => timed(bare),
        },
        count > 50 ? { rounds: 15, warmUps: 5 } : { rounds: 101, warmUps: 100 },
      );
    }
  } finally {
    await stop();
  }
}
