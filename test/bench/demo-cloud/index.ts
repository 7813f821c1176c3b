import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { measure } from '../measure.ts';
import type { Measured } from '../measure.ts';

const ready = z.object({
  milliseconds: z.number(),
  megabytes: z.number(),
  port: z.number().optional(),
  description: z
    .object({
      login: z.object({ http: z.string() }),
      environments: z.array(z.object({ url: z.string(), pathUrl: z.string(), tenantId: z.string() })),
      apps: z.array(z.object({ name: z.string(), clientId: z.string(), secret: z.string().optional() })),
    })
    .optional(),
});
type Side = z.infer<typeof ready> & { readonly child: ChildProcess; stop(): Promise<void> };

async function startSide(...args: readonly string[]): Promise<Side> {
  const child = fork(join(import.meta.dirname, 'child.ts'), args);
  const [told]: unknown[] = await once(child, 'message');
  const stop = async (): Promise<void> => {
    child.disconnect();
    await once(child, 'exit');
  };
  return { ...ready.parse(told), child, stop };
}

/** One GET; its body. */
function get(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          const body = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${String(response.statusCode)} ${body.slice(0, 200)}`));
        });
    })
      .on('error', reject)
      .end();
  });
}

/** One GET over a connection of its own. */
async function getOnce(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const agent = new Agent();
  const body = await get(agent, url, headers);
  agent.destroy();
  return body;
}

/** Milliseconds for a number of requests over sixteen kept connections. */
async function time(count: number, ask: (agent: Agent) => Promise<string>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask(agent);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(16, count) }, worker));
  const took = performance.now() - began;
  agent.destroy();
  return took;
}

const answer = z.object({ access_token: z.string() });

/** A token of Portal Sync, which administers the first environment. */
async function tokenFor(
  demo: Side,
): Promise<{ readonly root: string; readonly headers: Record<string, string> }> {
  const [environment] = demo.description?.environments ?? [];
  const app = demo.description?.apps.find(({ name }) => name === 'Contoso Portal Sync');
  const response = await fetch(
    `${demo.description?.login.http ?? ''}/${environment?.tenantId ?? ''}/oauth2/v2.0/token`,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app?.clientId ?? '',
        client_secret: app?.secret ?? '',
        scope: `${environment?.url ?? ''}/.default`,
      }),
    },
  );
  const { access_token: token } = answer.parse(await response.json());
  return {
    root: `${environment?.pathUrl ?? ''}/api/data/v9.2`,
    headers: { authorization: `Bearer ${token}` },
  };
}

/** Start and memory of a large cloud against their limits, in processes of their own. */
async function* starts(): AsyncGenerator<Measured> {
  const started: Side[] = [];
  const ours = async (): Promise<number> => {
    const side = await startSide('demo', '200x100');
    await side.stop();
    started.push(side);
    return side.milliseconds;
  };
  const limit = (value: number) => (): Promise<number> => Promise.resolve(value);
  yield await measure(
    { name: 'Demo cloud, 200 × 100: start against 3 s', unit: 'ms', goal: 1, ours, other: limit(3000) },
    { rounds: 3 },
  );
  const memory = (): Promise<number> =>
    Promise.resolve(Math.max(...started.map(({ megabytes }) => megabytes)));
  yield await measure(
    {
      name: 'Demo cloud, 200 × 100: memory against 400 MB',
      unit: 'MB',
      goal: 1,
      ours: memory,
      other: limit(400),
    },
    { rounds: 1, warmUps: 0 },
  );
}

/** The demo cloud's own work: start, a whole page, and small requests beside a bare fastify route that serves the same bytes. */
export async function* demoCloudBenchmarks(): AsyncGenerator<Measured> {
  yield* starts();
  const demo = await startSide('demo', '1x6000');
  const bare = await startSide('bare');
  try {
    const served = `http://127.0.0.1:${bare.port ?? 0}/`;
    const beside = async (path: string, count: number) => {
      const { root, headers } = await tokenFor(demo);
      bare.child.send(await getOnce(root + path, headers));
      return {
        ours: async () => {
          demo.child.send('advance');
          // By then the clock has gone past the end of the token.
          const { headers: fresh } = await tokenFor(demo);
          return time(count, (agent) => get(agent, root + path, fresh));
        },
        other: () => time(count, (agent) => get(agent, served, headers)),
      };
    };
    const page =
      '/systemusers?$select=fullname,domainname,applicationid,isdisabled,azureactivedirectoryobjectid';
    const { ours: pageOurs, other: pageOther } = await beside(page, 1);
    yield await measure(
      {
        name: 'Demo cloud: 5,000 users, five columns, beside fastify',
        unit: 'ms',
        goal: null,
        ours: pageOurs,
        other: pageOther,
      },
      { warmUps: 3 },
    );
    yield await measure({
      name: 'Demo cloud: 5,000 users, five columns, against 100 ms',
      unit: 'ms',
      goal: 1,
      ours: pageOurs,
      other: () => Promise.resolve(100),
    });
    const whole = await beside('/systemusers', 1);
    yield await measure(
      { name: 'Demo cloud: 5,000 users, every column, beside fastify', unit: 'ms', goal: null, ...whole },
      { warmUps: 3 },
    );
    const small = await beside('/WhoAmI', 1000);
    yield await measure(
      { name: 'Demo cloud: 1,000 small requests, beside fastify', unit: 'ms', goal: 2.5, ...small },
      { warmUps: 2 },
    );
    yield await measure({
      name: 'Demo cloud: 1,000 small requests, against 1 s',
      unit: 'ms',
      goal: 1,
      ours: small.ours,
      other: () => Promise.resolve(1000),
    });
  } finally {
    await Promise.all([demo.stop(), bare.stop()]);
  }
}
