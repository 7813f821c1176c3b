import { Dropdown, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import { ProductionBadge } from './environment-picker.tsx';
import { TextWithMark } from './text-with-mark.tsx';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  dropdown: { minWidth: '220px', maxWidth: '320px' },
  list: { maxHeight: '420px' },
});

const toOption = (environment: Environment): ReactElement => (
  <Option key={environment.id} value={environment.id} text={environment.name}>
    <TextWithMark text={environment.name} mark={environment.production ? <ProductionBadge /> : null} />
  </Option>
);

/** Chooses one environment; production ones are marked and stand together. */
export const EnvironmentSelect = (props: {
  readonly label: string;
  readonly placeholder: string;
  readonly environments: readonly Environment[];
  readonly chosen: Environment | undefined;
  readonly onChosen: (id: EnvironmentId) => void;
  /** Where none may be chosen again. */
  readonly onCleared?: () => void;
}): ReactElement => {
  const styles = useStyles();
  const sorted = props.environments.toSorted((a, b) => a.name.localeCompare(b.name));
  const production = sorted.filter((environment) => environment.production);
  const others = sorted.filter((environment) => !environment.production);
  return (
    <Dropdown
      className={styles.dropdown}
      listbox={{ className: styles.list }}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.chosen?.name ?? ''}
      selectedOptions={props.chosen === undefined ? [] : [props.chosen.id]}
      clearable={props.onCleared !== undefined}
      disabled={sorted.length === 0}
      onOptionSelect={(_event, data) => {
        const found = props.environments.find(({ id }) => id === data.optionValue);
        if (found !== undefined) props.onChosen(found.id);
        else props.onCleared?.();
      }}
    >
      {others.map(toOption)}
      {production.length === 0 ? null : (
        <OptionGroup label={UI_TEXTS.production}>{production.map(toOption)}</OptionGroup>
      )}
    </Dropdown>
  );
};
