import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { capForge } from '../../../../main/vault/certificates/cap-forge.ts';
import { readFiles } from '../../../../main/vault/certificates/read-files.ts';
import { CERTIFICATE_PROBLEMS } from '../../../../preload/contract/words/texts/certificate-problems.ts';
import { explain } from '../../../../preload/contract/words/texts/en.ts';
import { makeMaterials } from './made-files.ts';

capForge();
const made = makeMaterials();
const keyPiece = made.keyDer.subarray(201, 231).toString('base64');
const keyLine = made.own.privateKeyPem.split('\n')[3] ?? '';

/** Good files in the kinds that differ most. */
const GOOD: readonly Buffer[] = [
  Buffer.from(made.own.certificatePem + made.own.privateKeyPem),
  Buffer.from(made.own.certificatePem + made.encrypted('p')),
  Buffer.from(made.own.certificatePem + made.legacyPem),
  Buffer.concat([made.certificateDer]),
  made.keyDer,
  made.pfx('p', { algorithm: '3des', count: 1 }),
  made.pfx('p', { algorithm: 'aes256', count: 1 }),
];

/** What is wrong with the answer: it must be a certificate, or an error that has its words and none of the key's. */
const complaint = (files: readonly Uint8Array[], password: string): string | null => {
  const result = readFiles(files, password);
  if (result.ok)
    return result.value.usable[0]?.certificatePem.includes('BEGIN CERTIFICATE') ? null : 'no certificate';
  const said = JSON.stringify([result.error, explain(result.error)]);
  if (said.includes(keyLine) || said.includes(keyPiece)) return `says a piece of the key: ${said}`;
  const { code, params } = result.error;
  const known = Object.hasOwn(CERTIFICATE_PROBLEMS, String(params['problem']));
  return code !== 'certificate-unreadable' || known ? null : `no words for ${said}`;
};

test('any bytes are answered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 3 }),
      fc.string(),
      (files, password) => {
        expect(complaint(files, password)).toBe(null);
      },
    ),
    {
      numRuns: 2000,
    },
  );
});

test('bytes that begin like a container are answered', () => {
  const starts = [
    [0x30, 0x82],
    [0x30, 0x80],
    [0x30, 0x05, 0x02, 0x01, 0x03],
    [0xfe, 0xed],
    [0xff, 0xfe],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }), (start, rest) => {
      expect(complaint([Buffer.concat([Buffer.from(start), rest])], 'p')).toBe(null);
    }),
    { numRuns: 2000 },
  );
});

test('good files with bytes changed, cut out or put in are answered', () => {
  const change = fc.record({
    at: fc.nat(10_000),
    cut: fc.nat(30),
    put: fc.uint8Array({ maxLength: 30 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...GOOD),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('p', 'wrong', ''),
      (good, changes, password) => {
        const changed = changes.reduce((bytes, { at, cut, put }) => {
          const from = at % bytes.length;
          return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
        }, good);
        expect(complaint([changed], password)).toBe(null);
      },
    ),
    { numRuns: 600 },
  );
});

test('deep nesting and a long chain are answered', () => {
  let nested = Buffer.from([0x05, 0x00]);
  while (nested.length < 40_000)
    nested = Buffer.concat([Buffer.from([0x30, 0x82, nested.length >> 8, nested.length & 0xff]), nested]);
  expect(complaint([nested], 'p')).toBe(null);
  const chain = made.own.certificatePem.repeat(40);
  expect(complaint([Buffer.from(chain + made.own.privateKeyPem)], '')).toBe(null);
});
