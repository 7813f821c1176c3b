import type { ReactElement } from 'react';
import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import { DEPTH_LABELS, SECURITY_ROLES_TEXTS, VERB_LABELS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { DataTable, DepthGlyph, EmptyState, makeStyles, SecurityRolesIcon, tokens } from '../../ui/index.ts';
import { miscArea } from './misc-area.ts';
import type { TableRights } from './privilege-matrix.ts';
import { TABLE_VERBS } from './privilege-matrix.ts';

const TEXTS = SECURITY_ROLES_TEXTS.details;

const MATRIX_COLUMNS: readonly Column<TableRights>[] = [
  {
    id: 'table',
    header: TEXTS.tableColumn,
    width: 130,
    grow: true,
    required: true,
    value: ({ table }) => table,
  },
  ...TABLE_VERBS.map((verb): Column<TableRights> => ({
    id: verb,
    header: VERB_LABELS[verb],
    width: 58,
    value: ({ depths }) => DEPTH_LABELS[depths[verb] ?? 'None'],
    cell: ({ depths, table }) => (
      <DepthGlyph depth={depths[verb] ?? 'None'} what={`${VERB_LABELS[verb]} ${table}`} />
    ),
  })),
];

const BY_AREA = { column: 'area', descending: false } as const;

const MISC_COLUMNS: readonly Column<RolePrivilege>[] = [
  {
    id: 'area',
    header: TEXTS.miscColumns.area,
    width: 175,
    value: ({ name }) => SECURITY_ROLES_TEXTS.areas[miscArea(name)],
  },
  {
    id: 'name',
    header: TEXTS.miscColumns.name,
    width: 220,
    grow: true,
    required: true,
    value: ({ name }) => name,
  },
  {
    id: 'depth',
    header: TEXTS.miscColumns.depth,
    width: 120,
    value: ({ depth }) => DEPTH_LABELS[depth],
    cell: ({ depth, name }) => (
      <>
        <DepthGlyph depth={depth} what={name} /> {DEPTH_LABELS[depth]}
      </>
    ),
  },
];

// Nine narrow columns side by side: less room around each circle, so that a whole row is seen at once.
const useStyles = makeStyles({
  matrix: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    '& [role="columnheader"]:not(:first-child) button': {
      justifyContent: 'center',
      padding: '0',
      fontSize: tokens.fontSizeBase100,
    },
    '& [role="gridcell"]:not(:first-child)': { padding: '0', textAlign: 'center' },
  },
});

const nothing = (
  <EmptyState icon={SecurityRolesIcon} title={TEXTS.noPrivileges} text={TEXTS.noPrivilegesText} />
);

/** Which row is open, by table or by privilege; left out where a row has no more to tell. */
type Opening = { readonly openKey: string | null; readonly onOpen: (key: string) => void };

const openRow = <Row,>(opening: Opening | undefined, keyOf: (row: Row) => string) =>
  opening === undefined ? {} : { openKey: opening.openKey, onOpen: (row: Row) => opening.onOpen(keyOf(row)) };

/** Tables × verbs with how far each reaches. */
export const MatrixTable = (props: {
  readonly tables: readonly TableRights[];
  readonly loading: boolean;
  readonly opening?: Opening;
}): ReactElement => (
  <div className={useStyles().matrix}>
    <DataTable
      label={TEXTS.matrix}
      columns={MATRIX_COLUMNS}
      rows={props.tables}
      rowKey={({ table }) => table}
      initialSort={{ column: 'table', descending: false }}
      loading={props.loading}
      empty={nothing}
      {...openRow(props.opening, ({ table }: TableRights) => table)}
    />
  </div>
);

/** Privileges that belong to no table. */
export const MiscTable = (props: {
  readonly privileges: readonly RolePrivilege[];
  readonly loading: boolean;
  readonly opening?: Opening;
}): ReactElement => (
  <DataTable
    label={TEXTS.miscTable}
    columns={MISC_COLUMNS}
    rows={props.privileges}
    rowKey={({ name }) => name}
    initialSort={BY_AREA}
    loading={props.loading}
    empty={nothing}
    {...openRow(props.opening, ({ name }: RolePrivilege) => name)}
  />
);
