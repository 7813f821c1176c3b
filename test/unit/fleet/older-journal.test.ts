import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createOperationBook } from '../../../main/fleet/operations/operation-book.ts';
import { guid, inFolder, must, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const OPERATION = guid(0x1);
const ENVIRONMENT = guid(0x2);
const CLIENT = guid(0x3);
const STEP = `${CLIENT}/create-user`;

const entry = (kind: string, operation: unknown) => ({
  workspaceId: WORKSPACE,
  actor: 'adele',
  kind,
  environment: 'Contoso Test',
  summary: 'line',
  outcome: 'ok',
  requestId: '',
  operation,
});

/** What the console wrote before a plan could hold steps in a tenant. */
const ENTRIES = [
  entry('operation-started', {
    type: 'started',
    operationId: OPERATION,
    title: 'Hub in Contoso Test: create application user',
    plan: {
      id: guid(0x4),
      digest: 'digest',
      workspaceId: WORKSPACE,
      madeAt: '2026-01-01T00:00:00Z',
      environments: [
        {
          environmentId: ENVIRONMENT,
          environmentName: 'Contoso Test',
          production: false,
          clientId: CLIENT,
          appName: 'Hub',
          steps: [{ id: STEP, kind: 'create-user', subject: 'Hub', before: 'a', after: 'b', risks: [] }],
          problem: null,
        },
      ],
      confirmations: [],
    },
    desired: [],
  }),
  entry('step-started', {
    type: 'step-started',
    operationId: OPERATION,
    environmentId: ENVIRONMENT,
    clientId: CLIENT,
    stepId: STEP,
  }),
];

/** Lines as they stood in the file, each sealed with a plain hash, as without a keychain. */
const lines = (): string => {
  let prev = '0'.repeat(64);
  return ENTRIES.map((each, at) => {
    const unsigned = { v: 1, seq: at + 1, at: '2026-01-01T00:00:00Z', key: 'none', prev, entry: each };
    const payload = JSON.stringify(unsigned).slice(0, -1);
    prev = createHash('sha256').update(payload).digest('hex');
    return `${payload},"mac":"${prev}"}\n`;
  }).join('');
};

test('C22: a journal written before tenants could be changed is read, verified and told as it was', () =>
  inFolder(async (path) => {
    await writeFile(path, lines());
    await withJournal(path, memoryVault('session'), async (journal) => {
      expect(await journal.verify()).toEqual({ state: 'not-tamper-evident', brokenAt: null });
      const book = createOperationBook({ journal, actorOf: () => '' }, new Set());
      const told = await book.find(WORKSPACE, must((await book.list(WORKSPACE))[0]).id);
      expect(told).toMatchObject({
        ok: true,
        value: {
          summary: { state: 'interrupted', rotationId: null, counts: { total: 1, unrecorded: 1 } },
          tenant: null,
        },
      });
    });
  }));
