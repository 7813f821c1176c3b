import { wireTime } from '../base/wire-time.ts';
import type { ServiceFault } from '../errors/service-fault.ts';
import { element } from '../metadata/csdl-xml.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
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

/** Writes down an import that is done or has failed; the id is that of the caller where it chose one. */
export function putImportJob(
  session: Session,
  importJobId: string | null,
  content: SolutionPackage | null,
  failure: ServiceFault | null,
): Row {
  const { environment, ports } = session;
  const now = ports.now();
  const values = importJobId === null ? {} : { importjobid: importJobId };
  const row: Row = {
    ...createdColumns(session),
    importjobid: newId(session, jobs, { values, links: new Map() }),
    name: 'Customizations',
    solutionname: content?.uniqueName ?? null,
    startedon: wireTime(now),
    completedon: wireTime(now),
    progress: failure === null ? 100 : 0,
    data: dataXml(content, failure, now),
  };
  environment.mutable(jobs).put(row);
  return row;
}
