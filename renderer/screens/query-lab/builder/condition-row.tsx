import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  BUILDER_OPERATORS,
  takesValue,
} from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import type { BuilderCondition } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import type { QueryColumn } from '../../../../preload/contract/words/queries/tables.ts';
import { BUILDER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, CloseIcon, Combobox, Dropdown, makeStyles, Option, tokens } from '../../../ui/index.ts';
import { NamePicker } from './name-picker.tsx';
import type { NameOption } from './name-picker.tsx';
import { operatorsFor, typedValue, valueText } from './typed-value.ts';

/** The arrow of a combobox is 16 to 20 pixels wide; a finger wants 24 (WCAG 2.2, 2.5.8). */
const WIDE_ENOUGH = { style: { minWidth: '24px', minHeight: '24px' } };

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 5fr) minmax(0, 4fr) auto',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXS,
  },
  cell: { minWidth: 0, width: '100%' },
  input: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  wrong: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

/** One condition: a column, an operator that fits it, and a value. */
export const ConditionRow = (props: {
  readonly condition: BuilderCondition;
  readonly columnAt: (name: string) => QueryColumn | null;
  readonly columns: readonly NameOption[];
  readonly onCondition: (condition: BuilderCondition) => void;
  readonly onRemove: () => void;
}): ReactElement => {
  const { columnAt, condition, onCondition } = props;
  const styles = useStyles();
  const column = columnAt(condition.column);
  const choices =
    column === null
      ? []
      : column.options.length > 0
        ? column.options.map(({ label, value }) => ({ raw: String(value), label }))
        : column.type === 'Boolean'
          ? ['true', 'false'].map((raw) => ({ raw, label: raw }))
          : [];
  // What does not fit yet stands here only.
  const [text, setText] = useState(valueText(condition.value));
  const asValue = (typed: string) => typedValue(typed, column, condition.operator);
  const give = (typed: string): void => {
    setText(typed);
    onCondition({ ...condition, value: asValue(typed) });
  };
  const operators = operatorsFor(column);
  const wrong = text !== '' && takesValue(condition.operator) && asValue(text) === null;
  return (
    <div>
      <div className={styles.row}>
        <NamePicker
          label={TEXTS.column}
          options={props.columns}
          chosen={condition.column === '' ? [] : [condition.column]}
          placeholder={TEXTS.column}
          onPick={(name) => {
            const next = columnAt(name);
            const operator = operatorsFor(next).includes(condition.operator) ? condition.operator : 'eq';
            onCondition({
              ...condition,
              column: name,
              operator,
              value: takesValue(operator) ? typedValue(text, next, operator) : null,
            });
          }}
        />
        <Dropdown
          className={styles.cell}
          aria-label={TEXTS.operator}
          value={TEXTS.operators[condition.operator]}
          selectedOptions={[condition.operator]}
          onOptionSelect={(_event, data) => {
            const operator = BUILDER_OPERATORS.find((one) => one === data.optionValue) ?? 'eq';
            onCondition({
              ...condition,
              operator,
              value: takesValue(operator) ? typedValue(text, column, operator) : null,
            });
          }}
        >
          {BUILDER_OPERATORS.filter((one) => operators.includes(one) || one === condition.operator).map(
            (one) => (
              <Option key={one} value={one}>
                {TEXTS.operators[one]}
              </Option>
            ),
          )}
        </Dropdown>
        {takesValue(condition.operator) ? (
          <Combobox
            expandIcon={WIDE_ENOUGH}
            className={styles.cell}
            input={{ className: styles.input }}
            freeform
            aria-label={TEXTS.value}
            placeholder={TEXTS.valueHint}
            value={choices.find(({ raw }) => raw === text)?.label ?? text}
            selectedOptions={[text]}
            {...(choices.length === 0 ? { expandIcon: null } : {})}
            onChange={(event) => give(event.target.value)}
            onOptionSelect={(_event, data) => give(data.optionValue ?? '')}
          >
            {choices.map(({ label, raw }) => (
              <Option key={raw} value={raw} text={label}>
                {label}
              </Option>
            ))}
          </Combobox>
        ) : (
          <span />
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<CloseIcon />}
          aria-label={TEXTS.removeCondition}
          title={TEXTS.removeCondition}
          onClick={props.onRemove}
        />
      </div>
      {wrong ? <div className={styles.wrong}>{TEXTS.doesNotFit}</div> : null}
    </div>
  );
};
