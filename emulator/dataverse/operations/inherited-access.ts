import { badRequest, invalidArgument } from '../errors/request-faults.ts';
import { fetchScope } from '../fetch/fetch-scope.ts';
import type { FetchEntity } from '../fetch/fetch-query.ts';
import { joinedRows } from '../fetch/joined-rows.ts';
import { parseFetch } from '../fetch/parse-fetch.ts';
import { requireTable } from '../schema/schema.ts';
import { revokeInheritedAccessJob } from '../schema/tables/jobs.ts';
import { textOf } from '../schema/value.ts';
import { doneAtOnce, putJob } from '../writes/put-job.ts';
import { textAt } from './action-parameters.ts';
import { textArgument } from './arguments.ts';
import type { WebApiAction, WebApiFunction } from './operation.ts';

/**
 * Both are for System Administrators and System Customizers (Learn: "How to clean up inherited access"); this is what those two have and
 * others have not.
 */
const needed = 'prvPublishCustomization';

const shares = requireTable('principalobjectaccess');

/** Only the id of shares, and no other table. */
function isAllowed({ attributes, filters, links, name }: FetchEntity): boolean {
  const hasLink = (items: FetchEntity['filters'][number]['items']): boolean =>
    items.some((it) => it.kind === 'link' || (it.kind === 'filter' && hasLink(it.items)));
  return (
    name === shares.logicalName &&
    links.length === 0 &&
    !filters.some((it) => hasLink(it.items)) &&
    Array.isArray(attributes) &&
    attributes.length === 1 &&
    attributes[0]?.name === shares.primaryId
  );
}

/**
 * Works out again what records inherit (Learn: ResetInheritedAccess Function). What they inherit is always worked out from where they stand
 * here, so that nothing is left over.
 */
export const resetInheritedAccess: WebApiFunction = {
  name: 'ResetInheritedAccess',
  boundTo: null,
  run: (call) => {
    const { session } = call;
    session.access.requirePrivilege(needed);
    const query = parseFetch(textArgument(call, 'FetchXml'));
    if (!isAllowed(query.entity))
      throw badRequest(
        'The query has to ask principalobjectaccess for principalobjectaccessid alone, without other tables.',
      );
    // Names and values of its conditions are checked by asking for the first row.
    const rows = joinedRows(fetchScope(session, query), query, session.environment.rows(shares));
    rows()[Symbol.iterator]().next();
    return {
      ResetInheritedAccessResponse:
        'Resetting the inherited access job is successfully created. ExecutionMode : Sync',
    };
  },
};

/** The same for a relationship that shares no more, as a job (Learn: CreateAsyncJobToRevokeInheritedAccess Action). */
export const revokeInheritedAccess: WebApiAction = {
  name: 'CreateAsyncJobToRevokeInheritedAccess',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege(needed);
    const name = textAt(body, 'RelationshipSchema').toLowerCase();
    const relationships = session.environment.rows(requireTable('OneToManyRelationshipMetadata')).rows();
    if (![...relationships].some((it) => textOf(it, 'SchemaName')?.toLowerCase() === name))
      throw invalidArgument('RelationshipSchema');
    putJob(session, {
      ...doneAtOnce(session),
      name: 'RevokeInheritedAccess',
      operationtype: revokeInheritedAccessJob,
      messagename: 'CreateAsyncJobToRevokeInheritedAccess',
    });
    return null;
  },
};
