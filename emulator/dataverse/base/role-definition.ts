import type { PrivilegeDepth } from '../environment-seed.ts';
import { tableNamed, tables } from '../schema/schema.ts';
import type { Verb } from '../schema/table.ts';
import { type Privilege, privilegeFor, privilegeNamed, privileges } from './privileges.ts';

/** Bits of `roleprivileges.privilegedepthmask` (Learn: RolePrivileges table reference). */
export const depthMask: Readonly<Record<PrivilegeDepth, number>> = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

/** Depths from narrow to wide, with their letters in a privilege's `depths` and their masks. */
export const depthOrder: readonly {
  readonly depth: PrivilegeDepth;
  readonly letter: string;
  readonly mask: number;
}[] = [
  { depth: 'Basic', letter: 'b', mask: 1 },
  { depth: 'Local', letter: 'l', mask: 2 },
  { depth: 'Deep', letter: 'd', mask: 4 },
  { depth: 'Global', letter: 'g', mask: 8 },
];

/** The name of the depth that a mask stands for; a mask has one bit. */
export const depthOfMask = (mask: number): PrivilegeDepth =>
  depthOrder.find((it) => it.mask === mask)?.depth ?? 'Global';

/** What a role grants: privilege id → depth mask. Never changed in place, so that snapshots may share it. */
export type Grants = ReadonlyMap<string, number>;

/** Verbs by letter: Create, Read, Write, Delete, Assign, Share, appeNd, append To. */
const verbLetters: Readonly<Record<string, Verb>> = {
  C: 'Create',
  R: 'Read',
  W: 'Write',
  D: 'Delete',
  A: 'Assign',
  S: 'Share',
  N: 'Append',
  T: 'AppendTo',
};

/**
 * One line of a role: logical names separated by spaces (`*` is every table) with verb letters, or names of
 * miscellaneous privileges. A depth that a privilege cannot have becomes the next wider one that it can, or the widest.
 */
export type Grant =
  | { readonly tables: string; readonly verbs: string; readonly depth: PrivilegeDepth }
  | { readonly privileges: string; readonly depth: PrivilegeDepth };

/** A role of the shared catalogue, before it is copied into business units. */
export type RoleDefinition = {
  readonly name: string;
  /** Set for the roles that every organization has from its template. */
  readonly templateId?: string;
  /** Set where a solution ships the role, so that its root copy has the same id everywhere. */
  readonly rootId?: string;
  readonly managed: boolean;
  /** `isinherited`: 1 gives the members of a team the user-level depth too. */
  readonly inherited: 0 | 1;
  readonly grants: readonly Grant[] | 'everything';
};

const words = (list: string): readonly string[] => list.split(/\s+/).filter((it) => it !== '');

function widen(depths: string, wanted: PrivilegeDepth): number {
  const from = depthOrder.findIndex((it) => it.depth === wanted);
  const possible = depthOrder.filter((it) => depths.includes(it.letter));
  const wider = possible.find((it) => depthOrder.indexOf(it) >= from);
  return (wider ?? possible.at(-1))?.mask ?? depthMask.Global;
}

function privilegesOf(grant: Grant) {
  if ('privileges' in grant) {
    return words(grant.privileges).map((name) => {
      const known = privilegeNamed(name);
      if (known === null) throw new Error(`A role names the unknown privilege '${name}'.`);
      return known;
    });
  }
  const wanted =
    grant.tables === '*'
      ? tables
      : words(grant.tables).map((name) => {
          const table = tableNamed(name);
          if (table === null) throw new Error(`A role names the unknown table '${name}'.`);
          return table;
        });
  const letters = grant.verbs.split('').flatMap((letter) => verbLetters[letter] ?? []);
  return wanted.flatMap((table) => letters.flatMap((verb) => privilegeFor(table, verb) ?? []));
}

/** Every privilege as wide as it can be. */
export const everythingOf = (all: readonly Privilege[]): Grants =>
  new Map(all.map((it) => [it.id, widen(it.depths, 'Global')]));

/** Resolves a role's lines to grants; of several lines for one privilege the widest depth counts. */
export function resolveGrants(definition: readonly Grant[] | 'everything'): Grants {
  if (definition === 'everything') return everythingOf(privileges);
  const found = new Map<string, number>();
  for (const grant of definition) {
    for (const privilege of privilegesOf(grant)) {
      const mask = widen(privilege.depths, grant.depth);
      found.set(privilege.id, Math.max(mask, found.get(privilege.id) ?? 0));
    }
  }
  return found;
}
