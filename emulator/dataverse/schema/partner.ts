import { requireTable } from './schema.ts';
import type { Navigation, Table } from './table.ts';

/** The navigation property that leads back, or null where the other table has none. */
export function partnerOf(table: Table, navigation: Navigation): string | null {
  if (navigation.kind === 'one' && navigation.relationship !== null) {
    const [only = ''] = navigation.targets;
    const owner = navigation.targets.length > 1 ? 'owner' : only;
    return requireTable(owner).navigation.has(navigation.relationship) ? navigation.relationship : null;
  }
  if (navigation.kind === 'one' && navigation.targets.length > 1) return null;
  const target = requireTable(navigation.kind === 'one' ? (navigation.targets[0] ?? '') : navigation.target);
  const fits = (it: Navigation): boolean => {
    switch (navigation.kind) {
      case 'one':
        return it.kind === 'many' && it.target === table.logicalName && it.column === navigation.column;
      case 'many':
        return it.kind === 'one' && it.relationship === navigation.name;
      case 'intersect':
        return (
          it.kind === 'intersect' && it.through === navigation.through && it.target === table.logicalName
        );
    }
  };
  const leadsBack = (it: Navigation): boolean =>
    navigation.kind === 'many' &&
    it.kind === 'one' &&
    it.column === navigation.column &&
    it.targets.length === 1 &&
    it.targets[0] === table.logicalName;
  const others = [...target.navigation.values()];
  return (others.find(fits) ?? others.find(leadsBack))?.name ?? null;
}
