import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useMemo } from 'react';
import type { Column } from './column.ts';
import { Matrix } from './matrix.tsx';
import type { MatrixProps } from './matrix.tsx';
import { useMatrixStyles } from './matrix-styles.ts';
import { TableFrame } from './table-frame.tsx';
import { useExport } from './use-export.ts';

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A matrix with its filter, its count and its ways out; what is exported is what is shown. */
export const MatrixTable = <Row, Item>(
  props: Omit<MatrixProps<Row, Item>, 'onCopy'> & {
    readonly rowName: (row: Row) => string;
    readonly columnName: (column: Item) => string;
    /** What a cell is worth in an export. */
    readonly cellText: (row: Row, column: Item) => string;
    /** Rows before the filter. */
    readonly all: number;
    readonly filter: string;
    readonly onFilter: (text: string) => void;
    readonly toolbar?: ReactNode;
    readonly filters?: ReactNode;
    readonly loading: boolean;
    /** What stands there when there are no cells. */
    readonly empty: ReactNode;
  },
): ReactElement => {
  const { cellText, columnKey, columnName, columns, corner, groups, rowName } = props;
  const styles = useMatrixStyles();
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const exported = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'row', header: corner, width: 0, value: rowName },
      ...columns.map((column): Column<Row> => ({
        id: columnKey(column),
        header: columnName(column),
        width: 0,
        value: (row) => cellText(row, column),
      })),
    ],
    [cellText, columnKey, columnName, columns, corner, rowName],
  );
  const exports = useExport({ name: props.label, columns: exported, rows: () => rows });
  const bare = rows.length === 0 || columns.length === 0;
  if (bare && props.all === 0 && !props.loading) {
    return <TableFrame filters={props.filters}>{props.empty}</TableFrame>;
  }
  return (
    <TableFrame
      toolbar={props.toolbar}
      filters={props.filters}
      filter={{ value: props.filter, set: props.onFilter, label: props.label }}
      counts={{ shown: rows.length, all: props.all, chosen: 0 }}
      exports={exports}
    >
      {bare && props.loading ? (
        <Skeleton aria-hidden className={styles.scroller}>
          {SKELETON_ROWS.map((key) => (
            <div key={key} className={styles.skeleton}>
              <SkeletonItem size={16} />
            </div>
          ))}
        </Skeleton>
      ) : bare ? (
        props.empty
      ) : (
        <Matrix {...props} onCopy={(row) => exports.copyRows([row])} />
      )}
    </TableFrame>
  );
};
