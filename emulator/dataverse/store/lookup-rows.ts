import { guid } from '../base/guid.ts';
import { privilegeFor } from '../base/privileges.ts';
import { tables } from '../schema/schema.ts';
import { verbs } from '../schema/table.ts';
import { lookupTableKey } from '../schema/value.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';

const version = 20_000;

const described = () => tables.filter((it) => !it.isMetadata);

/** Texts of all choices; the organization is left out, so that one copy does for all environments. */
export const stringMapRows: RowSource = memoryRows('stringmapid', () =>
  described().flatMap((table) =>
    [...table.columns.values()]
      .filter((it) => it.type === 'choice' || it.type === 'choices')
      .flatMap((column) =>
        Object.entries(column.labels).map(([value, text], index) => ({
          stringmapid: guid('stringmap', table.logicalName, column.name, value),
          objecttypecode: table.logicalName,
          attributename: column.name,
          attributevalue: Number(value),
          value: text,
          displayorder: index + 1,
          langid: 1033,
          versionnumber: version,
        })),
      ),
  ),
);

/** Which table each privilege is about; activities share theirs. */
export const privilegeObjectRows: RowSource = memoryRows('privilegeobjecttypecodeid', () =>
  described().flatMap((table) =>
    verbs.flatMap((verb) => {
      const privilege = privilegeFor(table, verb);
      if (privilege === null) return [];
      return [
        {
          privilegeobjecttypecodeid: guid('privilegeobject', privilege.id, table.logicalName),
          privilegeid: privilege.id,
          [lookupTableKey('privilegeid')]: 'privilege',
          objecttypecode: table.logicalName,
          versionnumber: version,
        },
      ];
    }),
  ),
);
