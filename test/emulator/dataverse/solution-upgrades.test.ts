import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { solutionWithRole } from './solution-with-role.ts';

// Learn: StageAndUpgrade, StageAndUpgradeAsync, DeleteAndPromote, UninstallSolutionAsync Actions; "Upgrade or update a solution";
// asyncoperation table reference, operationtype; Web service error codes.

let cloud: DemoCloud | undefined;
let dev: Ask;
let production: Ask;
/** A role of both versions, one of the first alone, one of the second alone; files of both. */
let kept: string;
let former: string;
let added: string;
let first: string;
let second: string;

const exported = async (): Promise<string> =>
  String(
    (await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: true })).json[
      'ExportSolutionFile'
    ],
  );
const run = (action: string, more: object) =>
  production(`POST ${action}`, {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    ...more,
  });
/** Roles of the solution that are in production. */
const present = async (): Promise<readonly string[]> => {
  const found = await production(
    `GET roles?$select=roleid&$filter=Microsoft.Dynamics.CRM.In(PropertyName='roleid',PropertyValues=['${kept}','${former}','${added}'])`,
  );
  return [kept, former, added].filter((id) => rowsIn(found).some((it) => it['roleid'] === id));
};
const versions = async () =>
  rowsIn(
    await production(
      "GET solutions?$select=uniquename,version,solutionid&$filter=startswith(uniquename,'cit_')&$orderby=uniquename",
    ),
  );

beforeEach(async () => {
  await cloud?.close();
  cloud = await startDemoCloud({ control: true });
  dev = await askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev');
  production = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const made = await solutionWithRole(dev);
  kept = made.role;
  const unit = rowsIn(await dev('GET businessunits?$filter=parentbusinessunitid eq null'))[0]?.[
    'businessunitid'
  ];
  const role = async (name: string): Promise<string> =>
    createdId(
      await dev(
        'POST roles',
        { name, 'businessunitid@odata.bind': `/businessunits(${String(unit)})` },
        { 'MSCRM.SolutionUniqueName': 'cit_roles' },
      ),
    );
  former = await role('Former');
  first = await exported();
  await dev(`DELETE roles(${former})`);
  added = await role('Added');
  await dev(`PATCH solutions(${made.solution})`, { version: '1.0.0.10' });
  second = await exported();
});
afterAll(() => cloud?.close());

test('an update leaves what the next version does not have, an upgrade takes it away', async () => {
  await run('ImportSolution', { CustomizationFile: first });
  expect(await present()).toEqual([kept, former]);
  await run('ImportSolution', { CustomizationFile: second });
  expect(await present()).toEqual([kept, former, added]);
  const again = await run('StageAndUpgrade', { CustomizationFile: second });
  expect(codeOf(again)).toBe('0x80048541');
});

test('upgrades in one step', async () => {
  // Without an earlier version it is an import.
  expect((await run('StageAndUpgrade', { CustomizationFile: first })).status).toBe(200);
  const done = await run('StageAndUpgrade', { CustomizationFile: second });
  expect(await versions()).toMatchObject([
    { uniquename: 'cit_roles', version: '1.0.0.10', solutionid: done.json['SolutionId'] },
  ]);
  expect(await present()).toEqual([kept, added]);
  const role = await production(`GET roles(${kept})?$select=ismanaged,solutionid`);
  expect(role.json).toMatchObject({ ismanaged: true, solutionid: done.json['SolutionId'] });
});

test('upgrades as a job', async () => {
  await run('ImportSolution', { CustomizationFile: first });
  const { json } = await run('StageAndUpgradeAsync', { CustomizationFile: second });
  const job = await production(`GET asyncoperations(${String(json['AsyncOperationId'])})`);
  expect(job.json).toMatchObject({ operationtype: 211, statecode: 3, statuscode: 30 });
  expect(await present()).toEqual([kept, added]);
  const result = await production(
    `GET RetrieveSolutionImportResult(ImportJobId=${String(json['ImportJobKey'])})`,
  );
  expect(result.json['SolutionOperationResult']).toMatchObject({ Status: 'Passed' });
  const failed = await run('StageAndUpgradeAsync', { CustomizationFile: first });
  const stopped = await production(`GET asyncoperations(${String(failed.json['AsyncOperationId'])})`);
  expect(stopped.json['statuscode']).toBe(31);
  expect(await present()).toEqual([kept, added]);
});

describe('Upgrades in two steps', () => {
  test.each(['DeleteAndPromote', 'DeleteAndPromoteAsync'])('with %s', async (action) => {
    await run('ImportSolution', { CustomizationFile: first });
    const none = await production(`POST ${action}`, { UniqueName: 'cit_roles' });
    expect(codeOf(none)).toBe('0x8004853B');
    await run('ImportSolutionAsync', { CustomizationFile: second, HoldingSolution: true });
    expect(await versions()).toMatchObject([
      { uniquename: 'cit_roles', version: '1.0.0.0' },
      { uniquename: 'cit_roles_Upgrade', version: '1.0.0.10' },
    ]);
    expect(await present()).toEqual([kept, former, added]);
    const staged = await production('POST StageSolution', { CustomizationFile: second });
    expect(staged.json['StageSolutionResults']).toMatchObject({
      SolutionDetails: { HasPendingUpgrade: true },
    });
    const wrong = await production(`POST ${action}`, { UniqueName: 'cit_roles_Upgrade' });
    expect(codeOf(wrong)).toBe('0x8004853C');
    const done = await production(`POST ${action}`, { UniqueName: 'cit_roles' });
    expect(done.status).toBe(200);
    expect(await present()).toEqual([kept, added]);
    expect(await versions()).toMatchObject([{ uniquename: 'cit_roles', version: '1.0.0.10' }]);
    const jobs = await production('GET asyncoperations?$select=statuscode&$filter=operationtype eq 207');
    expect(rowsIn(jobs).map((it) => it['statuscode'])).toEqual(action.endsWith('Async') ? [30] : []);
  });

  test('one that is given up leaves the earlier version', async () => {
    await run('ImportSolution', { CustomizationFile: first });
    await run('ImportSolution', { CustomizationFile: second, HoldingSolution: true });
    const done = await production('POST UninstallSolutionAsync', {
      SolutionUniqueName: 'cit_roles_Upgrade',
    });
    const job = await production(`GET asyncoperations(${String(done.json['AsyncOperationId'])})`);
    expect(job.json).toMatchObject({ operationtype: 208, statuscode: 30 });
    expect(await present()).toEqual([kept, former]);
    const [only] = await versions();
    const role = await production(`GET roles(${kept})?$select=ismanaged,solutionid`);
    expect(role.json).toMatchObject({ ismanaged: true, solutionid: only?.['solutionid'] });
    await production('POST UninstallSolutionAsync', { SolutionUniqueName: 'cit_roles' });
    expect(await present()).toEqual([]);
  });

  test('are for managed solutions that are there, of their publisher, by those who may', async () => {
    const holding = { CustomizationFile: second, HoldingSolution: true };
    expect((await run('ImportSolution', holding)).status).toBe(501);
    await run('ImportSolution', { CustomizationFile: second });
    expect(codeOf(await run('ImportSolution', holding))).toBe('0x80048541');
    const seller = await askAs(cloud ?? (await startDemoCloud()), 'bram.visser@contoso.demo.test');
    for (const [action, name] of [
      ['DeleteAndPromote', 'UniqueName'],
      ['UninstallSolutionAsync', 'SolutionUniqueName'],
    ])
      expect(codeOf(await seller(`POST ${String(action)}`, { [String(name)]: 'cit_roles' }))).toBe(
        '0x80040220',
      );
    const none = await production('POST UninstallSolutionAsync', { SolutionUniqueName: 'none' });
    expect(none.status).toBe(404);
    expect(codeOf(await production('POST DeleteAndPromote', { UniqueName: 'none' }))).toBe('0x80040217');
  });
});
