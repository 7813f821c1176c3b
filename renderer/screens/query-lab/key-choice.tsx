import type { ReactElement } from 'react';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Dropdown, Field, makeStyles, Option, OptionGroup } from '../../ui/index.ts';

const TEXTS = QUERY_LAB_TEXTS.compare;

/** Columns that a key may have; the contract's bound. */
export const MOST_IN_KEY = 4;

const useStyles = makeStyles({ select: { minWidth: '180px', maxWidth: '360px' } });

const valueOf = (names: readonly string[]): string => `key ${names.join(' · ')}`;
const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Chooses what rows are matched by: an alternate key of the table, which is offered first, or one to four columns. */
export const KeyChoice = (props: {
  readonly columns: readonly string[];
  /** Those of which every column is in the rows. */
  readonly alternate: readonly (readonly string[])[];
  readonly chosen: readonly string[];
  readonly onChoose: (key: readonly string[]) => void;
}): ReactElement => {
  const { alternate, chosen, columns } = props;
  const choose = (value: string): void => {
    const key = alternate.find((names) => valueOf(names) === value);
    if (key !== undefined) return props.onChoose(key);
    const next = chosen.includes(value) ? chosen.filter((name) => name !== value) : [...chosen, value];
    // In the order of the rows, and never none.
    const ordered = columns.filter((name) => next.includes(name));
    if (ordered.length > 0 && ordered.length <= MOST_IN_KEY) props.onChoose(ordered);
  };
  return (
    <Field label={TEXTS.key}>
      <Dropdown
        className={useStyles().select}
        multiselect
        placeholder={TEXTS.chooseKey}
        value={chosen.join(' · ')}
        selectedOptions={[...chosen, ...alternate.filter((names) => same(names, chosen)).map(valueOf)]}
        onOptionSelect={(_event, { optionValue }) => choose(optionValue ?? '')}
      >
        {alternate.length === 0 ? null : (
          <OptionGroup label={TEXTS.alternateKeys}>
            {alternate.map((names) => (
              <Option key={valueOf(names)} value={valueOf(names)} text={names.join(' · ')}>
                {names.join(' · ')}
              </Option>
            ))}
          </OptionGroup>
        )}
        <OptionGroup label={TEXTS.columnsOfRows}>
          {columns.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </OptionGroup>
      </Dropdown>
    </Field>
  );
};
