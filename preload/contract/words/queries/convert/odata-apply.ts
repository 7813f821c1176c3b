import { newElement } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { AggregateItem, Expression, Name, QueryOption, Transformation } from '../odata/syntax.ts';
import type { Span } from '../query-fault.ts';
import { columnOfProperty } from '../tables.ts';
import type { QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';

const METHODS: Readonly<Record<string, string>> = {
  sum: 'sum',
  average: 'avg',
  min: 'min',
  max: 'max',
  countdistinct: 'countcolumn',
};

/** What `$apply` asks for, in FetchXML. */
export type Applied = {
  readonly attributes: readonly XmlElement[];
  readonly filter: Expression | null;
  readonly aliases: ReadonlySet<string>;
};

/** Takes a column of the row that navigation properties lead to into the query; false after a refusal. */
export type AddLinked = (path: readonly Name[], element: (column: string) => XmlElement) => boolean;

/** How a column behind a lookup is named in the answer: `primarycontactid/fullname` with what FetchXML allows in an alias. */
export const aliasOfPath = (path: readonly Name[]): string => path.map(({ name }) => name).join('_');

/** Reads `filter(…)/groupby((…),aggregate(…))` and what is shorter; null after a refusal. */
export const applyToFetch = (
  option: QueryOption & { readonly kind: 'apply' },
  table: QueryTableDetails,
  addLinked: AddLinked,
  ledger: Ledger,
): Applied | null => {
  const attributes: XmlElement[] = [];
  const aliases = new Set<string>();
  let filter: Expression | null = null;
  const columnName = (path: readonly Name[], span: Span): string | null => {
    const [only] = path;
    const column = path.length === 1 && only !== undefined ? columnOfProperty(table, only.name) : null;
    return (
      column?.logicalName ?? ledger.refuse('column-unknown', span, path.map(({ name }) => name).join('/'))
    );
  };
  const add = (item: AggregateItem): boolean => {
    aliases.add(item.alias);
    if (item.path === null) {
      attributes.push(
        newElement('attribute', { name: table.primaryId, alias: item.alias, aggregate: 'count' }),
      );
      return true;
    }
    const aggregate = METHODS[item.method ?? ''];
    if (aggregate === undefined) return false;
    const distinct = item.method === 'countdistinct' ? 'true' : null;
    const element = (name: string) =>
      newElement('attribute', { name, alias: item.alias, aggregate, distinct });
    if (item.path.length > 1) return addLinked(item.path, element);
    const name = columnName(item.path, item.path[0] ?? option);
    if (name === null) return false;
    attributes.push(element(name));
    return true;
  };
  const read = (steps: readonly Transformation[], inGroup: boolean): boolean =>
    steps.every((step, index) => {
      switch (step.kind) {
        case 'filter':
          if (inGroup || index > 0) return ledger.refuse('apply-step', option, 'filter') !== null;
          filter = step.by;
          return true;
        case 'aggregate':
          return step.items.every(add);
        case 'groupby': {
          if (inGroup || index !== steps.length - 1)
            return ledger.refuse('apply-step', option, 'groupby') !== null;
          const linked = step.paths.filter((path) => path.length > 1);
          for (const path of linked) {
            const alias = aliasOfPath(path);
            const added = addLinked(path, (name) =>
              newElement('attribute', { name, alias, groupby: 'true' }),
            );
            if (!added) return false;
            aliases.add(alias);
          }
          const names = step.paths
            .filter((path) => path.length === 1)
            .map((path) => columnName(path, path[0] ?? option));
          for (const name of names)
            if (name !== null)
              attributes.push(newElement('attribute', { name, alias: name, groupby: 'true' }));
          for (const name of names) if (name !== null) aliases.add(name);
          return names.every((name) => name !== null) && read(step.steps, true);
        }
      }
    });
  return read(option.steps, false) ? { attributes, filter, aliases } : null;
};
