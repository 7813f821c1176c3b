import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, rowsIn } from './over-http.ts';
import { archiveOf, filesIn, solutionWithRole } from './solution-with-role.ts';

// Learn: "Solution staging, with asynchronous import and export"; StageSolutionResults, SolutionDetails and SolutionValidationResult
// ComplexTypes; asyncoperation table reference; answers of RetrieveSolutionImportResult recorded for Microsoft's Terraform provider.

let cloud: DemoCloud | undefined;
let dev: Ask;
let production: Ask;
let role: string;
beforeEach(async () => {
  await cloud?.close();
  cloud = await startDemoCloud({ control: true });
  dev = await askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev');
  production = await askAs(cloud, 'adele.admin@contoso.demo.test');
  ({ role } = await solutionWithRole(dev));
});
afterAll(() => cloud?.close());

const noId = '00000000-0000-0000-0000-000000000000';
const exportOf = async (Managed: boolean): Promise<string> =>
  String(
    (await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed })).json['ExportSolutionFile'],
  );
const startImport = (ask: Ask, more: object) =>
  ask('POST ImportSolutionAsync', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    ...more,
  });
const variableType = '#Microsoft.Dynamics.CRM.environmentvariablevalue';

describe('Imports as jobs', () => {
  test('a staged file is imported, and its job tells when it is done', async () => {
    const CustomizationFile = await exportOf(false);
    const staged = await production('POST StageSolution', { CustomizationFile });
    expect(staged.status).toBe(200);
    const results = staged.json['StageSolutionResults'] as Readonly<Record<string, unknown>>;
    expect(results).toMatchObject({
      StageSolutionStatus: 'Passed',
      SolutionValidationResults: [],
      MissingDependencies: [],
      SolutionDetails: {
        SolutionUniqueName: 'cit_roles',
        SolutionVersion: '1.0.0.0',
        PublisherUniqueName: 'contosoit',
        IsManaged: false,
        PreviousSolutionVersion: null,
      },
    });
    expect(rowsIn(await production('GET roles?$filter=roleid eq ' + role))).toEqual([]);

    const started = await startImport(production, {
      SolutionParameters: { StageSolutionUploadId: results['StageSolutionUploadId'] },
    });
    expect(started.status).toBe(200);
    const { AsyncOperationId, ImportJobKey } = started.json;
    const job = await production(`GET asyncoperations(${String(AsyncOperationId)})`);
    expect(job.json).toMatchObject({
      name: 'Import Solution',
      operationtype: 203,
      statecode: 3,
      statuscode: 30,
      errorcode: null,
    });
    expect(job.json['completedon']).not.toBeNull();
    const result = await production(`GET RetrieveSolutionImportResult(ImportJobId=${String(ImportJobKey)})`);
    expect(result.json['SolutionOperationResult']).toMatchObject({
      Type: 'Import',
      Status: 'Passed',
      ErrorMessages: [],
    });
    expect((await production(`GET roles(${role})?$select=name`)).json['name']).toBe('Account sync');
    expect((await production(`GET importjobs(${String(ImportJobKey)})`)).json).toMatchObject({
      solutionname: 'cit_roles',
      progress: 100,
    });
  });

  test('one that is refused changes nothing, and says why', async () => {
    const unmanaged = await exportOf(false);
    await startImport(production, { CustomizationFile: unmanaged });
    const staged = await production('POST StageSolution', { CustomizationFile: await exportOf(true) });
    expect(staged.json['StageSolutionResults']).toMatchObject({
      StageSolutionStatus: 'Failed',
      SolutionValidationResults: [
        { SolutionValidationResultType: 'Error', ErrorCode: 0x8004_8040 - 0x1_0000_0000 },
      ],
      SolutionDetails: { IsManaged: true, PreviousIsManaged: false, PreviousSolutionVersion: '1.0.0.0' },
    });
    const ImportJobId = '00000000-0000-4000-8000-0000000000ab';
    const started = await startImport(production, { CustomizationFile: await exportOf(true), ImportJobId });
    expect(started.json['ImportJobKey']).toBe(ImportJobId);
    const job = await production(`GET asyncoperations(${String(started.json['AsyncOperationId'])})`);
    expect(job.json).toMatchObject({
      statecode: 3,
      statuscode: 31,
      errorcode: 0x8004_8040 - 0x1_0000_0000,
    });
    const result = await production(`GET RetrieveSolutionImportResult(ImportJobId=${ImportJobId})`);
    expect(result.json['SolutionOperationResult']).toMatchObject({
      Status: 'Failed',
      ErrorMessages: [job.json['message']],
    });
    expect(rowsIn(await production("GET solutions?$filter=uniquename eq 'cit_roles'"))).toMatchObject([
      { ismanaged: false },
    ]);
    const none = await production(`GET RetrieveSolutionImportResult(ImportJobId=${role})`);
    expect(codeOf(none)).toBe('0x80044252');
  });

  test('variables get the values of the environment they come to', async () => {
    const headers = { 'MSCRM.SolutionUniqueName': 'cit_roles' };
    await dev(
      'POST environmentvariabledefinitions',
      { schemaname: 'cit_url', displayname: 'Address', type: 100_000_000 },
      headers,
    );
    const value = { '@odata.type': variableType, schemaname: 'cit_url', value: 'https://production' };
    const CustomizationFile = await exportOf(true);
    await startImport(production, { CustomizationFile, ComponentParameters: [value] });
    const found = await production(
      "GET environmentvariablevalues?$select=value&$filter=schemaname eq 'cit_url'",
    );
    expect(rowsIn(found)).toMatchObject([{ value: 'https://production' }]);
    const connection = { ...value, '@odata.type': '#Microsoft.Dynamics.CRM.connectionreference' };
    const refused = await startImport(production, { CustomizationFile, ComponentParameters: [connection] });
    expect(refused.status).toBe(501);
  });

  test('need a file, the privilege, and an id that no job has', async () => {
    const CustomizationFile = await exportOf(false);
    expect((await startImport(production, {})).status).toBe(400);
    const unknown = { SolutionParameters: { StageSolutionUploadId: role } };
    expect((await startImport(production, unknown)).status).toBe(404);
    const ImportJobId = '00000000-0000-4000-8000-0000000000ac';
    await startImport(production, { CustomizationFile, ImportJobId });
    expect(codeOf(await startImport(production, { CustomizationFile, ImportJobId }))).toBe('0x80040237');
    const seller = await askAs(cloud ?? (await startDemoCloud()), 'bram.visser@contoso.demo.test');
    expect(codeOf(await startImport(seller, { CustomizationFile }))).toBe('0x80040220');
    expect(codeOf(await seller('POST StageSolution', { CustomizationFile }))).toBe('0x80040220');
    expect(codeOf(await production('POST StageSolution', { CustomizationFile: 'bm8gemlw' }))).toBe(
      '0x80048060',
    );
  });

  test('a file that cannot be read fails in the job', async () => {
    const files = await filesIn(await exportOf(false));
    const CustomizationFile = await archiveOf({ ...files, 'customizations.xml': '<ImportExportXml>' });
    const { json } = await startImport(production, { CustomizationFile, ImportJobId: noId });
    const job = await production(`GET asyncoperations(${String(json['AsyncOperationId'])})`);
    expect(job.json['statuscode']).toBe(31);
    expect((await production(`GET importjobs(${String(json['ImportJobKey'])})`)).json['progress']).toBe(0);
  });
});

test('an export as a job leaves a file to fetch', async () => {
  const started = await dev('POST ExportSolutionAsync', { SolutionName: 'cit_roles', Managed: false });
  const { AsyncOperationId, ExportJobId } = started.json;
  const job = await dev(`GET asyncoperations(${String(AsyncOperationId)})`);
  expect(job.json).toMatchObject({ name: 'Export Solution', operationtype: 202, statuscode: 30 });
  const fetched = await dev('POST DownloadSolutionExportData', { ExportJobId });
  expect(fetched.json['ExportSolutionFile']).toBe(await exportOf(false));
  expect((await dev('POST DownloadSolutionExportData', { ExportJobId: role })).status).toBe(404);
  const none = await dev('POST ExportSolutionAsync', { SolutionName: 'none', Managed: false });
  expect(codeOf(none)).toBe('0x80048037');
});
