import { parseODataRequest } from '../../../query/odata-request.ts';
import { answerRows } from '../../../query/answer-rows.ts';
import { readTableDefinition } from '../../../dataverse/table-definition.ts';
import type { TableReference } from '../../../dataverse/table-definition.ts';
import { readNeeds } from '../../../security-roles/needs/read-needs.ts';
import { readRecordAccess } from '../../../security-roles/read-record-access.ts';
import type { DoctorQuestion, Evidence } from '../../../../preload/contract/doctor.ts';
import type { Verb } from '../../../../preload/contract/words/depth.ts';
import { appError, failed, ok } from '../../../../preload/contract/words/errors.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import { parseRecordId } from '../../../../preload/contract/words/ids.ts';
import type { RecordId } from '../../../../preload/contract/words/ids.ts';
import type { ChainContext, ChainLink, Finding } from '../chain-link.ts';
import { broken, evidence, skipped, sound, unknown } from '../finding.ts';
import { whyNotSeen } from './refusal.ts';
import { whenAtOdds } from './when-at-odds.ts';

type NeededPrivilege = { readonly privilege: string; readonly table: string };

/** The privileges that the question needs, as the environment names them; empty where it is about no table. */
const neededFor = async (
  { facts }: ChainContext,
  question: DoctorQuestion,
  signal: AbortSignal,
): Promise<Result<readonly NeededPrivilege[]>> => {
  if (question.kind === 'query') {
    const read = await readNeeds(facts.admin, question.odata.replaceAll(/\s+/g, ' '), signal);
    if (!read.ok) return read;
    return ok(read.value.needs.map(({ privilege, table }) => ({ privilege, table: table ?? '' })));
  }
  const table = await readTableDefinition(facts.admin, question.table, signal);
  if (!table.ok) return table;
  const privilege = table.value.privileges.find(({ PrivilegeType }) => PrivilegeType === question.verb)?.Name;
  return privilege === undefined
    ? failed('privilege-not-found', { privilege: question.verb, environment: '' })
    : ok([{ privilege, table: table.value.logicalName }]);
};

type AskedRecord = { readonly table: TableReference; readonly recordId: RecordId };

/** The one record that a query is about, as in `accounts(…)?$select=name`. */
const recordIn = (question: DoctorQuestion): AskedRecord | null => {
  if (question.kind !== 'query') return null;
  const [, name = '', id = ''] = /^\s*([A-Za-z_]\w*)\(([0-9a-fA-F-]{36})\)/.exec(question.odata) ?? [];
  const recordId = parseRecordId(id);
  return recordId === null ? null : { table: { by: 'entity-set', name }, recordId };
};

/** Whether the app's roles, or sharing, reach the record that is asked for. */
const lookAtRecord = async (
  context: ChainContext,
  record: AskedRecord,
  seen: readonly Evidence[],
  signal: AbortSignal,
): Promise<Finding | null> => {
  const { facts, subject } = context;
  const user = await facts.user(signal);
  if (!user.ok || user.value === null) return null;
  const asked = { ...record, systemUserId: user.value.systemUserId };
  const access = await readRecordAccess(facts.admin, asked, signal);
  if (!access.ok) return access.error.code === 'not-found' ? broken(access.error, ...seen) : null;
  const { record: found, rights } = access.value;
  const right = rights.find(({ verb }) => verb === 'Read');
  const more = [
    ...seen,
    evidence.text('record', found.name ?? found.recordId),
    ...(found.owner === null ? [] : [evidence.text('owner', found.owner.name)]),
    ...(found.businessUnitName === null ? [] : [evidence.text('business-unit', found.businessUnitName)]),
  ];
  if (right === undefined || right.allowed) return null;
  const params = {
    table: found.table,
    privilege: right.privilege,
    depth: right.depth,
    needed: right.changes[0]?.depth ?? '',
    environment: subject.environment.name,
  };
  return broken(appError('record-out-of-reach', params), ...more);
};

/** The app's roles together hold every privilege that the question needs, and reach the record that it is about. */
export const privilegesLink: ChainLink = {
  id: 'privileges',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const { question } = subject;
    if (question === null) return skipped('not-asked');
    const user = await facts.user(signal);
    if (!user.ok) return unknown(whyNotSeen(user.error), user.error);
    const needed = await neededFor(context, question, signal);
    if (!needed.ok)
      return needed.error.code === 'not-found'
        ? broken(needed.error)
        : unknown(whyNotSeen(needed.error), needed.error);
    const access = await facts.access(signal);
    if (!access.ok) return unknown(whyNotSeen(access.error), access.error);
    const held = new Map(access.value.privileges.map(({ name, depth }) => [name, depth]));
    const seen = [
      evidence.word('seen-by', 'admin'),
      evidence.number('privileges', held.size),
      ...needed.value.map(({ privilege }) => evidence.text('needs', privilege)),
      ...needed.value.flatMap(({ privilege }) => {
        const depth = held.get(privilege);
        return depth === undefined ? [] : [evidence.word('reaches', depth)];
      }),
    ];
    const lacking = needed.value.find(({ privilege }) => !held.has(privilege));
    if (lacking !== undefined) {
      const params = { ...lacking, environment: subject.environment.name };
      return broken(appError('privilege-lacking', params), ...seen);
    }
    const record = recordIn(question);
    const out = record === null ? null : await lookAtRecord(context, record, seen, signal);
    return out ?? (needed.value.length === 0 ? unknown('nothing-to-look-at', null, ...seen) : sound(...seen));
  },
};

/** What is asked of the service to find out; null where asking would change something. */
const requestFor = async (
  { facts }: ChainContext,
  question: DoctorQuestion,
  signal: AbortSignal,
): Promise<Result<string | null>> => {
  if (question.kind === 'query') {
    const request = parseODataRequest(question.odata);
    return request.ok ? ok(request.value.path) : request;
  }
  const verb: Verb = question.verb;
  if (verb !== 'Read') return ok(null);
  const { by, name } = question.table;
  if (by === 'entity-set') return ok(`${name}?$top=1`);
  const table = await readTableDefinition(facts.admin, question.table, signal);
  return table.ok ? ok(`${table.value.entitySet}?$select=${table.value.primaryId}&$top=1`) : table;
};

/** The service answers the question to the app itself: nothing else is a proof. */
export const queryLink: ChainLink = {
  id: 'query',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const { question } = subject;
    if (question === null) return skipped('not-asked');
    const request = await requestFor(context, question, signal);
    if (!request.ok) return broken(request.error);
    if (request.value === null) return skipped('would-change');
    const paged = !/[?&]\$top=|fetchxml=/i.test(request.value);
    const answer = await facts.app.get(request.value, { signal, ...(paged ? { pageSize: 1 } : {}) });
    if (answer.ok) {
      const { body, status, milliseconds } = answer.value;
      return sound(
        evidence.word('seen-by', 'app'),
        evidence.number('status', status),
        evidence.number('rows', answerRows(body).length),
        evidence.milliseconds('answered-in', Math.round(milliseconds)),
      );
    }
    const finding = broken(answer.error, evidence.word('seen-by', 'app'));
    const denied = finding.verdict.state === 'failed' && finding.verdict.cause === 'permission';
    const user = denied ? await facts.user(signal) : null;
    // The link before found every privilege: either the service has not seen it yet, or what it says is the reason.
    if (user?.ok !== true) return finding;
    const odds = await whenAtOdds(context, answer.error, user.value?.modifiedOn ?? null, finding.evidence);
    return odds.verdict.state === 'failed' ? odds : finding;
  },
};
