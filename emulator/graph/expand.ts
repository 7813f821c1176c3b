import { graphFaults } from './graph-fault.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** What stands at the other end of a relationship of an entity, with the properties that were selected; `null` where one thing might and does not. */
export type Expansion = (entity: Entity, names: readonly string[] | null) => readonly Entity[] | null;

/** The relationships that can be expanded, by name. */
export type Expansions = ReadonlyMap<string, Expansion>;

/** As many as directory objects are expanded with (Learn: query-parameters, "expand"). */
const most = 20;

/** `$expand=owners`, `$expand=owners($select=id,displayName)`, several separated by commas (Learn: query-parameters, "expand"). */
export function expanded(call: GraphCall, known: Expansions, type: string): (entity: Entity) => Entity {
  const text = call.query.get('$expand');
  if (text === null) {
    return () => ({});
  }
  const parts = text.split(/,(?![^(]*\))/).map((part) => {
    const [, name = '', select] = /^\s*(\w+)(?:\(\$select=([\w,. @]+)\))?\s*$/.exec(part) ?? [];
    const expansion = known.get(name);
    if (expansion === undefined) {
      throw name === ''
        ? graphFaults.badQuery('Parsing OData Select and Expand failed.')
        : graphFaults.noProperty(name, type);
    }
    return { name, expansion, names: select?.split(',').map((one) => one.trim()) ?? null };
  });
  return (entity) =>
    Object.fromEntries(
      parts.flatMap(({ name, expansion, names }) => {
        const found = expansion(entity, names);
        return found === null ? [] : [[name, found.slice(0, most)]];
      }),
    );
}
