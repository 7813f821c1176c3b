import { notImplemented } from '../errors/request-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { importSolutionJob, stageAndUpgradeJob } from '../schema/tables/jobs.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { withValues } from '../solutions/given-values.ts';
import { importJobId, putImportJob } from '../solutions/import-jobs.ts';
import { readPackage } from '../solutions/read-package.ts';
import { importKeys } from '../solutions/run-import.ts';
import { type ImportMode, importModes } from '../solutions/upgrade-solution.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { isJsonObject } from '../writes/payload.ts';
import { putJob } from '../writes/put-job.ts';
import { booleanAt, guidAt, objectAt, textAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';
import { noId, stagedFile } from './solution-uploads.ts';

/** The import job's id that is wanted, or null; with it, parameters that imports have to have. There are no processes to activate. */
function wantedJobId(body: Row): string | null {
  booleanAt(body, 'OverwriteUnmanagedCustomizations');
  booleanAt(body, 'PublishWorkflows');
  const chosen = body['ImportJobId'];
  return chosen === undefined || chosen === null || chosen === noId ? null : guidAt(body, 'ImportJobId');
}

/** The file that a job imports: the request's own, or one that was staged. */
function fileOf(session: Session, body: Row): string {
  const parameters = body['SolutionParameters'];
  const uploadId = isJsonObject(parameters) ? (parameters['StageSolutionUploadId'] ?? noId) : noId;
  if (uploadId === noId) return textAt(body, 'CustomizationFile');
  return stagedFile(session, guidAt(objectAt(body, 'SolutionParameters'), 'StageSolutionUploadId'));
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

/** How an import without upgrade is meant. */
const modeOf = (body: Row): ImportMode => (body['HoldingSolution'] === true ? 'holding' : 'plain');

/** Imports a solution while the caller waits; what came of it. One that fails leaves its job, which tells why (seen: dazinator/CrmUp, issue 8). */
function importNow(session: Session, body: Row, mode: ImportMode): Row {
  session.access.requirePrivilege('prvImportCustomization');
  const jobId = importJobId(session, wantedJobId(body));
  const found = readPackage(textAt(body, 'CustomizationFile'));
  const given = withValues(found, valuesIn(body));
  try {
    const solution = importModes[mode](session, given, {
      convertsUnmanaged: body['ConvertToManaged'] === true,
    });
    putImportJob(session, jobId, found.content, { failure: null });
    return solution;
  } catch (error) {
    const rule = dataverseRule(session.ports.rules, session.environment.seed, 'failedImportJob');
    if (!(error instanceof ServiceFault) || rule === 'gone') throw error;
    throw error.leaving(() => putImportJob(session, jobId, found.content, { failure: error }));
  }
}

/** Writes down a job that imports a solution, which runs before the next request is answered. */
function importLater(session: Session, body: Row, mode: ImportMode) {
  session.access.requirePrivilege('prvImportCustomization');
  const jobId = importJobId(session, wantedJobId(body));
  const upgrades = mode === 'upgrade';
  const AsyncOperationId = putJob(session, {
    name: upgrades ? 'Stage And Upgrade' : 'Import Solution',
    operationtype: upgrades ? stageAndUpgradeJob : importSolutionJob,
    messagename: upgrades ? 'StageAndUpgradeAsync' : 'ImportSolutionAsync',
    statecode: 0,
    statuscode: 0,
    [importKeys.file]: fileOf(session, body),
    [importKeys.mode]: mode,
    [importKeys.values]: valuesIn(body),
    [importKeys.converts]: body['ConvertToManaged'] === true,
    [importKeys.importJob]: jobId,
  });
  putImportJob(session, jobId, null, 'waits');
  return { ImportJobKey: jobId, AsyncOperationId };
}

/** Imports (Learn: ImportSolution, ImportSolutionAsync, StageAndUpgrade, StageAndUpgradeAsync Actions). */
export const solutionImportActions: readonly WebApiAction[] = [
  {
    name: 'ImportSolution',
    boundTo: null,
    run: (session, body) => {
      importNow(session, body, modeOf(body));
      return null;
    },
  },
  {
    name: 'ImportSolutionAsync',
    boundTo: null,
    run: (session, body) => importLater(session, body, modeOf(body)),
  },
  {
    name: 'StageAndUpgrade',
    boundTo: null,
    run: (session, body) => ({ SolutionId: idOf(importNow(session, body, 'upgrade'), 'solutionid') }),
  },
  {
    name: 'StageAndUpgradeAsync',
    boundTo: null,
    run: (session, body) => importLater(session, body, 'upgrade'),
  },
];
