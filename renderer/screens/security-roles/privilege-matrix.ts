import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Depth, Verb } from '../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';

/** Verbs of a table, in the order in which the role editor shows them. */
export const TABLE_VERBS = [
  'Create',
  'Read',
  'Write',
  'Delete',
  'Append',
  'AppendTo',
  'Assign',
  'Share',
] as const;
export type TableVerb = (typeof TABLE_VERBS)[number];

/** One line of the matrix: how far each verb reaches on one table. */
export type TableRights = {
  readonly table: string;
  readonly depths: Readonly<Partial<Record<TableVerb, Depth>>>;
};

/** A role's privileges, by table and the rest. */
export type PrivilegeMatrix = {
  readonly tables: readonly TableRights[];
  /** Privileges that belong to no table, by name. */
  readonly misc: readonly RolePrivilege[];
};

const isTableVerb = (verb: Verb): verb is TableVerb => verb !== 'Other';

/** Arranges privileges as tables × verbs; of two for the same cell the one that reaches further is shown. */
export const privilegeMatrix = (privileges: readonly RolePrivilege[]): PrivilegeMatrix => {
  const tables = new Map<string, Partial<Record<TableVerb, Depth>>>();
  const misc: RolePrivilege[] = [];
  for (const privilege of privileges) {
    const { table, verb, depth } = privilege;
    if (table === null || !isTableVerb(verb)) {
      misc.push(privilege);
      continue;
    }
    const depths = tables.get(table) ?? {};
    const before = depths[verb];
    if (before === undefined || compareDepth(before, depth) < 0) depths[verb] = depth;
    tables.set(table, depths);
  }
  return {
    tables: [...tables]
      .map(([table, depths]) => ({ table, depths }))
      .toSorted((a, b) => a.table.localeCompare(b.table)),
    misc: misc.toSorted((a, b) => a.name.localeCompare(b.name)),
  };
};
