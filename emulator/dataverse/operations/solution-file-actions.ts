import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { importJobMissing } from '../errors/package-faults.ts';
import { notImplemented } from '../errors/request-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { readRecord } from '../query/resource.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { exportSolutionJob, importSolutionJob } from '../schema/tables/jobs.ts';
import { type Json, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { exportSolution } from '../solutions/export-solution.ts';
import { importJobId, putImportJob } from '../solutions/import-jobs.ts';
import { importSolution, requireImportable } from '../solutions/import-solution.ts';
import { readPackage } from '../solutions/read-package.ts';
import { importKeys } from '../solutions/run-import.ts';
import type { SolutionPackage } from '../solutions/solution-package.ts';
import { ownedByCaller } from '../writes/ownership.ts';
import { isJsonObject } from '../writes/payload.ts';
import { createdColumns, newId } from '../writes/record-writes.ts';
import { solutionNamed } from '../writes/solution-components.ts';
import { booleanAt, guidAt, objectAt, textAt, wrongParameter } from './action-parameters.ts';
import { guidArgument } from './arguments.ts';
import type { WebApiAction, WebApiFunction } from './operation.ts';

const jobs = requireTable('asyncoperation');
const importJobs = requireTable('importjob');
const staged = requireTable('stagesolutionupload');
const downloads = requireTable('exportsolutionupload');

/** Key under which an upload keeps its file; no column, so clients never see it. */
const fileKey = 'file:content';
const noId = '00000000-0000-0000-0000-000000000000';

/** Writes down a system job of the caller; its id. */
function putJob(session: Session, columns: Row): string {
  const { environment } = session;
  const asyncoperationid = guid('job', environment.seed.organizationId, environment.nextVersion());
  environment.mutable(jobs).put({
    ...createdColumns(session),
    ...ownedByCaller(session),
    asyncoperationid,
    depth: 1,
    correlationid: guid('correlation', asyncoperationid),
    requestid: guid('request', asyncoperationid),
    ...columns,
  });
  return asyncoperationid;
}

/** Keeps a solution's file for later; its id. */
function putFile(session: Session, table: typeof staged, uniqueName: string, file: string): string {
  const id = newId(session, table, { values: {}, links: new Map() });
  session.environment.mutable(table).put({
    ...createdColumns(session),
    ...ownedByCaller(session),
    [table.primaryId]: id,
    name: uniqueName,
    solutionuniquename: uniqueName,
    statecode: 0,
    statuscode: 1,
    [fileKey]: file,
  });
  return id;
}

/** A solution as a file (Learn: ExportSolution Action); settings of the organization are in none. */
const exported: WebApiAction = {
  name: 'ExportSolution',
  boundTo: null,
  run: (session, body) => ({
    ExportSolutionFile: exportSolution(session, textAt(body, 'SolutionName'), booleanAt(body, 'Managed')),
  }),
};

/** The same as a job, which is done at once here (Learn: ExportSolutionAsync Action; "Solution staging, with asynchronous import and export"). */
const exportedLater: WebApiAction = {
  name: 'ExportSolutionAsync',
  boundTo: null,
  run: (session, body) => {
    const name = textAt(body, 'SolutionName');
    const file = exportSolution(session, name, booleanAt(body, 'Managed'));
    const now = wireTime(session.ports.now());
    const AsyncOperationId = putJob(session, {
      name: 'Export Solution',
      operationtype: exportSolutionJob,
      messagename: 'ExportSolutionAsync',
      statecode: 3,
      statuscode: 30,
      startedon: now,
      completedon: now,
      executiontimespan: 0,
    });
    return { AsyncOperationId, ExportJobId: putFile(session, downloads, name, file) };
  },
};

/** The file of an export that is done (Learn: DownloadSolutionExportData Action). */
const downloaded: WebApiAction = {
  name: 'DownloadSolutionExportData',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvExportCustomization');
    const row = readRecord(session, downloads, guidAt(body, 'ExportJobId'));
    return { ExportSolutionFile: textOf(row, fileKey) };
  },
};

/** Parameters that imports have in common; there are no processes to activate. */
function requireImportParameters(body: Row): string | null {
  booleanAt(body, 'OverwriteUnmanagedCustomizations');
  booleanAt(body, 'PublishWorkflows');
  if (body['HoldingSolution'] === true) throw notImplemented('A holding solution');
  const chosen = body['ImportJobId'];
  return chosen === undefined || chosen === null || chosen === noId ? null : guidAt(body, 'ImportJobId');
}

/** Imports a solution at once (Learn: ImportSolution Action). */
const imported: WebApiAction = {
  name: 'ImportSolution',
  boundTo: null,
  run: (session, body) => {
    const jobId = importJobId(session, requireImportParameters(body));
    const found = readPackage(textAt(body, 'CustomizationFile'));
    importSolution(session, found);
    putImportJob(session, jobId, found.content, { failure: null });
    return null;
  },
};

/** The file that a job imports: the request's own, or one that was staged. */
function fileOf(session: Session, body: Row): string {
  const parameters = body['SolutionParameters'];
  const uploadId = isJsonObject(parameters) ? (parameters['StageSolutionUploadId'] ?? noId) : noId;
  if (uploadId === noId) return textAt(body, 'CustomizationFile');
  const row = readRecord(
    session,
    staged,
    guidAt(objectAt(body, 'SolutionParameters'), 'StageSolutionUploadId'),
  );
  return textOf(row, fileKey) ?? '';
}

/** Values of variables by schema name; connections, the other kind of parameters, are not here. */
function valuesIn(body: Row): Row {
  const given = body['ComponentParameters'] ?? [];
  if (!Array.isArray(given)) throw wrongParameter('ComponentParameters');
  const found: Record<string, Json> = {};
  for (const it of given) {
    if (!isJsonObject(it)) throw wrongParameter('ComponentParameters');
    const type = textOf(it, '@odata.type')?.replace(/^#/, '');
    if (type !== 'Microsoft.Dynamics.CRM.environmentvariablevalue')
      throw notImplemented('A component parameter that is no value of an environment variable');
    found[textAt(it, 'schemaname').toLowerCase()] = textAt(it, 'value');
  }
  return found;
}

/** Imports a solution as a job, which runs before the next request is answered (Learn: ImportSolutionAsync Action). */
const importedLater: WebApiAction = {
  name: 'ImportSolutionAsync',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvImportCustomization');
    const jobId = importJobId(session, requireImportParameters(body));
    const AsyncOperationId = putJob(session, {
      name: 'Import Solution',
      operationtype: importSolutionJob,
      messagename: 'ImportSolutionAsync',
      statecode: 0,
      statuscode: 0,
      [importKeys.file]: fileOf(session, body),
      [importKeys.values]: valuesIn(body),
      [importKeys.importJob]: jobId,
    });
    putImportJob(session, jobId, null, 'waits');
    return { ImportJobKey: jobId, AsyncOperationId };
  },
};

/** A solution before and after, as staging tells it (Learn: SolutionDetails ComplexType). */
function detailsOf(session: Session, it: SolutionPackage): WireObject {
  const before = solutionNamed(session, it.uniqueName);
  const publisher = session.environment
    .rows(requireTable('publisher'))
    .get(textOf(before ?? {}, 'publisherid') ?? '');
  return {
    HasPendingUpgrade: false,
    IsManaged: it.isManaged,
    IsPatchSolution: false,
    IsPrerequisitesExport: false,
    PreviousIsManaged: before?.['ismanaged'] ?? false,
    PreviousPatchSolutionsNames: [],
    PreviousPublisherFriendlyName: publisher?.['friendlyname'] ?? null,
    PreviousPublisherUniqueName: publisher?.['uniquename'] ?? null,
    PreviousSolutionFriendlyName: before?.['friendlyname'] ?? null,
    PreviousSolutionUniqueName: before?.['uniquename'] ?? null,
    PreviousSolutionVersion: before?.['version'] ?? null,
    PublisherFriendlyName: it.publisher.friendlyName,
    PublisherUniqueName: it.publisher.uniqueName,
    SolutionDescription: it.description,
    SolutionFriendlyName: it.friendlyName,
    SolutionUniqueName: it.uniqueName,
    SolutionVersion: it.version,
  };
}

/** What keeps a package from being imported, or null. */
function refusalOf(session: Session, content: SolutionPackage): ServiceFault | null {
  try {
    requireImportable(session, content);
    return null;
  } catch (error) {
    if (error instanceof ServiceFault) return error;
    throw error;
  }
}

/** A solution's file is looked at and kept for an import (Learn: StageSolution Action, StageSolutionResults ComplexType). */
const stage: WebApiAction = {
  name: 'StageSolution',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvImportCustomization');
    const file = textAt(body, 'CustomizationFile');
    const { content } = readPackage(file);
    const refusal = refusalOf(session, content);
    const results =
      refusal === null
        ? []
        : [
            {
              SolutionValidationResultType: 'Error',
              Message: refusal.message,
              ErrorCode: Number(refusal.code) | 0,
              AdditionalInfo: null,
            },
          ];
    return {
      StageSolutionResults: {
        StageSolutionUploadId: putFile(session, staged, content.uniqueName, file),
        StageSolutionStatus: refusal === null ? 'Passed' : 'Failed',
        SolutionValidationResults: results,
        MissingDependencies: [],
        SolutionComponentsDetails: [],
        SolutionDetails: detailsOf(session, content),
      },
    };
  },
};

/** Actions about solutions as files. */
export const solutionFileActions: readonly WebApiAction[] = [
  exported,
  exportedLater,
  downloaded,
  imported,
  importedLater,
  stage,
];

/** What came of an import (Learn: RetrieveSolutionImportResult Function; recorded answers); the formatted results are left empty. */
export const retrieveSolutionImportResult: WebApiFunction = {
  name: 'RetrieveSolutionImportResult',
  boundTo: null,
  run: (call) => {
    const id = guidArgument(call, 'ImportJobId');
    if (call.session.environment.rows(importJobs).get(id) === null) throw importJobMissing();
    const row = readRecord(call.session, importJobs, id);
    const failed = numberOf(row, 'progress') !== 100;
    const message = /errortext="([^"]+)"/.exec(textOf(row, 'data') ?? '')?.[1] ?? '';
    return {
      SolutionOperationResult: {
        FormattedResults: '',
        Type: 'Import',
        Status: failed ? 'Failed' : 'Passed',
        WarningMessages: [],
        ErrorMessages: failed ? [message] : [],
        ActionLink: { Label: null, Target: null },
      },
    };
  },
};
