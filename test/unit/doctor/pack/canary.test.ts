import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePack } from '../../../../main/doctor/pack/make-pack.ts';
import type { PackContent } from '../../../../main/doctor/pack/make-pack.ts';
import { writePack } from '../../../../main/doctor/pack/write-pack.ts';
import { appError, ERROR_CODES } from '../../../../preload/contract/words/errors.ts';
import { SHARED_AT_FIRST, SHARED_KINDS } from '../../../../preload/contract/words/support-pack.ts';
import type { SharedKind } from '../../../../preload/contract/words/support-pack.ts';
import { newEnvironmentRun } from '../../../../main/query/new-environment-run.ts';
import { CANARIES, canaryChain, found } from './pack-canaries.ts';

const made = { at: Date.parse('2026-11-27T09:00:00Z'), version: '0.1.0' };
const PARAMS =
  'host to resource authority clientId tenantId environment app role team unit credential certificate workspace account privilege table depth needed claim what reason problem limit why error cloud cloudName aadsts hex status seconds count message text detail name id expected actual nothingKnown';
const correlation = { requestId: CANARIES.token, correlationId: CANARIES.upn, timestamp: CANARIES.phone };

const packed = (content: PackContent, shared: readonly SharedKind[] = SHARED_AT_FIRST) => {
  const pack = makePack(content, new Set(shared), made);
  const { files, written } = writePack(pack.document, 'pack');
  return { ...pack, files, written, all: files.map(({ text }) => text).join('\n') };
};

describe('A pack made of a run in which canaries stand everywhere', () => {
  test('holds none of them, whichever error it is and whatever its params are', () => {
    const values = Object.values(CANARIES);
    for (const [place, code] of ERROR_CODES.entries())
      for (const offset of [0, 3, 7]) {
        const params = Object.fromEntries(
          PARAMS.split(' ').map((name, at) => [name, values[(at + place + offset) % values.length] ?? '']),
        );
        const chain = canaryChain(appError(code, params, { correlation }), { evidence: false });
        const { all } = packed({ kind: 'doctor', chains: [chain] });
        expect(found(all), code).toEqual([]);
      }
  });

  test('holds none of them in any evidence, however much of it there is', () => {
    const error = appError('dataverse', { hex: '0x80040220', message: Object.values(CANARIES).join(' ') });
    const { all, files } = packed({ kind: 'doctor', chains: [canaryChain(error)] });
    expect(found(all)).toEqual([]);
    expect(files.map(({ form }) => form)).toEqual(['md', 'json', 'html']);
    // It says something all the same.
    expect(all.includes('0x80040220')).toBe(true);
    expect(all.includes('environment 1')).toBe(true);
  });

  test('and with messages, none that has a form', () => {
    const { person: _bare, ...formed } = CANARIES;
    const message = `Principal user '${CANARIES.person}' (${formed.upn}, ${formed.mail}, tel ${formed.phone}) from ${formed.address} at https://${formed.host}/main.aspx?id=${formed.guid} sent Authorization: Bearer ${formed.token} and client_secret=${formed.secret}, see ${formed.folder}`;
    const { all } = packed(
      { kind: 'doctor', chains: [canaryChain(appError('dataverse', { hex: '0x80040220', message }))] },
      ['schema', 'messages'],
    );
    expect(found(all)).toEqual([]);
    expect(all.includes('Principal user')).toBe(true);
  });

  test('of a pasted text tells the error and nobody', () => {
    const text = [
      `AADSTS7000215: Invalid client secret provided for app '${CANARIES.guid}'. Trace ID: ${CANARIES.guid} user ${CANARIES.upn}`,
      `Authorization: Bearer ${CANARIES.token}`,
      `client_secret=${CANARIES.secret} phone ${CANARIES.phone} host ${CANARIES.host} ip address: ${CANARIES.address}`,
      `Principal user (Id=${CANARIES.guid}, type=8) is missing prvReadAccount privilege (Id=${CANARIES.guid}) for ${CANARIES.person}`,
      `CANARY_UNKNOWN_0x8CA4A470 happened`,
    ].join('\n');
    const { all } = packed({ kind: 'explained', text, of: text.length });
    expect(found(all)).toEqual([]);
    expect(all).toContain('AADSTS7000215');
    expect(all).toContain('prvReadAccount');
    const quoted = packed({ kind: 'explained', text, of: text.length }, [...SHARED_AT_FIRST, 'messages']).all;
    const bare = ['canary', 'kovács', CANARIES.person];
    expect(found(quoted).filter((one) => !bare.includes(one))).toEqual([]);
  });

  test('of a part of a long text says that it is one', () => {
    const text = 'AADSTS7000215: Invalid client secret provided.';
    const told = 'what stands around the errors that were recognised';
    const { all } = packed({ kind: 'explained', text, of: 5_000_000 });
    expect(all).toContain(`${text.length} of 5000000 characters`);
    expect(all).toContain(told);
    expect(packed({ kind: 'explained', text, of: text.length }).all).not.toContain(told);
  });

  test('of a query tells how it went and none of its conditions', () => {
    const { environment, profile } = canaryChain(appError('cancelled'));
    const error = appError('entra', { aadsts: '7000215', error: CANARIES.upn, clientId: CANARIES.guid });
    const run = {
      ...newEnvironmentRun(environment.id, 'failed'),
      error,
      wait: { error, until: CANARIES.mail },
    };
    const content = {
      kind: 'query',
      run: {
        profile,
        request: { language: 'odata', path: '', resource: `contacts('${CANARIES.mail}')`, pageable: true },
        environments: new Map([[environment.id, { environment, state: run }]]),
      },
    } as const;
    const { all } = packed(content);
    expect(found(all)).toEqual([]);
    expect(all).toContain('contacts');
  });
});

const anyText = fc.oneof(
  fc.constantFrom(...Object.values(CANARIES)),
  fc.string({ minLength: 1, maxLength: 30 }),
);

test('Whatever the values are, what is not shared is told under one name everywhere, and the ZIP holds the very bytes that are shown', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: anyText,
        place: anyText,
        params: fc.dictionary(fc.constantFrom(...PARAMS.split(' ')), anyText, { maxKeys: 6 }),
        code: fc.constantFrom(...ERROR_CODES),
        shared: fc.subarray(SHARED_KINDS.filter((kind) => kind !== 'messages')),
      }),
      ({ code, name, params, place, shared }) => {
        const chain = canaryChain(appError(code, params, { correlation }));
        const one = { ...chain, profile: { ...chain.profile, name }, links: new Map() };
        const chains = [one, { ...one, environment: { ...one.environment, name: place } }];
        const { files, written } = packed({ kind: 'doctor', chains }, shared);
        const again = packed({ kind: 'doctor', chains }, shared);
        expect(again.written.map(({ digest }) => digest)).toEqual(written.map(({ digest }) => digest));
        const zip = written.find(({ form }) => form === 'zip');
        const inside = unzipSync(zip?.bytes ?? new Uint8Array());
        for (const file of files) {
          const bytes = inside[file.name] ?? new Uint8Array();
          expect(strFromU8(bytes)).toBe(Buffer.from(file.text, 'utf8').toString('utf8'));
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.digest);
        }
        const json: unknown = JSON.parse(files.find(({ form }) => form === 'json')?.text ?? '');
        expect(json).toMatchObject({ format: 's2s-console-support-pack', version: 1 });
      },
    ),
    { numRuns: 60 },
  );
});

test('The page of a pack has no script and loads nothing', () => {
  const { files } = packed({ kind: 'doctor', chains: [canaryChain(appError('user-no-roles'))] });
  const html = files.find(({ form }) => form === 'html')?.text ?? '';
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|src=|href=|url\(|@import/i);
});
