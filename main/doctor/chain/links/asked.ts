import { readTableDefinition } from '../../../dataverse/table-definition.ts';
import type { TableReference } from '../../../dataverse/table-definition.ts';
import { createEntitySets } from '../../../query/entity-sets.ts';
import { fetchPageXml, parseFetchRequest } from '../../../query/fetch-request.ts';
import { parseODataRequest } from '../../../query/odata-request.ts';
import { readNeeds } from '../../../security-roles/needs/read-needs.ts';
import type { DoctorQuestion } from '../../../../preload/contract/doctor.ts';
import { RECORD_VERBS } from '../../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../../preload/contract/words/errors.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import { parseRecordId } from '../../../../preload/contract/words/ids.ts';
import type { RecordId } from '../../../../preload/contract/words/ids.ts';
import type { ChainContext } from '../chain-link.ts';

/** A privilege that a question needs, and the table that it is about. */
export type NeededPrivilege = { readonly privilege: string; readonly table: string };

/** The privileges that the question needs, as the environment names them; empty where it is about no table. */
export const neededFor = async (
  { facts }: ChainContext,
  question: DoctorQuestion,
  signal: AbortSignal,
): Promise<Result<readonly NeededPrivilege[]>> => {
  if (question.kind !== 'table') {
    const text = question.kind === 'query' ? question.odata.replaceAll(/\s+/g, ' ') : question.xml;
    const read = await readNeeds(facts.admin, text, signal);
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

/** A row that a question is about, and what shall be done with it. */
export type AskedRow = {
  readonly table: TableReference;
  readonly recordId: RecordId;
  readonly verb: (typeof RECORD_VERBS)[number];
};

/** The one row that a question is about: named beside a table, or as in `accounts(…)?$select=name`. */
export const rowAskedFor = (question: DoctorQuestion): AskedRow | null => {
  if (question.kind === 'fetch') return null;
  if (question.kind === 'table') {
    const verb = RECORD_VERBS.find((one) => one === question.verb);
    return question.recordId === undefined || verb === undefined
      ? null
      : { table: question.table, recordId: question.recordId, verb };
  }
  const [, name = '', id = ''] = /^\s*([A-Za-z_]\w*)\(([0-9a-fA-F-]{36})\)/.exec(question.odata) ?? [];
  const recordId = parseRecordId(id);
  return recordId === null ? null : { table: { by: 'entity-set', name }, recordId, verb: 'Read' };
};

/** The table whose columns the question reads; null where it is not about one that it names. */
export const tableAskedFor = (question: DoctorQuestion): TableReference | null => {
  switch (question.kind) {
    case 'table':
      return question.verb === 'Read' ? question.table : null;
    case 'query': {
      const name = /^\s*([A-Za-z_]\w{0,127})\s*(?:\(|\?|\/|$)/.exec(question.odata)?.[1];
      return name === undefined ? null : { by: 'entity-set', name };
    }
    case 'fetch': {
      const request = parseFetchRequest(question.xml);
      return request.ok ? { by: 'logical-name', name: request.value.table } : null;
    }
  }
};

/** What is asked of the service to find out; null where asking would change something. */
export const requestFor = async (
  { facts }: ChainContext,
  question: DoctorQuestion,
  signal: AbortSignal,
): Promise<Result<string | null>> => {
  switch (question.kind) {
    case 'query': {
      const request = parseODataRequest(question.odata);
      return request.ok ? ok(request.value.path) : request;
    }
    case 'fetch': {
      const request = parseFetchRequest(question.xml);
      if (!request.ok) return request;
      const { pageable, page, table } = request.value;
      const set = await createEntitySets()(facts.app, table, signal);
      if (!set.ok) return set;
      const one = { ...request.value, count: pageable ? 1 : request.value.count };
      return ok(`${set.value}?fetchXml=${encodeURIComponent(fetchPageXml(one, { page, cookie: null }, 1))}`);
    }
    case 'table': {
      if (question.verb !== 'Read') return ok(null);
      const { by, name } = question.table;
      const { recordId } = question;
      if (by === 'entity-set') return ok(recordId === undefined ? `${name}?$top=1` : `${name}(${recordId})`);
      const table = await readTableDefinition(facts.app, question.table, signal);
      if (!table.ok) return table;
      const { entitySet, primaryId } = table.value;
      return ok(
        recordId === undefined
          ? `${entitySet}?$select=${primaryId}&$top=1`
          : `${entitySet}(${recordId})?$select=${primaryId}`,
      );
    }
  }
};
