import type { InputOf } from '../../../preload/contract/index.ts';
import { parseRecordId } from '../../../preload/contract/words/ids.ts';
import type { RecordId } from '../../../preload/contract/words/ids.ts';

/** What a person pasted or typed to name a record. */
export type RecordAddress =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-understood'; readonly missing: 'table' | 'id' | 'both' }
  | {
      readonly kind: 'record';
      readonly table: InputOf<'securityRoles.recordAccess'>['table'];
      readonly recordId: RecordId;
      /** The environment that an address is of; null for a table and an id. */
      readonly host: string | null;
    };

/** No part of it can match what its neighbour can: what is pasted is read in one pass, however long it is. */
const WEB_API = /^\/?(?:api\/data\/v[\d.]+\/+)?([A-Za-z_]\w*)\s*\(([^()]+)\)/;
const TABLE_AND_ID = /^([A-Za-z_]\w*)[\s,;:/|]+(\S+)$/;
/** Far more than an address that Dataverse takes; a document pasted by mistake is none. */
const LONGEST = 65_536;
const TABLE = /^[A-Za-z_]\w{0,127}$/;

const named = (
  by: 'logical-name' | 'entity-set',
  name: string | null,
  id: string | null,
  host: string | null,
): RecordAddress => {
  const recordId = parseRecordId(id?.trim() ?? '');
  const hasTable = name !== null && TABLE.test(name);
  if (hasTable && recordId !== null) return { kind: 'record', table: { by, name }, recordId, host };
  return { kind: 'not-understood', missing: hasTable ? 'id' : recordId === null ? 'both' : 'table' };
};

/** The parameters of an address, before and after the hash, by their names in lower case. */
const parametersOf = (url: URL): ReadonlyMap<string, string> =>
  new Map(
    [url.searchParams, new URLSearchParams(url.hash.replace(/^#\??/, ''))].flatMap((each) =>
      [...each].map(([name, value]): [string, string] => [name.toLowerCase(), value]),
    ),
  );

/**
 * Reads the address of a record in a model-driven app (`main.aspx?etn=account&id=…`, Microsoft Learn: "Open forms, views,
 * dialogs, and reports with a URL"), one of the Web API (`…/api/data/v9.2/accounts(…)`), the latter's end alone, or a
 * table's logical name and an id.
 */
export const readRecordAddress = (text: string): RecordAddress => {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.length > LONGEST) return { kind: 'not-understood', missing: 'both' };
  if (/^https?:\/\//i.test(trimmed)) {
    const url = URL.parse(trimmed);
    if (url === null) return { kind: 'not-understood', missing: 'both' };
    const inPath = WEB_API.exec(url.pathname);
    if (inPath !== null) return named('entity-set', inPath[1] ?? null, inPath[2] ?? null, url.host);
    const parameters = parametersOf(url);
    return named('logical-name', parameters.get('etn') ?? null, parameters.get('id') ?? null, url.host);
  }
  const reference = WEB_API.exec(trimmed);
  if (reference !== null) return named('entity-set', reference[1] ?? null, reference[2] ?? null, null);
  const pair = TABLE_AND_ID.exec(trimmed);
  if (pair !== null) return named('logical-name', pair[1] ?? null, pair[2] ?? null, null);
  return named('logical-name', TABLE.test(trimmed) ? trimmed : null, trimmed, null);
};
