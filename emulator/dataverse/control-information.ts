import type { MetadataLevel } from '../server/metadata-level.ts';
import { withoutControlInformation } from '../server/metadata-level.ts';
import { edmTypeOf } from './metadata/edm-type.ts';
import { etagOf, hasEtag } from './query/column-value.ts';
import type { WireObject } from './query/wire-object.ts';
import type { Column } from './schema/column.ts';
import type { Table } from './schema/table.ts';
import { idOf, type Row } from './schema/value.ts';
import type { DataverseResponse } from './seam.ts';
import type { Session } from './session.ts';

/**
 * Makes what stands first in a record: its etag; at the full level its type and addresses too (OData JSON Format 4.0, 4.5.3, 4.5.8; in this order
 * in schemas that flows of Power Automate keep of such answers).
 */
export function recordHead(
  { preferences, request }: Session,
  table: Table,
  withEtag: boolean,
): (row: Row) => WireObject {
  const etag =
    withEtag && hasEtag(table) ? (row: Row): WireObject => ({ '@odata.etag': etagOf(row) }) : () => ({});
  if (preferences.metadata !== 'full') return etag;
  const type = `#Microsoft.Dynamics.CRM.${table.logicalName}`;
  if (!hasEtag(table)) return () => ({ '@odata.type': type });
  return (row) => {
    const address = `${table.entitySet}(${idOf(row, table.primaryId)})`;
    return {
      '@odata.type': type,
      '@odata.id': `${request.serviceRoot}/${address}`,
      ...etag(row),
      '@odata.editLink': address,
    };
  };
}

/** The type that stands beside a value at the full level; null where JSON has it itself, and for objects (OData JSON Format 4.0, 4.5.3). */
export function typeBeside({ preferences }: Session, column: Column): string | null {
  if (preferences.metadata !== 'full') return null;
  const type = edmTypeOf(column);
  if (/^Edm\.(?:String|Boolean|Int32|Double|Untyped)$/.test(type) || column.type === 'complex') return null;
  return `#${type.replace(/\bEdm\./, '')}`;
}

/** Adds the links of a navigation property (OData JSON Format 4.0, 8.1 and 8.2). */
export function linkNavigation(
  { request }: Session,
  table: Table,
  name: string,
  row: Row,
  into: WireObject,
): void {
  const address = `${request.serviceRoot}/${table.entitySet}(${idOf(row, table.primaryId)})/${name}`;
  into[`${name}@odata.associationLink`] = `${address}/$ref`;
  into[`${name}@odata.navigationLink`] = address;
}

/** Brings an answer to the level that was asked for: without any control information but links and counts, or saying that it has all. */
export function atLevel(answer: DataverseResponse, level: MetadataLevel): DataverseResponse {
  const type = answer.headers['content-type'] ?? '';
  if (level === 'minimal' || !type.startsWith('application/json')) return answer;
  const headers = {
    ...answer.headers,
    'content-type': type.replace('metadata=minimal', `metadata=${level}`),
  };
  if (level === 'full') return { ...answer, headers };
  return { ...answer, headers, body: withoutControlInformation(answer.body) };
}
