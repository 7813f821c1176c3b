import { readColumnAccess } from '../../../security-roles/read-column-access.ts';
import { readRecordAccess } from '../../../security-roles/read-record-access.ts';
import type { TableReference } from '../../../dataverse/table-definition.ts';
import type { Evidence } from '../../../../preload/contract/doctor.ts';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import type { RecordRight } from '../../../../preload/contract/security-roles.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { ChainFacts } from '../chain-facts.ts';
import type { ChainSubject, Finding } from '../chain-link.ts';
import { broken, evidence } from '../finding.ts';
import type { AskedRow } from './asked.ts';
import { roleSeen } from './granted.ts';

const MOST_COLUMNS = 20;

/** Through what a row is reached: a role, sharing, or, where neither tells, something else that the service knows of. */
const reachedThrough = (
  { reaching, shared }: RecordRight,
  { otherwise, roles, sharingKnown }: OutputOf<'securityRoles.recordAccess'>,
): readonly Evidence[] => {
  const byRoles = reaching.flatMap(({ depth, role }) => {
    const held = roles[role];
    return held === undefined ? [] : [roleSeen(held, depth)];
  });
  const bySharing = shared.map((share) =>
    share.kind === 'user'
      ? evidence.word('granted-by-sharing', 'the-app')
      : evidence.text('granted-by-sharing', share.teamName),
  );
  if (byRoles.length + bySharing.length > 0) return [...byRoles, ...bySharing];
  if (otherwise !== 'unknown') return [evidence.word('granted-otherwise', otherwise)];
  return sharingKnown
    ? [evidence.word('granted-otherwise', 'no-role')]
    : [evidence.word('sharing', 'not-known')];
};

/** What of a chain a row is looked at with. */
type RowContext = {
  readonly facts: Pick<ChainFacts, 'admin' | 'user'>;
  readonly subject: Pick<ChainSubject, 'environment'>;
};

/** What was seen of a row, and the finding where the app is out of its reach. */
export type RowLook = { readonly seen: readonly Evidence[]; readonly broken: Finding | null };

/** Whether the app's roles, sharing or anything else reach the row that is asked for; null when it cannot be seen. */
export const lookAtRow = async (
  context: RowContext,
  row: AskedRow,
  before: readonly Evidence[],
  signal: AbortSignal,
): Promise<RowLook | null> => {
  const { facts, subject } = context;
  const user = await facts.user(signal);
  if (!user.ok || user.value === null) return null;
  const { recordId, table, verb } = row;
  const { systemUserId } = user.value;
  const access = await readRecordAccess(facts.admin, { systemUserId, table, recordId }, signal);
  if (!access.ok)
    return access.error.code === 'not-found'
      ? { seen: before, broken: broken(access.error, ...before) }
      : null;
  const { record: found, rights, sharingKnown } = access.value;
  const right = rights.find((one) => one.verb === verb);
  const seen = [
    ...before,
    evidence.text('record', found.name ?? found.recordId),
    ...(found.owner === null ? [] : [evidence.text('owner', found.owner.name)]),
    ...(found.businessUnitName === null ? [] : [evidence.text('business-unit', found.businessUnitName)]),
  ];
  if (right === undefined) return { seen, broken: null };
  if (right.allowed) return { seen: [...seen, ...reachedThrough(right, access.value)], broken: null };
  const params = {
    table: found.table,
    privilege: right.privilege,
    verb,
    depth: right.depth,
    needed: right.changes[0]?.depth ?? '',
    environment: subject.environment.name,
  };
  const sharing = evidence.word('sharing', sharingKnown ? 'not-shared' : 'not-known');
  return { seen, broken: broken(appError('record-out-of-reach', params), ...seen, sharing) };
};

/** Secured columns that the app does not see, and those that only a team lets it see; nothing where it cannot be told. */
export const lookAtColumns = async (
  { facts }: Pick<RowContext, 'facts'>,
  table: TableReference,
  signal: AbortSignal,
): Promise<readonly Evidence[]> => {
  const user = await facts.user(signal);
  if (!user.ok || user.value === null) return [];
  const access = await readColumnAccess(
    facts.admin,
    { systemUserId: user.value.systemUserId, table },
    signal,
  );
  if (!access.ok) return [];
  const { columns, profiles } = access.value;
  return columns
    .flatMap(({ name, rights }): readonly Evidence[] => {
      const read = rights.find(({ action }) => action === 'read');
      if (read === undefined) return [];
      if (!(read.service ?? read.allowed)) return [evidence.text('hidden-column', name)];
      const holding = read.granting.flatMap((place) => profiles[place] ?? []);
      const direct = holding.some(({ through }) => through.some(({ kind }) => kind === 'direct'));
      return direct || holding.length === 0 ? [] : [evidence.text('column-by-team', name)];
    })
    .slice(0, MOST_COLUMNS);
};
