import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import type { RoleTemplateId } from '../../../preload/contract/words/role-templates.ts';
import { TEMPLATE_GRANTS } from '../../../preload/contract/words/role-templates.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** How far each privilege is granted, by name; what is missing is None. */
export type Depths = ReadonlyMap<string, Depth>;

/** Depths at which a role can grant a privilege, None first. */
export const depthsOf = ({ depths }: Pick<CataloguePrivilege, 'depths'>): readonly Depth[] => [
  'None',
  ...Array.from(depths).flatMap((digit): readonly Depth[] => {
    const depth = DEPTHS[Number(digit)];
    return depth === undefined || depth === 'None' ? [] : [depth];
  }),
];

/** The reach after the one that is there now; after the furthest comes None. */
export const nextDepth = (privilege: Pick<CataloguePrivilege, 'depths'>, now: Depth): Depth => {
  const depths = depthsOf(privilege);
  const further = depths.find((depth) => compareDepth(depth, now) > 0);
  return further ?? depths[0] ?? 'None';
};

/** One privilege that the draft changes. */
export type DraftChange = {
  readonly name: string;
  readonly before: Depth;
  readonly after: Depth;
};

/** What a draft really changes, by name: a reach that was set back is no change. */
export const changesOf = (before: Depths, after: Depths): readonly DraftChange[] =>
  [...after]
    .map(([name, depth]) => ({ name, before: before.get(name) ?? 'None', after: depth }))
    .filter((change) => change.before !== change.after)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** What a template grants on tables, each as far as it can be granted there: the wanted reach, or the next further one. */
export const templateDepths = (
  template: RoleTemplateId,
  tables: readonly string[],
  catalogue: readonly CataloguePrivilege[],
): Depths => {
  const wanted = new Map(TEMPLATE_GRANTS[template].map(({ depth, verb }) => [verb, depth]));
  const chosen = new Set(tables);
  const found = new Map<string, Depth>();
  for (const privilege of catalogue) {
    const { name, table, verb } = privilege;
    if (table === null || verb === 'Other' || !chosen.has(table)) continue;
    const depth = wanted.get(verb);
    const possible =
      depth === undefined
        ? undefined
        : depthsOf(privilege).find((each) => each !== 'None' && compareDepth(each, depth) >= 0);
    if (possible !== undefined) found.set(name, possible);
  }
  return found;
};

type Edit = Extract<RoleChange, { readonly kind: 'edit' }>;
type Grants = Edit['set'];

const granted = (changes: readonly DraftChange[]): Grants =>
  changes.flatMap(({ after, name }) => (after === 'None' ? [] : [{ privilege: name, depth: after }]));

/** The edit of a role in one environment. */
export const asEdit = (
  environmentId: EnvironmentId,
  role: Edit['role'],
  columns: Pick<Edit, 'name' | 'description'>,
  changes: readonly DraftChange[],
): Edit => ({
  kind: 'edit',
  environmentId,
  role,
  ...columns,
  set: granted(changes),
  remove: changes.flatMap(({ after, name }) => (after === 'None' ? [name] : [])),
});

/** A new role in one environment. */
export const asCreate = (
  environmentId: EnvironmentId,
  name: string,
  description: string,
  changes: readonly DraftChange[],
): RoleChange => ({ kind: 'create', environmentId, name, description, privileges: granted(changes) });
