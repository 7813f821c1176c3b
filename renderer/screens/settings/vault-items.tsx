import type { ReactElement } from 'react';
import { useState } from 'react';
import type { VaultHealth, VaultItem } from '../../../preload/contract/vault.ts';
import { isLeftOver } from '../../../preload/contract/words/left-over.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { VAULT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  Card,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Identifier,
  makeStyles,
  NoticeBar,
  StatusBadge,
  useToasts,
} from '../../ui/index.ts';

const STATUS: Readonly<Record<VaultItem['place'], Status>> = {
  entry: 'healthy',
  file: 'healthy',
  session: 'attention',
  missing: 'attention',
  unreadable: 'denied',
  unknown: 'unknown',
};

const useStyles = makeStyles({
  table: { height: '420px', minHeight: 0, display: 'flex', flexDirection: 'column' },
});

const ownerOf = ({ kind, owner, workspaceId }: VaultItem): string =>
  ((kind === 'sign-in' || kind === 'inventory' || kind === 'baseline' || kind === 'queries') &&
    workspaceId === null) ||
  kind === 'journal' ||
  kind === 'snapshot' ||
  kind === 'other'
    ? TEXTS.owners[kind]
    : owner;

const COLUMNS: readonly Column<VaultItem>[] = [
  { id: 'owner', header: TEXTS.columns.owner, width: 132, grow: true, required: true, value: ownerOf },
  { id: 'kind', header: TEXTS.columns.kind, width: 104, value: ({ kind }) => TEXTS.kinds[kind] },
  { id: 'label', header: TEXTS.columns.label, width: 104, grow: true, value: ({ label }) => label },
  {
    id: 'place',
    header: TEXTS.columns.place,
    width: 124,
    value: ({ file, place }) => file ?? TEXTS.places[place],
    cell: ({ file, place }) =>
      file === null ? TEXTS.places[place] : <Identifier value={file} what={TEXTS.reenter.file} />,
  },
  {
    id: 'state',
    header: TEXTS.columns.state,
    width: 168,
    value: ({ place }) => TEXTS.states[place],
    cell: ({ place }) => <StatusBadge status={STATUS[place]} word={TEXTS.states[place]} />,
  },
];

/** A credential whose value has to come from the person again. */
export const isLost = ({ credentialId, place }: VaultItem): boolean =>
  credentialId !== null && (place === 'missing' || place === 'unreadable');

/** What is kept for nothing that is still here, and the way to delete it; nothing when there is none. */
const LeftOver = (props: { readonly items: readonly VaultItem[] }): ReactElement | null => {
  const toasts = useToasts();
  const remove = useAction('vault.removeLeftOver', { invalidates: ['vault.health'] });
  const [confirming, setConfirming] = useState(false);
  const many = props.items.filter(isLeftOver).length;
  const confirmed = async () => {
    const result = await remove.run({});
    setConfirming(false);
    if (result.ok) toasts.success(TEXTS.removedLeftOver(result.value.removed));
    else toasts.failure(result.error);
  };
  if (many === 0) return null;
  return (
    <>
      <NoticeBar
        intent="info"
        title={TEXTS.leftOver(many)}
        actions={
          <Button size="small" onClick={() => setConfirming(true)}>{`${TEXTS.removeLeftOver}…`}</Button>
        }
      >
        {TEXTS.leftOverText}
      </NoticeBar>
      {confirming ? (
        <ConfirmDialog
          title={TEXTS.removeLeftOver}
          confirmLabel={TEXTS.removeLeftOverConfirm}
          typed={[]}
          busy={remove.busy}
          onConfirm={() => void confirmed()}
          onCancel={() => setConfirming(false)}
        >
          {TEXTS.removeLeftOverText(many)}
        </ConfirmDialog>
      ) : null}
    </>
  );
};

/** Everything that the vault keeps, by whom it belongs to; a click on what is lost opens the panel to enter it again. */
export const VaultItems = (props: { readonly health: VaultHealth }): ReactElement => {
  const styles = useStyles();
  const [, change] = usePlaceParams();
  const { items, complete } = props.health;
  const lost = items.filter(isLost);
  const open = (item: VaultItem) => {
    if (isLost(item)) change({ enter: item.credentialId });
  };
  return (
    <Card title={TEXTS.items} text={`${TEXTS.summary(items)}. ${TEXTS.itemsText}`}>
      {complete ? null : <NoticeBar intent="warning" title={TEXTS.incomplete} />}
      {lost.length === 0 ? null : (
        <NoticeBar
          intent="warning"
          title={TEXTS.lost(lost.length)}
          actions={
            <Button
              size="small"
              onClick={() => {
                const [first] = lost;
                if (first !== undefined) open(first);
              }}
            >
              {TEXTS.enterAgain}
            </Button>
          }
        >
          {TEXTS.lostText}
        </NoticeBar>
      )}
      <LeftOver items={items} />
      <div className={styles.table}>
        <DataTable
          label={TEXTS.table}
          rows={items}
          columns={COLUMNS}
          rowKey={(item) =>
            `${item.kind} ${item.credentialId ?? item.workspaceId ?? ''} ${item.label} ${items.indexOf(item)}`
          }
          onOpen={open}
          empty={<EmptyState title={TEXTS.empty} text={TEXTS.itemsText} />}
        />
      </div>
    </Card>
  );
};
