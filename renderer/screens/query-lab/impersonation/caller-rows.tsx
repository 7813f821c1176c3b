import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { CALLER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../../ui/index.ts';
import { DataTable, makeStyles } from '../../../ui/index.ts';
import { rawValue } from '../cell-text.ts';
import { ResultCell } from '../result-columns.tsx';

type Output = OutputOf<'query.asCallers'>;
type Row = Output['rows'][number] & { readonly id: string };

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', height: '320px', flexShrink: 0, minWidth: 0 },
});

/** The rows of all callers, each once, with who has read it. */
export const CallerRows = ({ output }: { readonly output: Output }): ReactElement => {
  const { columns: names, rows: read } = output;
  const asked = output.answers.filter(({ error }) => error === null).length;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'seen by',
        header: TEXTS.seenBy,
        width: 150,
        required: true,
        value: ({ seenBy }) =>
          seenBy.length === asked && asked > 1
            ? TEXTS.everybody
            : seenBy.map((who) => TEXTS.who[who]).join(', '),
      },
      ...names.map((name, at): Column<Row> => ({
        id: `column ${name}`,
        header: name,
        width: 150,
        value: ({ cells }) => rawValue(cells[at] ?? null),
        cell: ({ cells }) => <ResultCell cell={cells[at] ?? null} />,
      })),
    ],
    [asked, names],
  );
  const rows = useMemo(() => read.map((row, at): Row => ({ ...row, id: String(at) })), [read]);
  return (
    <div className={useStyles().room}>
      <DataTable
        label={TEXTS.recordsTable}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={null}
      />
    </div>
  );
};
