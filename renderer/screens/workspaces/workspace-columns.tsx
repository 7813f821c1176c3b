import type { ReactElement } from 'react';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { WORKSPACE_TOKENS } from '../../theme/index.ts';
import type { Column } from '../../ui/index.ts';
import { Identifier, SwatchName } from '../../ui/index.ts';
import { AccountCell } from './account-cell.tsx';
import type { WorkspaceRow } from './workspace-row.ts';

const { columns, protections } = WORKSPACES_TEXTS.overview;

const NameCell = (props: { readonly row: WorkspaceRow }): ReactElement => (
  <SwatchName colour={WORKSPACE_TOKENS[props.row.workspace.colour]} name={props.row.workspace.name} />
);

/** Columns of the table of workspaces. */
export const workspaceColumns = (): readonly Column<WorkspaceRow>[] => [
  {
    id: 'name',
    header: columns.name,
    width: 200,
    grow: true,
    required: true,
    value: (row) => row.workspace.name,
    cell: (row) => <NameCell row={row} />,
  },
  { id: 'cloud', header: columns.cloud, width: 120, value: (row) => row.cloudName },
  {
    id: 'tenant',
    header: columns.tenant,
    width: 140,
    value: (row) => row.workspace.tenantId,
    cell: (row) =>
      row.workspace.tenantId === null ? null : (
        <Identifier value={row.workspace.tenantId} what={columns.tenant} />
      ),
  },
  {
    id: 'account',
    header: columns.account,
    width: 160,
    grow: true,
    sortable: false,
    value: () => null,
    cell: (row) => <AccountCell workspaceId={row.workspace.id} />,
  },
  {
    id: 'environments',
    header: columns.environments,
    width: 116,
    align: 'end',
    value: (row) => row.overview?.environments ?? null,
  },
  {
    id: 'production',
    header: columns.production,
    width: 100,
    align: 'end',
    value: (row) => row.overview?.production ?? null,
  },
  { id: 'apps', header: columns.apps, width: 70, align: 'end', value: (row) => row.overview?.apps ?? null },
  {
    id: 'protection',
    header: columns.protection,
    width: 110,
    value: (row) => (row.workspace.readOnly ? protections.readOnly : protections.writable),
  },
];
