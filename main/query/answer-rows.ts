import { RowPieces } from '../dataverse/page-body.ts';

/** One row as the service sent it, annotations included. */
export type ServiceRow = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is ServiceRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row as it is: copying each would cost more than reading it. */
const asRow = (value: unknown): ServiceRow => (isRow(value) ? value : { value });

/**
 * The rows in an answer: an entity set's `value`, the one collection inside a function's result (such as
 * `RolePrivileges`), else the answer itself as one row, be it an entity, a function's result or a bare count.
 */
export const answerRows = (body: unknown): readonly ServiceRow[] => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [{ value: body }];
  if ('value' in body && Array.isArray(body.value)) return body.value.map(asRow);
  const properties = Object.entries(body).filter(([name]) => !name.includes('@'));
  const [only] = properties;
  if (properties.length === 1 && only !== undefined && Array.isArray(only[1])) return only[1].map(asRow);
  return [{ ...body }];
};

/** The same where the rows of a long page come as pieces; null where its text is no JSON, and nothing after it. */
export const answerPieces = function* (body: unknown): Generator<readonly ServiceRow[] | null> {
  if (typeof body === 'object' && body !== null && 'value' in body && body.value instanceof RowPieces)
    for (const piece of body.value.pieces()) yield piece?.map(asRow) ?? null;
  else yield answerRows(body);
};
