import type { z } from 'zod';
import type { BaselineFault, BaselineFaultKind } from '../../../preload/contract/words/baseline.ts';

/** A fault by its place in the document; `field`: the name of a field there is what is wrong. */
export type FaultByPath = {
  readonly kind: BaselineFaultKind;
  readonly path: readonly (string | number)[];
  readonly field: string | null;
  readonly params: BaselineFault['params'];
};

type Issue = z.core.$ZodIssue;
type Path = FaultByPath['path'];

/** Ways that zod names a type, as a person would. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'fields',
  record: 'names with lists',
  boolean: 'true or false',
  number: 'a number',
};

const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    document,
  );

const missing = (path: Path): FaultByPath => ({
  kind: 'missing-field',
  path: path.slice(0, -1),
  field: null,
  params: { field: String(path.at(-1) ?? 'version') },
});

/** What a text at a path was meant to be, by the field that it stands in. */
const textKind = (path: Path): BaselineFaultKind => {
  if (path.includes('clientId')) return 'client-id';
  return path[0] === 'groups' ? 'address' : 'text';
};

const unionKind = (path: Path, value: unknown): BaselineFaultKind => {
  if (path.at(-1) === 'businessUnit') return 'business-unit';
  if (typeof value !== 'string') return 'wrong-type';
  return value.includes(':') ? 'address' : 'group-name';
};

/** Turns what the schema found into faults of the document. */
export const schemaFaults = (issues: readonly Issue[], document: unknown): readonly FaultByPath[] =>
  issues.flatMap((issue): readonly FaultByPath[] => {
    const path: Path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const value = valueAt(document, path);
    const end = path.at(-1) ?? '';
    const last = typeof end === 'number' ? '' : end;
    const one = (kind: BaselineFaultKind, params: BaselineFault['params'] = {}): readonly FaultByPath[] => [
      { kind, path, field: null, params },
    ];
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((field) => ({ kind: 'unknown-field', path, field, params: { field } }));
      case 'invalid_type':
        return value === undefined && path.length > 0
          ? [missing(path)]
          : one('wrong-type', { field: last, expected: TYPES[issue.expected] ?? issue.expected });
      case 'invalid_value':
        if (value === undefined) return [missing(path)];
        return last === 'version'
          ? one('wrong-version')
          : one('not-allowed', { field: last, values: issue.values.map(String).join(', ') });
      case 'too_big':
        return one(issue.origin === 'array' ? 'too-many' : 'too-long', {
          field: last,
          most: Number(issue.maximum),
        });
      case 'too_small':
        return one('too-short', { field: last });
      case 'invalid_format':
        return one(textKind(path), { text: String(value).slice(0, 100) });
      case 'invalid_union': {
        if (value === undefined) return [missing(path)];
        const kind = unionKind(path, value);
        return one(
          kind,
          kind === 'wrong-type' ? { field: 'in', expected: 'text' } : { text: String(value).slice(0, 100) },
        );
      }
      case 'invalid_key':
        return [
          { kind: 'group-name', path: path.slice(0, -1), field: last, params: { text: last.slice(0, 100) } },
        ];
      default:
        return one('wrong-type', { field: last, expected: 'something else' });
    }
  });
