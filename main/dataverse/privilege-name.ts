import type { Verb } from '../../preload/contract/words/depth.ts';

export type PrivilegeName = { readonly verb: Verb; readonly table: string | null };

const GRAMMAR = /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)([A-Z_a-z][A-Za-z0-9_]*)$/;

/** Privileges that begin with a verb and yet belong to no table (Microsoft Learn: security roles, miscellaneous privileges). */
const NO_TABLE = new Set([
  'prvReadAuditSummary',
  'prvReadRecordAuditHistory',
  'prvDeleteRecordChangeHistory',
  'prvDeleteAuditPartitions',
]);

const VERBS: Readonly<Record<string, Verb>> = {
  Create: 'Create',
  Read: 'Read',
  Write: 'Write',
  Delete: 'Delete',
  AppendTo: 'AppendTo',
  Append: 'Append',
  Assign: 'Assign',
  Share: 'Share',
};

/**
 * Reads `prv{Verb}{SchemaName}` (Microsoft Learn: privilege table, security-access-rights). Everything else, such as
 * `prvActOnBehalfOfAnotherUser`, is a privilege of no table.
 */
export const parsePrivilegeName = (name: string): PrivilegeName => {
  const match = NO_TABLE.has(name) ? null : GRAMMAR.exec(name);
  const verb = VERBS[match?.[1] ?? ''];
  return verb === undefined ? { verb: 'Other', table: null } : { verb, table: match?.[2] ?? null };
};
