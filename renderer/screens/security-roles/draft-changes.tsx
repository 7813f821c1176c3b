import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { DEPTH_LABELS, ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { Button, DataTable, DepthGlyph, EmptyState, makeStyles, SecurityRolesIcon } from '../../ui/index.ts';
import type { DraftChange } from './role-draft.ts';

const useStyles = makeStyles({
  table: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
});

/** What a draft changes, privilege by privilege, each to be set back. */
export const DraftChanges = (props: {
  readonly changes: readonly DraftChange[];
  readonly onRevert: (name: string) => void;
}): ReactElement => {
  const { onRevert } = props;
  const styles = useStyles();
  const columns = useMemo(
    (): readonly Column<DraftChange>[] => [
      {
        id: 'privilege',
        header: TEXTS.changesColumns.privilege,
        width: 200,
        grow: true,
        required: true,
        value: ({ name }) => name,
      },
      ...(['before', 'after'] as const).map((side): Column<DraftChange> => ({
        id: side,
        header: TEXTS.changesColumns[side],
        width: 110,
        value: (change) => DEPTH_LABELS[change[side]],
        cell: (change) => (
          <>
            <DepthGlyph depth={change[side]} /> {DEPTH_LABELS[change[side]]}
          </>
        ),
      })),
      {
        id: 'revert',
        header: TEXTS.revert,
        width: 90,
        sortable: false,
        value: () => null,
        cell: ({ name }) => (
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${TEXTS.revert} ${name}`}
            onClick={() => onRevert(name)}
          >
            {TEXTS.revert}
          </Button>
        ),
      },
    ],
    [onRevert],
  );
  return (
    <div className={styles.table}>
      <DataTable
        label={TEXTS.changes}
        columns={columns}
        rows={props.changes}
        rowKey={({ name }) => name}
        initialSort={{ column: 'privilege', descending: false }}
        empty={
          <EmptyState icon={SecurityRolesIcon} title={TEXTS.noChangesTitle} text={TEXTS.noChangesText} />
        }
      />
    </div>
  );
};
