import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import { rememberedQuery } from '../remembered-query.ts';
import { QUERY_FILE_FORMAT, QUERY_FILE_VERSION } from './query-file.ts';
import type { QueryFile, QueryFileEntry } from './query-file.ts';

/** Hosts of environments in every cloud (Microsoft Learn: "Datacenter regions", "US Government", "21Vianet"). */
const ENVIRONMENT_HOST =
  /[a-z0-9-]+(?:\.api)?\.crm\d*\.(?:dynamics\.(?:com|cn)|microsoftdynamics\.(?:us|de)|appsplatform\.us)/gi;
/** A host that no environment has (RFC 2606 section 2). */
const NO_HOST = 'environment.invalid';

/** The method and address that a pasted request begins with; below them stands the query. */
const REQUEST = /^([\s\S]*?\n)?([ \t]*)(?:GET\s+)?https?:\/\/[^/?#\s]+\/*(?:api\/data\/v\d+(?:\.\d+)?\/)?/i;

const withoutHosts = (text: string, hosts: readonly string[]): string =>
  hosts
    .reduce((rest, host) => rest.replaceAll(new RegExp(host.replaceAll('.', '\\.'), 'gi'), NO_HOST), text)
    .replaceAll(ENVIRONMENT_HOST, NO_HOST);

const isLayout = (line: string): boolean => /^\s*(?:\/\/.*)?$/.test(line);

/** Comments may stand before the request; behind anything else an address is data of the query. */
const withoutAddress = (text: string): string =>
  text.replace(REQUEST, (whole, before: string | undefined, indent: string) =>
    (before ?? '').split('\n').every(isLayout) ? `${before ?? ''}${indent}` : whole,
  );

const entryOf = ({ name, query }: SavedQuery, hosts: readonly string[]): QueryFileEntry => {
  const { language, parameters = [], text } = rememberedQuery(query);
  const plain = withoutHosts(language === 'odata' ? withoutAddress(text) : text, hosts);
  const lines = plain.split('\n');
  return {
    name,
    language,
    text: lines.length === 1 ? plain : lines,
    ...(parameters.length === 0
      ? {}
      : { parameters: parameters.map((one) => ({ ...one, value: withoutHosts(one.value, hosts) })) }),
  };
};

/**
 * Queries as the text of a file for other people: without ids, without values that look like a secret, and with no host of an environment:
 * neither of the clouds that Microsoft names, nor of `hosts`.
 */
export const writeQueryFile = (queries: readonly SavedQuery[], hosts: readonly string[]): string => {
  const file: QueryFile = {
    $schema: 'queries.schema.json',
    format: QUERY_FILE_FORMAT,
    version: QUERY_FILE_VERSION,
    queries: queries.map((query) => entryOf(query, hosts)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};
