import { z } from 'zod';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type {
  QueryColumn,
  QueryNavigation,
  QueryTableDetails,
} from '../../../preload/contract/words/queries/tables.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { odataString } from '../../dataverse/odata-literal.ts';
import { decodeOne, readAllRows } from '../../dataverse/rows.ts';
import { TABLE_COLUMNS, tableSchema } from './read-tables.ts';

const label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();

const attributeSchema = z.object({
  LogicalName: z.string(),
  AttributeType: z.string().nullish(),
  /** The column that this one only shows in another way, such as the name of a lookup. */
  AttributeOf: z.string().nullish(),
  DisplayName: label,
  IsSecured: z.boolean().nullish(),
  IsValidForRead: z.boolean().nullish(),
});

const oneToManySchema = z.object({
  ReferencingEntity: z.string(),
  ReferencingAttribute: z.string(),
  ReferencedEntity: z.string(),
  ReferencingEntityNavigationPropertyName: z.string().nullish(),
  ReferencedEntityNavigationPropertyName: z.string().nullish(),
});
type OneToMany = z.infer<typeof oneToManySchema>;

const manyToManySchema = z.object({
  Entity1LogicalName: z.string(),
  Entity2LogicalName: z.string(),
  IntersectEntityName: z.string(),
  Entity1NavigationPropertyName: z.string().nullish(),
  Entity2NavigationPropertyName: z.string().nullish(),
});
type ManyToMany = z.infer<typeof manyToManySchema>;

const definitionSchema = z.object({
  Attributes: z.array(attributeSchema),
  ManyToOneRelationships: z.array(oneToManySchema),
  OneToManyRelationships: z.array(oneToManySchema),
  ManyToManyRelationships: z.array(manyToManySchema),
});
type Definition = z.infer<typeof definitionSchema>;

const choicesSchema = z
  .object({
    LogicalName: z.string(),
    OptionSet: z.object({ Options: z.array(z.object({ Value: z.int(), Label: label })) }).nullish(),
  })
  .transform((row) => ({
    name: row.LogicalName,
    options: (row.OptionSet?.Options ?? []).map((option) => ({
      value: option.Value,
      label: option.Label?.UserLocalizedLabel?.Label ?? String(option.Value),
    })),
  }));

/** Columns with choices; each type has its own cast (Microsoft Learn: "Query table definitions using the Web API", retrieving attributes). */
const CHOICE_TYPES = ['Picklist', 'State', 'Status', 'MultiSelectPicklist'] as const;

const EXPAND = [
  'Attributes($select=LogicalName,AttributeType,AttributeOf,DisplayName,IsSecured,IsValidForRead)',
  'ManyToOneRelationships($select=ReferencingEntity,ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)',
  'OneToManyRelationships($select=ReferencingEntity,ReferencingAttribute,ReferencedEntity,ReferencedEntityNavigationPropertyName)',
  'ManyToManyRelationships($select=Entity1LogicalName,Entity2LogicalName,IntersectEntityName,Entity1NavigationPropertyName,Entity2NavigationPropertyName)',
].join(',');

const named = (
  name: string | null | undefined,
  more: Omit<QueryNavigation, 'name'>,
): readonly QueryNavigation[] =>
  name === null || name === undefined || name === '' ? [] : [{ name, ...more }];

const toOne = (one: OneToMany): readonly QueryNavigation[] =>
  named(one.ReferencingEntityNavigationPropertyName, {
    kind: 'one',
    target: one.ReferencedEntity,
    column: one.ReferencingAttribute,
  });

const toMany = (one: OneToMany): readonly QueryNavigation[] =>
  named(one.ReferencedEntityNavigationPropertyName, {
    kind: 'many',
    target: one.ReferencingEntity,
    column: one.ReferencingAttribute,
  });

const acrossFrom =
  (table: string) =>
  (one: ManyToMany): readonly QueryNavigation[] => {
    const first = one.Entity1LogicalName === table;
    return named(first ? one.Entity1NavigationPropertyName : one.Entity2NavigationPropertyName, {
      kind: 'intersect',
      target: first ? one.Entity2LogicalName : one.Entity1LogicalName,
      column: one.IntersectEntityName,
    });
  };

const columnsOf = (
  definition: Definition,
  choices: ReadonlyMap<string, QueryColumn['options']>,
): readonly QueryColumn[] =>
  definition.Attributes.filter((one) => one.IsValidForRead !== false && (one.AttributeOf ?? null) === null)
    .map((one) => ({
      logicalName: one.LogicalName,
      type: one.AttributeType ?? 'Virtual',
      displayName: one.DisplayName?.UserLocalizedLabel?.Label ?? one.LogicalName,
      secured: one.IsSecured === true,
      targets: definition.ManyToOneRelationships.filter(
        ({ ReferencingAttribute }) => ReferencingAttribute === one.LogicalName,
      ).map(({ ReferencedEntity }) => ReferencedEntity),
      options: choices.get(one.LogicalName) ?? [],
    }))
    .toSorted((a, b) => a.logicalName.localeCompare(b.logicalName));

/**
 * One table with its columns, their choices and its navigation properties (Microsoft Learn: "Query table definitions using the Web API").
 * Choices that cannot be read are left out: a query can be written without them.
 */
export const readTable = async (
  client: DataverseClient,
  table: string,
  signal: AbortSignal,
): Promise<Result<QueryTableDetails>> => {
  const path = `EntityDefinitions(LogicalName=${odataString(table)})`;
  const [answer, ...lists] = await Promise.all([
    client.get(`${path}?$select=${TABLE_COLUMNS}&$expand=${EXPAND}`, { signal }),
    ...CHOICE_TYPES.map((type) =>
      readAllRows(
        client,
        `${path}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$select=LogicalName&$expand=OptionSet`,
        choicesSchema,
        { signal },
      ),
    ),
  ]);
  if (!answer.ok) return answer;
  const head = decodeOne(tableSchema, answer.value, client.origin);
  if (!head.ok) return head;
  const definition = decodeOne(definitionSchema, answer.value, client.origin);
  if (!definition.ok) return definition;
  const choices = new Map(
    lists.flatMap((list) => (list.ok ? list.value.rows.map((row) => [row.name, row.options] as const) : [])),
  );
  const { ManyToManyRelationships, ManyToOneRelationships, OneToManyRelationships } = definition.value;
  const navigation = [
    ...ManyToOneRelationships.flatMap(toOne),
    ...OneToManyRelationships.flatMap(toMany),
    ...ManyToManyRelationships.flatMap(acrossFrom(table)),
  ].toSorted((a, b) => a.name.localeCompare(b.name));
  return ok({ ...head.value, columns: columnsOf(definition.value, choices), navigation });
};
