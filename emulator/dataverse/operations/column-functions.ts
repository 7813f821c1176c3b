import { columnAccess, type ColumnAction } from '../access/column-access.ts';
import { permissionsOf } from '../access/held-roles.ts';
import { tables } from '../schema/schema.ts';
import type { Json } from '../schema/value.ts';
import { attributeIdOf } from '../store/attribute-rows.ts';
import type { WebApiFunction } from './operation.ts';

/**
 * What a user's profiles, its own and those of its teams, or a team's allow with secured columns (Learn:
 * "RetrievePrincipalAttributePrivileges Function"; AttributePrivilege ComplexType). Columns of which it may do nothing
 * are left out. Values are unmasked wherever they can be read: the demo cloud masks none.
 */
const retrievePrincipalAttributePrivileges: WebApiFunction = {
  name: 'RetrievePrincipalAttributePrivileges',
  boundTo: ['systemuser', 'team'],
  run: ({ session, target }) => {
    const { environment } = session;
    const user = target ?? session.access.user;
    const may = columnAccess(environment, permissionsOf(environment, user).profileIds);
    const found = tables.flatMap((table): readonly Json[] =>
      [...table.columns.values()]
        .filter(({ name }) => environment.isSecured(table, name))
        .flatMap((column) => {
          const value = (action: ColumnAction): number => (may(table, column.name, action) ? 4 : 0);
          const [CanCreate, CanRead, CanUpdate] = [value('create'), value('read'), value('update')];
          if (CanCreate + CanRead + CanUpdate === 0) return [];
          return [
            {
              AttributeId: attributeIdOf(table, column),
              CanCreate,
              CanRead,
              CanUpdate,
              CanReadUnMasked: CanRead === 4 ? 3 : 0,
            },
          ];
        }),
    );
    return { AttributePrivileges: found };
  },
};

/** Functions about secured columns. */
export const columnFunctions: readonly WebApiFunction[] = [retrievePrincipalAttributePrivileges];
