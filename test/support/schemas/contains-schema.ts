import { z } from 'zod';

/** True when `wanted` itself can be reached inside `schema`, through objects, arrays, unions, wrappers and getters. */
export const containsSchema = (schema: z.ZodType, wanted: z.ZodType): boolean => {
  const seen = new Set<unknown>();
  const search = (value: unknown): boolean => {
    if (value === wanted) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (value instanceof z.ZodType) return search(value.def);
    return Object.values(value).some(search);
  };
  return search(schema);
};

/** True when every object in the schema refuses unknown keys. */
export const isStrictThroughout = (schema: z.ZodType): boolean => {
  const seen = new Set<unknown>();
  const lax = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (value instanceof z.ZodObject && !(value.def.catchall instanceof z.ZodNever)) return true;
    return Object.values(value instanceof z.ZodType ? value.def : value).some(lax);
  };
  return !lax(schema);
};
