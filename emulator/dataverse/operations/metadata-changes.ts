import { deltaExpired, deltaTokenInvalid } from '../errors/tracking-faults.ts';
import { deltaTokenText, parseDeltaToken } from '../query/delta-token.ts';
import type { WireObject } from '../query/wire-object.ts';
import { derivedTypesOf, requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { objectArgument, optionalEnum, optionalText } from './arguments.ts';
import {
  definitionObject,
  type MetadataQuery,
  partOf,
  readLanguages,
  readMetadataQuery,
} from './metadata-query.ts';
import type { WebApiFunction } from './operation.ts';

const entities = requireTable('EntityMetadata');
const attributes = requireTable('AttributeMetadata');

/** Lists of definitions below a table: the property, what their query is called, their type, and the column that points to the table. */
const lists = [
  ['Attributes', 'AttributeQuery', 'AttributeMetadata', 'EntityMetadataId'],
  ['Keys', 'KeyQuery', 'EntityKeyMetadata', 'EntityMetadataId'],
  ['ManyToOneRelationships', 'RelationshipQuery', 'OneToManyRelationshipMetadata', 'ReferencingMetadataId'],
  ['OneToManyRelationships', 'RelationshipQuery', 'OneToManyRelationshipMetadata', 'ReferencedMetadataId'],
  ['ManyToManyRelationships', 'RelationshipQuery', 'ManyToManyRelationshipMetadata', 'Entity1MetadataId'],
] as const;

/** The choices of a column, which stand in its definition. */
function optionSet(session: Session, row: Row, languages: readonly number[]): WireObject | null {
  const id = textOf(row, 'OptionSet') ?? '';
  for (const name of ['OptionSetMetadata', 'BooleanOptionSetMetadata']) {
    const table = requireTable(name);
    const found = session.environment.rows(table).get(id);
    if (found !== null)
      return {
        '@odata.type': `#Microsoft.Dynamics.CRM.Complex${name}`,
        ...definitionObject(table, found, { wants: () => true }, languages),
      };
  }
  return null;
}

/** One definition below a table; columns say of which type they are, where it is not the one of all (Learn: "Query schema definitions"). */
function below(
  session: Session,
  table: Table,
  row: Row,
  query: MetadataQuery,
  languages: readonly number[],
): WireObject {
  if (table !== attributes) return definitionObject(table, row, query, languages);
  const type = textOf(row, 'odataType') ?? '';
  const own = derivedTypesOf(attributes).find((it) => it.logicalName === type) ?? attributes;
  const hasOptions = own.columns.has('OptionSet');
  return {
    ...(type === 'UniqueIdentifierAttributeMetadata' || own === attributes
      ? {}
      : { '@odata.type': `#Microsoft.Dynamics.CRM.Complex${type}` }),
    ...definitionObject(own, row, query, languages),
    ...(hasOptions
      ? { OptionSet: query.wants('OptionSet') ? optionSet(session, row, languages) : null }
      : {}),
  };
}

function entityObjects(session: Session, query: Row): readonly WireObject[] {
  const { environment } = session;
  const languages = readLanguages(query);
  const own = readMetadataQuery(entities, query);
  const parts = lists.map(([property, name, type, column]) => {
    const table = requireTable(type);
    return { property, table, column, query: readMetadataQuery(table, partOf(query, name)) };
  });
  const found: WireObject[] = [];
  for (const row of environment.rows(entities).rows()) {
    if (!own.matches(row)) continue;
    const made = definitionObject(entities, row, own, languages);
    const id = idOf(row, 'MetadataId');
    for (const part of parts) {
      made[part.property] = own.wants(part.property)
        ? [...environment.rows(part.table).where(part.column, id)]
            .filter(part.query.matches)
            .map((it) => below(session, part.table, it, part.query, languages))
        : [];
    }
    found.push(made);
  }
  return found;
}

/** Version of the definitions, which never change here; RetrieveTimestamp tells it too. */
export const definitionsVersion = 1_000_000;

/** Days that deleted definitions are kept (Learn: organization table reference, ExpireSubscriptionsInDays). */
const keptDays = 90;

/** Whether the client has seen the definitions; what it brings is refused where it is no stamp, or too old. */
function isSeen(session: Session, stamp: string | null): boolean {
  if (stamp === null || stamp === '') return false;
  const token = parseDeltaToken(stamp);
  if (token === null) throw deltaTokenInvalid();
  const age = session.ports.now() - token.time;
  if (age > keptDays * 24 * 60 * 60 * 1000 || token.version > definitionsVersion) throw deltaExpired();
  return token.version === definitionsVersion;
}

/**
 * The definitions that a query describes, or those of them that changed since a stamp, and a stamp for the next time (Learn: "Query schema
 * definitions", "Cache schema data", RetrieveMetadataChanges Function). Definitions never change here, so that there is nothing after the first time.
 */
export const retrieveMetadataChanges: WebApiFunction = {
  name: 'RetrieveMetadataChanges',
  boundTo: null,
  run: (call) => {
    const { session } = call;
    optionalEnum(call, 'DeletedMetadataFilters', 'DeletedMetadataFilters');
    const found = entityObjects(session, objectArgument(call, 'Query'));
    return {
      ServerVersionStamp: deltaTokenText({ version: definitionsVersion, time: session.ports.now() }),
      DeletedMetadata: { Count: 0, IsReadOnly: false, Keys: [], Values: [] },
      EntityMetadata: isSeen(session, optionalText(call, 'ClientVersionStamp')) ? [] : found,
    };
  },
};
