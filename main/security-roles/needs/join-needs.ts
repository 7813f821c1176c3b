import type { Need } from '../../../preload/contract/security-roles.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import type { TableDefinition } from '../../dataverse/table-definition.ts';
import { parsePrivilegeName } from '../../dataverse/privilege-name.ts';
import type { Statement } from './read-statements.ts';

/** The definition that a statement is about, by its logical name or its entity set. */
export type FindTable = (table: Extract<Statement, { kind: 'table' }>['table']) => TableDefinition | null;

/** The privilege of a verb: several tables can share one, as all activities do. */
const privilegeFor = ({ privileges }: TableDefinition, verb: string): string | null =>
  privileges.find(({ PrivilegeType }) => PrivilegeType === verb)?.Name ?? null;

/**
 * The privileges that statements need, each once with the furthest depth that any of them is known to need (null: none
 * says), sorted; and the tables that the environment does not have. Pure.
 */
export const joinNeeds = (
  statements: readonly Statement[],
  find: FindTable,
): { readonly needs: readonly Need[]; readonly unknownTables: readonly string[] } => {
  const needs = new Map<string, Need>();
  const unknown = new Set<string>();
  const add = (name: string, depth: Need['depth']): void => {
    const before = needs.get(name);
    const furthest =
      before?.depth == null
        ? depth
        : depth === null || compareDepth(before.depth, depth) >= 0
          ? before.depth
          : depth;
    needs.set(name, {
      privilege: name,
      ...parsePrivilegeName(name),
      depth: furthest,
      times: (before?.times ?? 0) + 1,
    });
  };
  for (const statement of statements) {
    if (statement.kind === 'privilege') {
      add(statement.name, statement.depth);
      continue;
    }
    const definition = find(statement.table);
    const privilege = definition === null ? null : privilegeFor(definition, statement.verb);
    if (privilege === null) unknown.add(statement.table.name);
    else add(privilege, null);
  }
  return {
    needs: [...needs.values()].toSorted((a, b) => (a.privilege < b.privilege ? -1 : 1)),
    unknownTables: [...unknown].toSorted(),
  };
};
