import { COLUMN_ACTIONS } from '../../preload/contract/column-security.ts';
import type {
  ColumnRight,
  ColumnSecurityProfile,
  SecuredColumn,
} from '../../preload/contract/column-security.ts';
import type { ColumnSecurityProfileId } from '../../preload/contract/words/ids.ts';

type Action = ColumnRight['action'];

/** A secured column as its definition tells it (EntityDefinitions, `Attributes`). */
export type ColumnDefinition = {
  readonly attributeId: string;
  readonly name: string;
  readonly displayName: string;
};

/** What a profile allows with one column (Microsoft Learn: fieldpermission table). */
export type ColumnPermission = {
  readonly profileId: ColumnSecurityProfileId;
  readonly table: string;
  readonly column: string;
  readonly allows: ReadonlySet<Action>;
};

/** What a question about the secured columns of one table is answered from. */
export type ColumnQuestion = {
  /** Logical name. */
  readonly table: string;
  readonly columns: readonly ColumnDefinition[];
  /** Of all tables: they tell how much else a profile allows. */
  readonly permissions: readonly ColumnPermission[];
  /** All profiles, with how the user holds them. */
  readonly profiles: readonly ColumnSecurityProfile[];
  /** What the service says of each column (RetrievePrincipalAttributePrivileges) by attribute id; null where it did not tell. */
  readonly service: ReadonlyMap<string, ReadonlySet<Action>> | null;
};

/** What of a question's answer does not come from elsewhere. */
export type ColumnAnswer = {
  readonly columns: readonly SecuredColumn[];
  readonly profiles: readonly ColumnSecurityProfile[];
};

const NOTHING: ReadonlySet<Action> = new Set();

/**
 * For each secured column and action whether a user may, which of its profiles allow it, and where none does which
 * would. A user may do what any of its profiles allows, its own or those of its teams; the System Administrator profile
 * allows everything and is no advice (Microsoft Learn: "Column-level security to control access"). Profiles that
 * neither are held nor would help are left out.
 */
export const explainColumns = (question: ColumnQuestion): ColumnAnswer => {
  const { permissions, service, table } = question;
  const weight = new Map<ColumnSecurityProfileId, number>();
  const allowing = new Map<string, Set<ColumnSecurityProfileId>>();
  const keyOf = (column: string, action: Action) => `${column} ${action}`;
  for (const { profileId, allows, column, table: of } of permissions) {
    weight.set(profileId, (weight.get(profileId) ?? 0) + allows.size);
    if (of !== table) continue;
    for (const action of allows) {
      const key = keyOf(column, action);
      const known = allowing.get(key);
      if (known === undefined) allowing.set(key, new Set([profileId]));
      else known.add(profileId);
    }
  }
  const inOrder = question.profiles.toSorted(
    (a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0) || a.name.localeCompare(b.name),
  );
  const found = question.columns.map(({ attributeId, displayName, name }) => ({
    name,
    displayName,
    rights: COLUMN_ACTIONS.map((action) => {
      const ids = allowing.get(keyOf(name, action));
      const holders = inOrder.filter(({ id, systemAdministrator }) => systemAdministrator || ids?.has(id));
      const granting = holders.filter(({ through }) => through.length > 0);
      return {
        action,
        granting,
        changes: granting.length > 0 ? [] : holders.filter(({ systemAdministrator }) => !systemAdministrator),
        service: service === null ? null : (service.get(attributeId) ?? NOTHING).has(action),
      };
    }),
  }));

  const told = new Set(
    found.flatMap(({ rights }) => rights.flatMap(({ granting, changes }) => [...granting, ...changes])),
  );
  const profiles = question.profiles.filter((profile) => profile.through.length > 0 || told.has(profile));
  const places = (those: readonly ColumnSecurityProfile[]) =>
    those.map((profile) => profiles.indexOf(profile));
  return {
    profiles,
    columns: found.map(({ rights, ...column }) => ({
      ...column,
      rights: rights.map(({ action, changes, granting, service: said }) => ({
        action,
        allowed: granting.length > 0,
        service: said,
        granting: places(granting),
        changes: places(changes),
      })),
    })),
  };
};
