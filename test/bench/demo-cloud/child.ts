/** A process of its own for one side of the benchmark of the demo cloud: `demo <environments>x<users>`, or `bare`. */
import fastify from 'fastify';
import { startDemoCloud } from '../../../emulator/index.ts';
import { readSeed } from '../../../emulator/read-options.ts';

const [side, size = ''] = process.argv.slice(2);
const began = performance.now();
const tell = (ready: Readonly<Record<string, unknown>>): void => {
  const megabytes = process.memoryUsage.rss() / 1024 / 1024;
  process.send?.({ ...ready, milliseconds: performance.now() - began, megabytes });
};

if (side === 'demo') {
  let shift = 0;
  // Every message moves the clock beyond the window of the request limits, so that rounds do not add up.
  process.on('message', () => {
    shift += 301_000;
  });
  const { description } = await startDemoCloud({
    seed: readSeed(`large:${size}`) ?? 'demo',
    now: () => Date.now() + shift,
  });
  tell({ description });
} else {
  let body = '';
  const app = fastify();
  process.on('message', (text: unknown) => {
    body = String(text);
  });
  app.get('/*', (_request, reply) => reply.type('application/json; odata.metadata=minimal').send(body));
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  tell({ port: Number(address.port) });
}
process.on('disconnect', () => process.exit());
