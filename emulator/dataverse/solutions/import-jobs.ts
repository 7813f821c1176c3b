import { wireTime } from '../base/wire-time.ts';
import type { ServiceFault } from '../errors/service-fault.ts';
import { element } from '../metadata/csdl-xml.ts';
import { requireTable } from '../schema/schema.ts';
import type { Session } from '../session.ts';
import { createdColumns, newId } from '../writes/record-writes.ts';
import type { SolutionPackage } from './solution-package.ts';

const jobs = requireTable('importjob');

/** Moments of .NET: tenths of microseconds since the year 1. */
const ticksOf = (time: number): string => String(BigInt(time) * 10_000n + 621_355_968_000_000_000n);

const resultXml = (failure: ServiceFault | null, now: number): string =>
  element('result', {
    result: failure === null ? 'success' : 'failure',
    errorcode: failure === null ? '0' : failure.code,
    errortext: failure === null ? '' : failure.message,
    datetime: wireTime(now).slice(11, 19),
    datetimeticks: ticksOf(now),
  });

/** What an import did, as `importjob.data` tells it (Learn: "Work with solutions", Retrieving import job data). */
function dataXml(content: SolutionPackage | null, failure: ServiceFault | null, now: number): string {
  const manifest =
    content === null
      ? ''
      : element(
          'solutionManifest',
          {
            languagecode: 1033,
            id: content.uniqueName,
            LocalizedName: content.friendlyName,
            processed: true,
          },
          element('UniqueName', {}, content.uniqueName),
          element('Version', {}, content.version),
          element('Managed', {}, content.isManaged ? '1' : '0'),
          '<results />',
          resultXml(failure, now),
        );
  const roles = (content?.roles ?? []).map((it) =>
    element(
      'securityrole',
      { id: `{${it.id}}`, LocalizedName: it.name, processed: failure === null },
      ...(failure === null ? [resultXml(null, now)] : []),
    ),
  );
  return element(
    'importexportxml',
    { start: ticksOf(now), stop: ticksOf(now), progress: failure === null ? 100 : 0, processed: true },
    element('solutionManifests', {}, manifest),
    '<entities /><nodes /><settings />',
    element('securityroles', {}, ...roles),
    '<workflows /><optionSets /><rootComponents /><dependencies />',
  );
}

/** The id of an import's job: the one that the caller chose, or one of ours. */
export const importJobId = (session: Session, chosen: string | null): string =>
  newId(session, jobs, { values: chosen === null ? {} : { importjobid: chosen }, links: new Map() });

/** How far an import came: it waits, or it has ended. */
export type ImportOutcome = 'waits' | { readonly failure: ServiceFault | null };

/** Writes down an import. */
export function putImportJob(
  session: Session,
  importjobid: string,
  content: SolutionPackage | null,
  outcome: ImportOutcome,
): void {
  const { environment, ports } = session;
  const now = ports.now();
  const before = environment.rows(jobs).get(importjobid);
  const ended =
    outcome === 'waits'
      ? { progress: 0 }
      : {
          completedon: wireTime(now),
          progress: outcome.failure === null ? 100 : 0,
          data: dataXml(content, outcome.failure, now),
        };
  environment.mutable(jobs).put({
    ...(before ?? createdColumns(session)),
    importjobid,
    name: 'Customizations',
    solutionname: content?.uniqueName ?? null,
    startedon: before?.['startedon'] ?? wireTime(now),
    ...ended,
  });
}
