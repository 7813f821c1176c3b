import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../../cli/exit-codes.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { runCli } from './run-cli.ts';

let cloud: DemoCloud;
let folder: string;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  folder = mkdtempSync(join(tmpdir(), 's2s-cli-pack-'));
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MAIL = 'canary.kovacs@canarycorp.onmicrosoft.com';
const PHONE = '+43 664 555 01 23';
const QUERY = `contacts?$select=fullname&$filter=emailaddress1 eq '${MAIL}' and telephone1 eq '${PHONE}'`;

/** What of the demo cloud may not stand in a pack, in the words of the run itself. */
const namesOf = (told: string): readonly string[] => [
  ...cloud.description.apps.flatMap(({ clientId, name, secret, tenantId }) => [
    clientId,
    name,
    tenantId,
    ...(secret === null || secret === undefined ? [] : [secret]),
  ]),
  'Contoso',
  'demo.test',
  MAIL,
  PHONE,
  'canary',
  'eyJ',
  '127.0.0.1',
  folder,
  // Request and correlation ids are told, so that support finds the request.
  ...[...told.matchAll(GUID)]
    .map(([id]) => id)
    .filter((id) => !new RegExp(`(?:correlation|trace|request)id: ${id}`, 'i').test(told)),
];

const run = (...words: readonly string[]) => runCli(cloud, words);

describe('C21, C33: doctor --pack', () => {
  test.each(['zip', 'md', 'json', 'html'])(
    'saves a .%s that names nobody and holds no secret',
    async (form) => {
      const file = join(folder, `pack.${form}`);
      const { code, told } = await run('doctor', '--demo', '--pack', file, '--query', QUERY);
      expect([code, told]).toEqual([EXIT.negative, expect.stringContaining(`Saved as ${file}`)]);
      const bytes = readFileSync(file);
      const inside = form === 'zip' ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [];
      const all = [bytes.toString('utf8'), ...inside].join('\n').toLowerCase();
      expect(namesOf(told).filter((name) => all.includes(name.toLowerCase()))).toEqual([]);
      // And still says what is wrong.
      for (const said of ['aadsts7000222', 'user-missing', 'environment 1', 'app 1'])
        expect(all.includes(said), said).toBe(true);
      expect(inside).toHaveLength(form === 'zip' ? 3 : 0);
    },
  );

  test('a file that cannot be written is told in words, and nothing half is left', async () => {
    const place = join(folder, 'no', 'such', 'folder', 'pack.zip');
    const { code, out, told } = await run('doctor', '--demo', '--env', 'Contoso Test', '--pack', place);
    expect([code, told]).toEqual([EXIT.failed, expect.stringContaining('disk-refused')]);
    expect(out).toContain('Contoso Test');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('an app of the process’s environment finds its secret in no pack', async () => {
    const { clientId, secret, tenantId } = must(
      cloud.description.apps.find(({ name }) => name === 'Contoso Integration Hub'),
    );
    const file = join(folder, 'unattended.json');
    const { code } = await runCli(
      cloud,
      ['doctor', '--demo', '--env', 'https://contoso.crm4.demo.test', '--pack', file],
      { env: { AZURE_CLIENT_ID: clientId, AZURE_TENANT_ID: tenantId, AZURE_CLIENT_SECRET: secret ?? '' } },
    );
    expect(code).toBe(EXIT.ok);
    const all = readFileSync(file, 'utf8');
    for (const told of [clientId, tenantId, must(secret), 'contoso', 'eyJ']) expect(all).not.toContain(told);
  });
});
