import type { ReactElement } from 'react';
import type { GrantingRole } from '../../../preload/contract/security-roles.ts';
import { WHO_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { Button, DataTable, EmptyState, Identifier, makeStyles, SidePanel } from '../../ui/index.ts';
import type { GrantingRow } from './granting-rows.ts';

const TEXTS = WHO_TEXTS.details;
type Holder = GrantingRole['apps'][number];

const useStyles = makeStyles({
  fill: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
});

const COLUMNS: readonly Column<Holder>[] = [
  {
    id: 'name',
    header: TEXTS.holderColumns.name,
    width: 170,
    grow: true,
    required: true,
    value: ({ name }) => name,
  },
  {
    id: 'through',
    header: TEXTS.holderColumns.through,
    width: 150,
    value: ({ team }) => (team === null ? TEXTS.direct : TEXTS.team(team)),
  },
  {
    id: 'clientId',
    header: 'Client ID',
    width: 150,
    value: ({ clientId }) => clientId,
    cell: ({ clientId }) => <Identifier value={clientId} what="Client ID" />,
  },
];

/** Which application users hold one of the roles that allow it. */
export const HoldersPanel = (props: {
  readonly row: GrantingRow;
  readonly onRole: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { row } = props;
  return (
    <SidePanel
      title={row.role.name}
      subtitle={row.environmentName}
      startWidth={520}
      onClose={props.onClose}
      actions={<Button onClick={props.onRole}>{TEXTS.openRole}</Button>}
    >
      <div className={useStyles().fill}>
        <DataTable
          label={TEXTS.holders}
          columns={COLUMNS}
          rows={row.role.apps}
          rowKey={({ clientId, team }) => `${clientId} ${team ?? ''}`}
          initialSort={{ column: 'name', descending: false }}
          empty={<EmptyState title={TEXTS.noneTitle} text={TEXTS.noneText} />}
        />
      </div>
    </SidePanel>
  );
};
