import { sessionOfUser } from '../access/session-of-user.ts';
import { wireTime } from '../base/wire-time.ts';
import { userDisabled } from '../errors/access-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { EnvironmentState } from '../session.ts';
import { isJsonObject } from '../writes/payload.ts';
import { audited, authorOf } from '../writes/record-audit.ts';
import { withValues } from './given-values.ts';
import { putImportJob } from './import-jobs.ts';
import { readPackage, type ReadPackage } from './read-package.ts';
import { importModes } from './upgrade-solution.ts';

const jobs = requireTable('asyncoperation');
const users = requireTable('systemuser');

/** Keys under which a job keeps the file, how it is imported, the values for its variables, whether it converts what is unmanaged, and its import job; no columns, so clients never see them. */
export const importKeys = {
  file: 'data:file',
  mode: 'data:mode',
  values: 'data:values',
  converts: 'data:converts',
  importJob: 'data:importjob',
} as const;

/** Imports what a job was written down for, as its user; a refusal takes all of it back and is what the job ends with. */
export function runImport(state: EnvironmentState, job: Row): void {
  const { environment, permissions, ports } = state;
  const userId = textOf(job, 'owninguser') ?? '';
  const user = environment.rows(users).get(userId);
  const session = sessionOfUser(state, user ?? {}, permissions.permissionsOf(userId, false));
  const values = job[importKeys.values];
  let read: ReadPackage | null = null;
  let failure: ServiceFault | null = null;
  try {
    audited(session, authorOf(session), () =>
      environment.atomically(
        () => {
          if (user === null || user['isdisabled'] === true) throw userDisabled();
          read = readPackage(textOf(job, importKeys.file) ?? '');
          const mode = textOf(job, importKeys.mode);
          const run = importModes[mode === 'holding' || mode === 'upgrade' ? mode : 'plain'];
          const options = { convertsUnmanaged: job[importKeys.converts] === true };
          run(session, withValues(read, isJsonObject(values) ? values : {}), options);
        },
        () => permissions.clear(),
      ),
    );
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error;
    failure = error;
  }
  putImportJob(session, textOf(job, importKeys.importJob) ?? '', contentOf(read), { failure });
  const now = wireTime(ports.now());
  const { [importKeys.file]: _, ...rest } = job;
  environment.mutable(jobs).put({
    ...rest,
    asyncoperationid: idOf(job, jobs.primaryId),
    statecode: 3,
    statuscode: failure === null ? 30 : 31,
    startedon: now,
    completedon: now,
    executiontimespan: 0,
    // Codes of the service are negative numbers in its own rows.
    errorcode: failure === null ? null : Number(failure.code) | 0,
    message: failure?.message ?? null,
    friendlymessage: failure?.message ?? null,
    modifiedon: now,
    versionnumber: environment.nextVersion(),
  });
}

/** What was read before something failed. */
const contentOf = (read: ReadPackage | null): ReadPackage['content'] | null => read?.content ?? null;
