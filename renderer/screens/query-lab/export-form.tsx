import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { QUERY_EXPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Checkbox,
  Dropdown,
  EnvironmentMenu,
  Field,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  tokens,
} from '../../ui/index.ts';
import type { ExportChoice } from './export-choice.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  select: { minWidth: 0 },
});

const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
const VALUES = ['formatted', 'raw', 'both'] as const;

/** What of a run is exported, and how. */
export const ExportForm = (props: {
  readonly choice: ExportChoice;
  readonly onChoice: (change: Partial<ExportChoice>) => void;
  readonly environments: readonly Environment[];
  readonly columns: readonly string[];
  /** Rows that were read in the chosen environments. */
  readonly rows: number;
  /** Whether there are pages to go on with. */
  readonly more: boolean;
  readonly disabled: boolean;
}): ReactElement => {
  const styles = useStyles();
  const { choice, columns, disabled, environments, onChoice } = props;
  return (
    <div className={styles.form}>
      <Field label={TEXTS.format}>
        <RadioGroup
          disabled={disabled}
          value={choice.format}
          onChange={(_event, { value }) =>
            onChoice({ format: FORMATS.find((each) => each === value) ?? 'csv' })
          }
        >
          {FORMATS.map((format) => (
            <Radio
              key={format}
              value={format}
              label={
                <>
                  {TEXTS.formats[format]}
                  <br />
                  <span className={styles.hint}>{TEXTS.formatHints[format]}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={TEXTS.values}>
        <RadioGroup
          disabled={disabled}
          value={choice.values}
          onChange={(_event, { value }) =>
            onChoice({ values: VALUES.find((each) => each === value) ?? 'formatted' })
          }
        >
          {VALUES.map((values) => (
            <Radio key={values} value={values} label={TEXTS.valueNames[values]} />
          ))}
        </RadioGroup>
      </Field>
      {props.more ? (
        <Field label={TEXTS.rows}>
          <RadioGroup
            disabled={disabled}
            value={choice.all ? 'all' : 'read'}
            onChange={(_event, { value }) => onChoice({ all: value === 'all' })}
          >
            <Radio value="all" label={TEXTS.rowNames.all} />
            <Radio value="read" label={TEXTS.rowNames.read(props.rows)} />
          </RadioGroup>
        </Field>
      ) : null}
      {environments.length < 2 ? null : (
        <Field label={TEXTS.environments}>
          <EnvironmentMenu
            label={TEXTS.environments}
            environments={environments}
            chosen={choice.environments}
            noneIsAll
            disabled={disabled}
            onChosen={(chosen) => onChoice({ environments: chosen })}
          />
        </Field>
      )}
      <Field label={TEXTS.columns} hint={TEXTS.first}>
        <Dropdown
          className={styles.select}
          multiselect
          disabled={disabled}
          selectedOptions={[...choice.columns]}
          value={
            choice.columns.length === 0
              ? TEXTS.allColumns(columns.length)
              : TEXTS.chosenColumns(choice.columns.length, columns.length)
          }
          onOptionSelect={(_event, { selectedOptions }) => onChoice({ columns: selectedOptions })}
        >
          {columns.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {choice.format === 'csv' ? (
        <Checkbox
          disabled={disabled}
          checked={choice.byteOrderMark}
          label={TEXTS.byteOrderMark}
          onChange={(_event, { checked }) => onChoice({ byteOrderMark: checked === true })}
        />
      ) : null}
    </div>
  );
};
