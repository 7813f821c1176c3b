import { z } from 'zod';

/** Every schema, check and other object that a schema is made of, itself included; lazy schemas are opened. */
const partsOf = (schema: z.ZodType): ReadonlySet<unknown> => {
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof z.ZodLazy) walk(value.unwrap());
    // A schema keeps what it is made of in its definition: members, items, options, checks, both ends of a transform.
    for (const part of Object.values(value instanceof z.ZodType ? value.def : value)) walk(part);
  };
  walk(schema);
  return seen;
};

/** True when `wanted`, a schema or a check, can be reached inside `schema` through whatever wraps it. */
export const containsPart = (schema: z.ZodType, wanted: unknown): boolean => partsOf(schema).has(wanted);

/** True when every object in the schema refuses unknown keys. */
export const isStrictThroughout = (schema: z.ZodType): boolean =>
  [...partsOf(schema)].every(
    (part) => !(part instanceof z.ZodObject) || part.def.catchall instanceof z.ZodNever,
  );

/** Kinds of schema inside `schema` that say nothing about what passes through them. */
export const opaqueKinds = (schema: z.ZodType): readonly string[] =>
  [...partsOf(schema)].flatMap((part) =>
    part instanceof z.ZodAny || part instanceof z.ZodUnknown || part instanceof z.ZodTransform
      ? [part.def.type]
      : [],
  );
