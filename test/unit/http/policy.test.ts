import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchFailed, scriptedService } from './scripted-service.ts';

describe('a request that is refused for now', () => {
  test('429 with Retry-After in seconds is sent again exactly then', async () => {
    const { client, request, time, sent } = scriptedService((_sent, count) =>
      count < 3 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 200, body: 'done' },
    );
    const result = await time.until(client.send(request()));
    expect(result).toMatchObject({ ok: true, value: { status: 200, body: 'done', retries: 2 } });
    expect(sent.map(({ at }) => at)).toEqual([0, 7000, 14_000]);
  });

  test('429 with Retry-After as a date waits until that date', async () => {
    const { client, request, time, sent } = scriptedService((_sent, count) =>
      count === 1
        ? { status: 429, headers: { 'retry-after': 'Mon, 05 Jan 2026 10:00:30 GMT' } }
        : { status: 200 },
    );
    await time.until(client.send(request()));
    expect(sent.map(({ at }) => at)).toEqual([0, 30_000]);
  });

  test('503 without Retry-After backs off with jitter, then gives up and says so', async () => {
    const { client, request, time, sent } = scriptedService(() => ({
      status: 503,
      headers: { req_id: 'r-1' },
    }));
    expect(await time.until(client.send(request()))).toEqual({
      ok: false,
      error: {
        code: 'service-unavailable',
        params: { host: 'contoso.crm.dynamics.com', status: 503 },
        retryable: true,
        correlation: { requestId: 'r-1', correlationId: undefined, timestamp: undefined },
      },
    });
    expect(sent.map(({ at }) => at)).toEqual([0, 250, 750, 1750]);
  });

  test('a wait beyond the budget is given up at once, naming the limit and the wait', async () => {
    const { client, request, time, sent } = scriptedService(() => ({
      status: 429,
      headers: { 'retry-after': '290' },
      body: '{"error":{"code":"0x80072321","message":"Combined execution time …"}}',
    }));
    expect(await time.until(client.send(request()))).toMatchObject({
      error: {
        code: 'throttled',
        params: { limit: 'execution-time', retryAfterSeconds: 290 },
        retryable: true,
      },
    });
    expect(sent).toHaveLength(1);
    expect(time.elapsed()).toBe(0);
    // Asking again before the time is up would make the service wait even longer.
    expect(await time.until(client.send(request()))).toMatchObject({
      error: { code: 'throttled', params: { retryAfterSeconds: 290 } },
    });
    expect(sent).toHaveLength(1);
  });

  test('waits never sum up to more than the budget', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }), async (waits) => {
        const { client, request, time } = scriptedService((_sent, count) => ({
          status: 429,
          headers: { 'retry-after': String(waits[(count - 1) % waits.length]) },
        }));
        expect(await time.until(client.send(request()))).toMatchObject({ error: { code: 'throttled' } });
        expect(time.elapsed()).toBeLessThanOrEqual(120_000);
      }),
      { numRuns: 30 },
    );
  });

  test('a change is sent again after 429, which refuses before any work, and after nothing else', async () => {
    const change = { method: 'POST', body: '{}', retry: 'never' } as const;
    const refused = scriptedService((_sent, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { status: 204 },
    );
    expect(await refused.time.until(refused.client.send(refused.request(change)))).toMatchObject({
      value: { status: 204, retries: 1 },
    });
    for (const reply of [{ status: 503 }, { status: 502 }, { error: fetchFailed('ECONNRESET') }]) {
      const service = scriptedService(() => reply);
      expect((await service.time.until(service.client.send(service.request(change)))).ok).toBe(false);
      expect(service.sent).toHaveLength(1);
    }
  });

  test('a broken connection is tried again', async () => {
    const { client, request, time, sent } = scriptedService((_sent, count) =>
      count < 3 ? { error: fetchFailed('ECONNRESET') } : { status: 200 },
    );
    expect(await time.until(client.send(request()))).toMatchObject({ ok: true, value: { retries: 2 } });
    expect(sent).toHaveLength(3);
  });
});

describe('one origin and the others', () => {
  test('a throttled origin never slows another', async () => {
    const { client, request, time, sent } = scriptedService(
      ({ url }) =>
        url.includes('slow') ? { status: 429, headers: { 'retry-after': '60' } } : { status: 200 },
      { total: 4, perOrigin: 4 },
    );
    const abort = new AbortController();
    const throttled = Array.from({ length: 20 }, () =>
      client.send(request({ host: 'slow.crm.dynamics.com', signal: abort.signal })),
    );
    const others = Array.from({ length: 20 }, (_value, index) =>
      client.send(request({ host: `org${index}.crm4.dynamics.com` })),
    );
    expect((await Promise.all(others)).every((result) => result.ok)).toBe(true);
    expect(time.elapsed()).toBe(0);
    expect(sent.filter(({ url }) => url.includes('slow')).length).toBeLessThanOrEqual(4);
    abort.abort();
    expect(await Promise.all(throttled)).toMatchObject(
      throttled.map(() => ({ error: { code: 'cancelled' } })),
    );
    expect(time.sleepers()).toBe(0);
  });

  test('the caps hold, per origin and over all, and every request gets its turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
        async (total, perOrigin, hosts) => {
          const now = new Map<string, number>();
          let worst = 0;
          const service = scriptedService(
            ({ url }) => {
              now.set(url, (now.get(url) ?? 0) + 1);
              worst = Math.max(worst, now.get(url) ?? 0);
              const hold = service.time.settle().then(() => {
                now.set(url, (now.get(url) ?? 0) - 1);
                return undefined;
              });
              return { hold };
            },
            { total, perOrigin },
          );
          const results = await Promise.all(
            hosts.map((host) =>
              service.client.send(service.request({ host: `org${host}.crm.dynamics.com` })),
            ),
          );
          expect(results.every((result) => result.ok)).toBe(true);
          expect(service.mostOnWire()).toBeLessThanOrEqual(total);
          expect(worst).toBeLessThanOrEqual(perOrigin);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('x-ms-dop-hint lowers the cap of its own origin', async () => {
    const service = scriptedService(
      (_sent, count) =>
        count === 1 ? { status: 200, headers: { 'x-ms-dop-hint': '2' } } : { hold: service.time.settle() },
      { perOrigin: 6 },
    );
    await service.client.send(service.request());
    await Promise.all(Array.from({ length: 12 }, () => service.client.send(service.request())));
    expect(service.mostOnWire()).toBe(2);
  });
});

describe('the breaker', () => {
  test('opens after repeated failures, spares the origin, lets one probe through and closes again', async () => {
    let down = true;
    const { client, request, time, sent } = scriptedService(({ url }) =>
      down && url.includes('contoso') ? { status: 503 } : { status: 200 },
    );
    await time.until(client.send(request({ retry: 'never' })));
    await time.until(client.send(request()));
    expect(sent).toHaveLength(5);
    expect(await client.send(request())).toMatchObject({
      error: { code: 'circuit-open', params: { seconds: 15, failures: 5 }, retryable: true },
    });
    expect(sent).toHaveLength(5);
    expect(await client.send(request({ host: 'fabrikam.crm.dynamics.com' }))).toMatchObject({ ok: true });

    time.advance(15_000);
    const probe = client.send(request({ retry: 'never' }));
    const beside = client.send(request());
    expect(await probe).toMatchObject({ error: { code: 'service-unavailable' } });
    expect(await beside).toMatchObject({ error: { code: 'circuit-open' } });

    time.advance(15_000);
    down = false;
    expect(await client.send(request())).toMatchObject({ ok: true });
    expect(await Promise.all([client.send(request()), client.send(request())])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  test('a cancelled probe leaves the next request to probe', async () => {
    const { client, request, time } = scriptedService(
      (_sent, count) => (count === 1 ? { status: 503 } : count === 2 ? 'silence' : { status: 200 }),
      { failuresToOpen: 1 },
    );
    await time.until(client.send(request({ retry: 'never' })));
    time.advance(15_000);
    const abort = new AbortController();
    const probe = client.send(request({ signal: abort.signal }));
    await time.settle();
    abort.abort();
    expect(await probe).toMatchObject({ error: { code: 'cancelled' } });
    expect(await client.send(request())).toMatchObject({ ok: true });
  });

  test('refusals and errors of the caller do not open it', async () => {
    const { client, request, sent } = scriptedService(() => ({ status: 403 }));
    for (let turn = 0; turn < 10; turn += 1) await client.send(request());
    expect(sent).toHaveLength(10);
  });
});

describe('time-out and cancel', () => {
  test('silence ends with a time-out that names host and seconds, and is not tried again', async () => {
    const { client, request, time, sent } = scriptedService(
      () => 'silence',
      {},
      () => 9000,
    );
    expect(await time.until(client.send(request()))).toMatchObject({
      error: { code: 'network-timeout', params: { host: 'contoso.crm.dynamics.com', seconds: 9 } },
    });
    expect(sent).toHaveLength(1);
    expect(time.elapsed()).toBe(9000);
    expect(time.sleepers()).toBe(0);
  });

  test('a time-out that the person changes counts from the next request on', async () => {
    let seconds = 60;
    const { client, request, time } = scriptedService(
      () => 'silence',
      {},
      () => seconds * 1000,
    );
    await time.until(client.send(request()));
    seconds = 5;
    expect(await time.until(client.send(request()))).toMatchObject({ error: { params: { seconds: 5 } } });
    expect(time.elapsed()).toBe(65_000);
  });

  test('cancels on the wire, in the queue and while waiting, and frees the place', async () => {
    const service = scriptedService(
      (_sent, count) => (count === 1 ? 'silence' : { status: 429, headers: { 'retry-after': '50' } }),
      { total: 1 },
    );
    const [wire, queue, waiting] = [new AbortController(), new AbortController(), new AbortController()];
    const results = [wire, queue, waiting].map(({ signal }) =>
      service.client.send(service.request({ signal })),
    );
    await service.time.settle();
    queue.abort();
    wire.abort();
    await service.time.settle();
    expect(service.sent).toHaveLength(2);
    waiting.abort();
    expect(await Promise.all(results)).toMatchObject(
      results.map(() => ({ error: { code: 'cancelled', retryable: false } })),
    );
    expect(await service.client.send(service.request({ signal: wire.signal }))).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(service.time.sleepers()).toBe(0);
  });
});

describe('the request log', () => {
  test('keeps the last requests without query, headers or bodies', async () => {
    const { client, request, log } = scriptedService(() => ({ status: 200, body: 'b-secret' }));
    const origin = 'https://contoso.crm.dynamics.com';
    for (let turn = 0; turn < 60; turn += 1)
      await client.send(
        request({
          method: 'POST',
          url: `${origin}/p${turn}?q=q-secret`,
          headers: { authorization: 'Bearer h-secret' },
          body: 'p-secret',
        }),
      );
    expect(log.entries()).toHaveLength(50);
    expect(log.entries()[0]).toMatchObject({
      method: 'POST',
      path: `${origin}/p10`,
      status: 200,
      retries: 0,
    });
    expect(log.entries()[49]?.path).toBe(`${origin}/p59`);
    expect(JSON.stringify(log.entries())).not.toContain('secret');
  });
});
