import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readParts, textOf } from '../../../main/http/read-body.ts';

/** Reads what a small server answers, under a limit of 100 kB; tells whether the connection was still open afterwards. */
const reading = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  const request = get({ host: '127.0.0.1', port: address.port });
  request.on('error', () => undefined);
  try {
    const answer = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve));
    const parts = await readParts(answer, answer.statusCode ?? 0, () => request.destroy(), 100_000);
    return textOf(parts);
  } finally {
    request.destroy();
    server.closeAllConnections();
    server.close();
  }
};

describe('a body read in the Electron host', () => {
  test('arrives whole, also where its characters are cut by the pieces', async () => {
    const text = 'zwei · 二 '.repeat(2000);
    const body = await reading((_request, response) => {
      for (const byte of Buffer.from(text).subarray(0, 50)) response.write(Buffer.from([byte]));
      response.end(Buffer.from(text).subarray(50));
    });
    expect(body).toBe(text);
  });

  test('that never ends is cut off at the limit', async () => {
    let gone = false;
    const endless: RequestListener = (_request, response) => {
      const more = (): void => {
        while (!gone && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      response.on('close', () => {
        gone = true;
      });
      response.statusCode = 203;
      more();
    };
    await expect(reading(endless)).rejects.toMatchObject({ name: 'BodyTooLargeError', status: 203 });
  });

  test('that breaks off is an error, not a short body', async () => {
    await expect(
      reading((_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('half', () => response.destroy());
      }),
    ).rejects.toThrow(/aborted/i);
  });
});
