import { createAccess } from '../access/access.ts';
import { permissionsOf } from '../access/held-roles.ts';
import { accessRightOf } from '../base/privileges.ts';
import { readRecord } from '../query/resource.ts';
import { type Verb, verbs } from '../schema/table.ts';
import type { SharedWith } from '../store/shares.ts';
import type { WireObject } from '../query/wire-object.ts';
import { retrieveAccessOrigin } from './access-origin.ts';
import { recordArgument } from './arguments.ts';
import type { WebApiFunction } from './operation.ts';

/** Members of the enum `AccessRights` in the order of their bits, as a list of its flags is written. */
const byBit: readonly Verb[] = verbs.toSorted((a, b) => accessRightOf[a] - accessRightOf[b]);

const listOf = (rights: readonly Verb[]): string =>
  rights.length === 0 ? 'None' : rights.map((verb) => `${verb}Access`).join(', ');

/** Rights as a list of flags. */
export const rightsOf = (mask: number): string =>
  listOf(byBit.filter((verb) => (mask & accessRightOf[verb]) !== 0));

/** What a user or a team may do with one record (Learn: "RetrievePrincipalAccess Function"; AccessRights EnumType). */
const retrievePrincipalAccess: WebApiFunction = {
  name: 'RetrievePrincipalAccess',
  boundTo: ['systemuser', 'team'],
  run: (call) => {
    const { session, target } = call;
    const { table, id } = recordArgument(call, 'Target');
    const row = readRecord(session, table, id);
    const user = target ?? session.access.user;
    const permissions = permissionsOf(session.environment, user);
    const access = createAccess(session.environment, user, permissions, session.ports.rules);
    return { AccessRights: listOf(byBit.filter((verb) => access.mayRow(table, verb, row))) };
  },
};

/** A user or a team as an answer names it. */
export const principalOf = ({ kind, principalId }: SharedWith): WireObject => ({
  '@odata.type': `#Microsoft.Dynamics.CRM.${kind}`,
  [`${kind}id`]: principalId,
  ownerid: principalId,
});

/** Whom a record is shared with (Learn: "RetrieveSharedPrincipalsAndAccess Function"). */
const retrieveSharedPrincipals: WebApiFunction = {
  name: 'RetrieveSharedPrincipalsAndAccess',
  boundTo: null,
  run: (call) => {
    const { table, id } = recordArgument(call, 'Target');
    readRecord(call.session, table, id);
    return {
      PrincipalAccesses: call.session.environment.shares.of(id).map(({ kind, mask, principalId }) => ({
        AccessMask: rightsOf(mask),
        Principal: principalOf({ kind, principalId }),
      })),
    };
  },
};

/** Functions about what a user may do with a record. */
export const accessFunctions: readonly WebApiFunction[] = [
  retrievePrincipalAccess,
  retrieveSharedPrincipals,
  retrieveAccessOrigin,
];
