import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readAll } from '../../../cli/read-all.ts';

const never = new AbortController().signal;

test('standard input is read to its end', async () => {
  const input = new PassThrough();
  const read = readAll(input, never);
  input.write('0x8004');
  input.end('0220');
  expect(await read).toBe('0x80040220');
});

test('who stops while it is waited for is not kept waiting', async () => {
  const stopped = new AbortController();
  const input = new PassThrough();
  input.write('half of');
  const read = readAll(input, stopped.signal);
  stopped.abort();
  expect(await read).toBe('');
  expect(await readAll(new PassThrough(), stopped.signal)).toBe('');
});

test('an input that fails is not taken for an empty one', async () => {
  const input = new PassThrough();
  const read = readAll(input, never);
  input.destroy(new Error('the disk is gone'));
  await expect(read).rejects.toThrow('the disk is gone');
});
