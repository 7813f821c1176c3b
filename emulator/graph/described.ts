import type { Described } from '../directory/records.ts';
import { isEntity } from './graph-call.ts';
import type { Entity } from './graph-call.ts';
import { graphFaults } from './graph-fault.ts';
import type { Setter } from './read-body.ts';

type Holder = { readonly described: Described };

const longestText = 1024;
const longestTag = 256;

function textIn(name: string, value: unknown): string | null {
  if (value !== null && (typeof value !== 'string' || value.length > longestText)) {
    throw graphFaults.badProperty(name);
  }
  return value;
}

function listIn(name: string, value: unknown): readonly string[] {
  const isTag = (one: unknown): one is string =>
    typeof one === 'string' && one !== '' && one.length <= longestTag;
  if (!Array.isArray(value) || !value.every(isTag)) {
    throw graphFaults.badProperty(name);
  }
  return value;
}

const withText = <T extends Holder>(record: T, key: string, name: string, value: unknown): T => ({
  ...record,
  described: { ...record.described, [key]: textIn(name, value) },
});

/** Keeps a text that changes nothing else; `null` takes it away. */
export const textSetter =
  <T extends Holder>(name: string): Setter<T> =>
  (record, value) =>
    withText(record, name, name, value);

/** Keeps a list of texts, such as tags. */
export const listSetter =
  <T extends Holder>(name: string): Setter<T> =>
  (record, value) => ({ ...record, described: { ...record.described, [name]: listIn(name, value) } });

/** Of a value with several properties, those of these names; the rest of them stays as it was. */
export function textsWithin<T extends Holder>(
  record: T,
  parent: string,
  names: readonly string[],
  value: unknown,
): T {
  if (!isEntity(value)) {
    throw graphFaults.badProperty(parent);
  }
  return names
    .filter((name) => value[name] !== undefined)
    .reduce((next, name) => withText(next, `${parent}.${name}`, parent, value[name]), record);
}

/** Properties of an answer, with what was set of them. */
export const described = ({ described: set }: Holder, unset: Entity): Entity =>
  Object.fromEntries(Object.entries(unset).map(([name, value]) => [name, set[name] ?? value]));

/** The same within a value with several properties. */
export const describedWithin = ({ described: set }: Holder, parent: string, unset: Entity): Entity =>
  Object.fromEntries(Object.entries(unset).map(([name, value]) => [name, set[`${parent}.${name}`] ?? value]));
