import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../../emulator');

const printed = z.looseObject({
  login: z.looseObject({ http: z.string(), https: z.string().optional(), caFile: z.string().optional() }),
  origin: z.string(),
  proxy: z.string().optional(),
  portal: z.string(),
  environments: z.array(z.looseObject({ url: z.string(), pathUrl: z.string() })),
  apps: z.array(
    z.looseObject({
      secret: z.string(),
      certificateFile: z.string().optional(),
      keyFile: z.string().optional(),
    }),
  ),
});

function run(...args: string[]) {
  return spawn(process.execPath, [join(folder, 'cli.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function firstLine(child: ReturnType<typeof run>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line;
  return '';
}

describe('the command line', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line of JSON, and is gone with its files after %s',
    async (signal) => {
      const child = run('--json', '--https');
      const line = await firstLine(child);
      const description = printed.parse(JSON.parse(line));
      const files = [
        description.login.caFile ?? '',
        ...description.apps
          .flatMap((app) => [app.certificateFile, app.keyFile])
          .filter((file) => file !== undefined),
      ];
      expect(files).toHaveLength(5);
      for (const file of files) {
        expect(readFileSync(file, 'utf8')).toContain('-----BEGIN ');
        expect(statSync(file).mode & 0o077).toBe(0);
      }
      expect(line).not.toContain('PRIVATE KEY');
      expect((await fetch(`${description.login.http}/common/discovery/keys`)).status).toBe(200);

      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect(files.filter((file) => existsSync(file))).toEqual([]);
      await expect(fetch(description.portal)).rejects.toThrow('fetch failed');
    },
  );

  test('says what a program needs to go through the proxy', async () => {
    const child = run('--json', '--proxy');
    const { login, origin, proxy } = printed.parse(JSON.parse(await firstLine(child)));
    expect(proxy).toBe(origin);
    expect(readFileSync(login.caFile ?? '', 'utf8')).toContain('-----BEGIN CERTIFICATE-----');
    expect(login.https).toBeUndefined();
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('in words, says it so that a shell takes it', async () => {
    const child = run('--proxy');
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('Environments')) break;
    }
    const said = lines.join('\n');
    expect(said).toMatch(/export HTTPS_PROXY=http:\/\/127\.0\.0\.1:\d+ NO_PROXY=localhost,127\.0\.0\.1/);
    expect(said).toMatch(/export NODE_EXTRA_CA_CERTS='[^']+ca\.pem' REQUESTS_CA_BUNDLE='/);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('killed, it leaves its files to the next one, which removes them', async () => {
    const keyOf = async (child: ReturnType<typeof run>): Promise<string> =>
      printed
        .parse(JSON.parse(await firstLine(child)))
        .apps.map(({ keyFile = '' }) => keyFile)
        .find((file) => file !== '') ?? '';
    const [killed, other] = [run('--json'), run('--json')];
    const [left, others] = [await keyOf(killed), await keyOf(other)];
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(existsSync(left)).toBe(true);
    const next = run('--json');
    await keyOf(next);
    // What another one uses that still runs stays.
    expect([existsSync(left), existsSync(others)]).toEqual([false, true]);
    for (const child of [other, next]) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });

  test('starts hundreds of environments at once', async () => {
    const child = run('--json', '--seed', 'large:200x500');
    const description = printed.parse(JSON.parse(await firstLine(child)));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(description.environments).toHaveLength(200);
    expect(new Set(description.environments.map((one) => one.url)).size).toBe(200);
  });

  test.each([['--seed', 'small'], ['--port', '70000'], ['--fast']])(
    'explains itself for %s %s',
    async (...args) => {
      const child = run(...args);
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      const [code] = await once(child, 'close');
      expect(code).toBe(2);
      expect(text).toContain('Usage:');
    },
  );

  test('tells its options when asked for help', async () => {
    const child = run('--help');
    const [line, [code]] = await Promise.all([firstLine(child), once(child, 'exit')]);
    expect(line).toContain('Usage:');
    expect(code).toBe(0);
  });

  test('says so when the port is taken', async () => {
    const first = run('--json');
    const { port } = new URL(printed.parse(JSON.parse(await firstLine(first))).login.http);
    const second = run('--port', port);
    const [code] = await once(second, 'close');
    first.kill();
    await once(first, 'exit');
    expect(code).toBe(1);
  });
});

describe('the worker', () => {
  test('posts its description and ends when told', async () => {
    const worker = new Worker(join(folder, 'worker.ts'), { workerData: { https: true, lagSeconds: 30 } });
    const [message]: unknown[] = await once(worker, 'message');
    const { portal } = z.looseObject({ portal: z.url(), adminClientId: z.guid() }).parse(message);
    expect((await fetch(portal)).status).toBe(200);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage('stop');
    expect(await once(worker, 'exit')).toEqual([0]);
    await expect(fetch(portal)).rejects.toThrow('fetch failed');
  });

  test('fails for options that make no sense', async () => {
    const worker = new Worker(join(folder, 'worker.ts'), { workerData: { port: 'any' } });
    const [error]: unknown[] = await once(worker, 'error');
    expect(String(error)).toContain('port');
  });
});
