import { expect, test } from 'vitest';
import { certificateReader } from '../../../main/vault/read-certificate.ts';

test('a PFX that keeps its thread busy for ever is given up, and main works on meanwhile', async () => {
  const read = certificateReader(new URL('data:text/javascript,for(;;){}'));
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 100);
  const answer = await read({ files: ['AAAA'], password: 'p' });
  clearInterval(turning);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'certificate-unreadable', params: { problem: 'took-too-long' } },
  });
  expect(turns).toBeGreaterThan(1);
});
