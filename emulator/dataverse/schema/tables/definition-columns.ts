import { type Column, column } from '../column.ts';

/** What all types of definitions have in common: they are no records. */
export const definition = {
  objectTypeCode: 0,
  ownership: 'None',
  primaryId: 'MetadataId',
  primaryName: null,
  isMetadata: true,
} as const;

const managed = 'mscrm.BooleanManagedProperty';

/** A property that a solution may lock: its value, whether it can be changed, and its name as such. */
export const managedColumn = (
  name: string,
  value: boolean,
  canBeChanged: boolean,
  property: string,
): Column =>
  column(name, 'complex', {
    edmType: managed,
    fallback: { Value: value, CanBeChanged: canBeChanged, ManagedPropertyLogicalName: property },
  });

/** Labels that the demo cloud has none for are empty. */
export const noLabel = { LocalizedLabels: [], UserLocalizedLabel: null } as const;

/** A label in the languages of the environment. */
export const labelColumn = (name: string): Column =>
  column(name, 'complex', { edmType: 'mscrm.Label', fallback: noLabel });

/** A property whose value is the name of an enum's member. */
export const enumColumn = (name: string, type: string, fallback: string | null = null): Column =>
  column(name, 'enum', { edmType: `mscrm.${type}`, fallback });

/** A complex property. */
export const complexColumn = (name: string, type: string, fallback: Column['fallback'] = null): Column =>
  column(name, 'complex', { edmType: type, fallback });

/** A property that says whether a definition was changed since some time; the demo cloud never says so. */
export const hasChanged = column('HasChanged', 'boolean');
