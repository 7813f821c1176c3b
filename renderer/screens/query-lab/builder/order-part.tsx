import type { ReactElement } from 'react';
import type { BuilderQuery } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import { BUILDER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, CloseIcon, Dropdown, makeStyles, Option, PanelSection, tokens } from '../../../ui/index.ts';
import { NamePicker } from './name-picker.tsx';
import type { NameOption } from './name-picker.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 132px auto',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'center',
  },
  name: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  direction: { minWidth: 0 },
});

/** The columns that rows are ordered by, the first one first. */
export const OrderPart = (props: {
  readonly order: BuilderQuery['order'];
  readonly columns: readonly NameOption[];
  readonly onOrder: (order: BuilderQuery['order']) => void;
}): ReactElement => {
  const { columns, onOrder, order } = props;
  const styles = useStyles();
  return (
    <PanelSection title={TEXTS.order}>
      {order.map(({ column, descending }) => (
        <div key={column} className={styles.row}>
          <span className={styles.name}>{column}</span>
          <Dropdown
            className={styles.direction}
            aria-label={`${TEXTS.direction}: ${column}`}
            value={descending ? TEXTS.directions.descending : TEXTS.directions.ascending}
            selectedOptions={[descending ? 'descending' : 'ascending']}
            onOptionSelect={(_event, data) =>
              onOrder(
                order.map((one) =>
                  one.column === column ? { column, descending: data.optionValue === 'descending' } : one,
                ),
              )
            }
          >
            <Option value="ascending">{TEXTS.directions.ascending}</Option>
            <Option value="descending">{TEXTS.directions.descending}</Option>
          </Dropdown>
          <Button
            size="small"
            appearance="subtle"
            icon={<CloseIcon />}
            aria-label={`${TEXTS.removeOrder}: ${column}`}
            title={TEXTS.removeOrder}
            onClick={() => onOrder(order.filter((one) => one.column !== column))}
          />
        </div>
      ))}
      <NamePicker
        label={TEXTS.addOrder}
        options={columns.filter(({ name }) => order.every(({ column }) => column !== name))}
        chosen={[]}
        placeholder={TEXTS.addOrder}
        onPick={(column) => onOrder([...order, { column, descending: false }])}
      />
    </PanelSection>
  );
};
