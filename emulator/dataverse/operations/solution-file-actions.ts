import { importJobMissing } from '../errors/package-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { solutionMissing } from '../errors/solution-faults.ts';
import { readRecord } from '../query/resource.ts';
import type { WireObject } from '../query/wire-object.ts';
import { requireTable } from '../schema/schema.ts';
import { deleteAndPromoteJob, exportSolutionJob, uninstallSolutionJob } from '../schema/tables/jobs.ts';
import { numberOf, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { exportSolution } from '../solutions/export-solution.ts';
import { requireImportable } from '../solutions/import-solution.ts';
import { readPackage } from '../solutions/read-package.ts';
import type { SolutionPackage } from '../solutions/solution-package.ts';
import { applyUpgrade, pendingUpgrade } from '../solutions/upgrade-solution.ts';
import { doneAtOnce, putJob } from '../writes/put-job.ts';
import { solutionNamed } from '../writes/solution-components.ts';
import { writerOf } from '../writes/writers.ts';
import { booleanAt, guidAt, textAt } from './action-parameters.ts';
import { guidArgument } from './arguments.ts';
import type { WebApiAction, WebApiFunction } from './operation.ts';
import { exportedFile, putFile } from './solution-uploads.ts';

const importJobs = requireTable('importjob');

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
    const AsyncOperationId = putJob(session, {
      ...doneAtOnce(session),
      name: 'Export Solution',
      operationtype: exportSolutionJob,
      messagename: 'ExportSolutionAsync',
    });
    return { AsyncOperationId, ExportJobId: putFile(session, 'exported', name, file) };
  },
};

/** The file of an export that is done (Learn: DownloadSolutionExportData Action). */
const downloaded: WebApiAction = {
  name: 'DownloadSolutionExportData',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvExportCustomization');
    return { ExportSolutionFile: exportedFile(session, guidAt(body, 'ExportJobId')) };
  },
};

/** A solution before and after, as staging tells it (Learn: SolutionDetails ComplexType). */
function detailsOf(session: Session, it: SolutionPackage): WireObject {
  const before = solutionNamed(session, it.uniqueName);
  const publisher = session.environment
    .rows(requireTable('publisher'))
    .get(textOf(before ?? {}, 'publisherid') ?? '');
  return {
    HasPendingUpgrade: pendingUpgrade(session, it.uniqueName) !== null,
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
        StageSolutionUploadId: putFile(session, 'staged', content.uniqueName, file),
        StageSolutionStatus: refusal === null ? 'Passed' : 'Failed',
        SolutionValidationResults: results,
        MissingDependencies: [],
        SolutionComponentsDetails: [],
        SolutionDetails: detailsOf(session, content),
      },
    };
  },
};

/** What changes solutions that are there (Learn: DeleteAndPromote, DeleteAndPromoteAsync, UninstallSolutionAsync Actions); as a job too it is done at once. */
const promote: WebApiAction = {
  name: 'DeleteAndPromote',
  boundTo: null,
  run: (session, body) => ({ SolutionId: applyUpgrade(session, textAt(body, 'UniqueName')) }),
};
const promoteLater: WebApiAction = {
  name: 'DeleteAndPromoteAsync',
  boundTo: null,
  run: (session, body) => {
    applyUpgrade(session, textAt(body, 'UniqueName'));
    return {
      AsyncOperationId: putJob(session, {
        ...doneAtOnce(session),
        name: 'Delete And Promote',
        operationtype: deleteAndPromoteJob,
        messagename: 'DeleteAndPromoteAsync',
      }),
    };
  },
};
const uninstalled: WebApiAction = {
  name: 'UninstallSolutionAsync',
  boundTo: null,
  run: (session, body) => {
    const name = textAt(body, 'SolutionUniqueName');
    const row = solutionNamed(session, name);
    if (row === null) throw solutionMissing(name);
    writerOf(requireTable('solution')).remove(session, row);
    return {
      AsyncOperationId: putJob(session, {
        ...doneAtOnce(session),
        name: 'Uninstall Solution',
        operationtype: uninstallSolutionJob,
        messagename: 'UninstallSolutionAsync',
      }),
    };
  },
};

/** Actions about solutions as files. */
export const solutionFileActions: readonly WebApiAction[] = [
  exported,
  exportedLater,
  downloaded,
  promote,
  promoteLater,
  uninstalled,
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
