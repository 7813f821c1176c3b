import { isSummable } from '../column-kind.ts';
import { nearestName } from '../nearest-name.ts';
import { queryFault } from '../query-fault.ts';
import type { QueryFault, Span } from '../query-fault.ts';
import { shownColumn, tableNamed } from '../tables.ts';
import type { QuerySchema, QueryTableDetails } from '../tables.ts';
import { checkValues } from './check-values.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Checks the names in FetchXML against the tables of an environment, as far as they are known. */
export const checkFetchTables = (root: XmlElement, schema: QuerySchema): readonly QueryFault[] => {
  const faults: QueryFault[] = [];
  const aliases = new Map<string, QueryTableDetails | null>();
  const spanOf = (element: XmlElement, attribute: string): Span =>
    element.attributes.find(({ name }) => name === attribute)?.valueSpan ?? element.nameSpan;

  const tableOf = (element: XmlElement): QueryTableDetails | null => {
    const name = attributeOf(element, 'name') ?? '';
    if (schema.tables.length > 0 && name !== '' && tableNamed(schema, name) === null) {
      const set = schema.tables.find(({ entitySet }) => entitySet === name);
      const instead =
        set?.logicalName ??
        nearestName(
          name,
          schema.tables.map(({ logicalName }) => logicalName),
        );
      faults.push(queryFault('table-unknown', spanOf(element, 'name'), name, instead));
    }
    return schema.details.get(name) ?? null;
  };
  const checkColumn = (element: XmlElement, attribute: string, table: QueryTableDetails | null): void => {
    const name = attributeOf(element, attribute);
    if (table === null || name === null || name === '') return;
    const column = table.columns.find(({ logicalName }) => logicalName === name);
    if (column === undefined) {
      if (shownColumn(table, name) !== null) return;
      const names = table.columns.map(({ logicalName }) => logicalName);
      const spelled = /^_(.+)_value$/.exec(name)?.[1];
      const instead = spelled !== undefined && names.includes(spelled) ? spelled : nearestName(name, names);
      faults.push(queryFault('column-unknown', spanOf(element, attribute), name, instead));
      return;
    }
    if (column.secured)
      faults.push(queryFault('column-secured', spanOf(element, attribute), name, '', 'info'));
    if (element.name === 'condition') faults.push(...checkValues(element, column));
    const aggregate = element.name === 'attribute' ? attributeOf(element, 'aggregate') : null;
    if ((aggregate === 'sum' || aggregate === 'avg') && !isSummable(column))
      faults.push(queryFault('aggregate-type', spanOf(element, 'aggregate'), aggregate, name));
  };
  const collect = (element: XmlElement): void => {
    if (element.name === 'link-entity') {
      const name = attributeOf(element, 'name') ?? '';
      aliases.set(attributeOf(element, 'alias') ?? name, schema.details.get(name) ?? null);
    }
    for (const child of elementsOf(element)) collect(child);
  };
  const walk = (element: XmlElement, table: QueryTableDetails | null): void => {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'attribute':
          checkColumn(child, 'name', table);
          break;
        case 'condition':
        case 'order': {
          const other = attributeOf(child, 'entityname');
          checkColumn(child, 'attribute', other === null ? table : (aliases.get(other) ?? null));
          break;
        }
        case 'link-entity': {
          const there = tableOf(child);
          checkColumn(child, 'to', table);
          checkColumn(child, 'from', there);
          walk(child, there);
          break;
        }
        default:
          walk(child, table);
      }
    }
  };
  collect(root);
  for (const entity of elementsOf(root, 'entity')) walk(entity, tableOf(entity));
  return faults;
};
