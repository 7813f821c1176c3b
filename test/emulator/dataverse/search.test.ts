import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, rowsIn } from './over-http.ts';

// Learn: "Search for Dataverse records", Error when search not enabled; "Dataverse Search statistics and status"; "Dataverse search (legacy)".

let cloud: DemoCloud;
let ask: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  ask = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const off = {
  error: {
    code: '0x80048d0b',
    message: 'Dataverse Search feature is disabled for this organization.',
  },
};

test('searches are refused where search is off, and the organization says that it is', async () => {
  for (const operation of ['query', 'suggest', 'autocomplete'])
    for (const path of [`search${operation}`, `../../search/v2.0/${operation}`]) {
      const answer = await ask(`POST ${path}`, { search: 'maria' });
      expect([answer.status, answer.json]).toEqual([400, off]);
    }
  expect((await ask('POST ../../search/v1.0/query', { search: 'maria' })).json).toEqual(off);
  const organization = await ask('GET organizations?$select=isexternalsearchindexenabled');
  expect(rowsIn(organization)).toMatchObject([{ isexternalsearchindexenabled: false }]);
});

test('status', async () => {
  for (const path of ['searchstatus', '../../search/v2.0/status']) {
    const { json } = await ask(`GET ${path}`);
    expect(json).toEqual({
      '@odata.context': expect.stringMatching(
        /\/api\/data\/v9\.2\/\$metadata#Microsoft\.Dynamics\.CRM\.searchstatusResponse$/,
      ),
      response: '{"value":{"status":"notprovisioned","lockboxstatus":"Unknown"}}',
    });
  }
  expect((await ask('GET ../../search/v2.0/nothing')).status).toBe(404);
  expect((await ask('GET ../../search/v2.0/query')).status).toBe(405);
});
