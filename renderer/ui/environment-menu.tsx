import {
  FieldContextProvider,
  makeStyles,
  MenuButton,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import { EnvironmentPicker } from './environment-picker.tsx';
import { EnvironmentsIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  surface: { padding: 0, width: '600px', maxWidth: '90vw', border: 'none' },
  button: { whiteSpace: 'nowrap', fontWeight: 'normal' },
});

/** A button that says how many environments are chosen and opens the picker for them. */
export const EnvironmentMenu = (props: {
  readonly label: string;
  readonly environments: readonly Environment[];
  readonly chosen: ReadonlySet<EnvironmentId>;
  readonly onChosen: (chosen: ReadonlySet<EnvironmentId>) => void;
  /** True where choosing none means all, as in a filter. */
  readonly noneIsAll?: boolean;
  readonly disabled?: boolean;
}): ReactElement => {
  const styles = useStyles();
  const all = props.environments.length;
  const [first] = props.chosen;
  const only = props.chosen.size === 1 ? props.environments.find(({ id }) => id === first)?.name : undefined;
  const text =
    (props.noneIsAll === true && props.chosen.size === 0) || (props.chosen.size === all && all > 1)
      ? UI_TEXTS.allEnvironments(all)
      : (only ?? UI_TEXTS.environmentsChosen(props.chosen.size, all));
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          icon={<EnvironmentsIcon />}
          aria-label={`${props.label}: ${text}`}
          disabled={props.disabled ?? false}
        >
          {text}
        </MenuButton>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={UI_TEXTS.chooseEnvironments}>
        {/* A field around the button would give its id and label to every control of the picker. */}
        <FieldContextProvider value={undefined}>
          <EnvironmentPicker
            label={props.label}
            environments={props.environments}
            chosen={props.chosen}
            onChosen={props.onChosen}
          />
        </FieldContextProvider>
      </PopoverSurface>
    </Popover>
  );
};
