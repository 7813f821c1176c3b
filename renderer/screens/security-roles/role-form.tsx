import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { EnvironmentMenu, Field, Input, makeStyles, mergeClasses, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 220px)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What stands above the privileges: name, description, and where. */
export type RoleWords = {
  readonly name: string;
  readonly description: string;
  readonly environments: ReadonlySet<EnvironmentId>;
};

/** Why the words cannot be used as they are; null when they can. */
export const problemOfName = (name: string, taken: boolean): string | null => {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > 100) return TEXTS.nameNeeded;
  return taken ? TEXTS.nameTaken : null;
};

/** Name, description and environments of a role that is made or changed. */
export const RoleForm = (props: {
  readonly words: RoleWords;
  readonly onWords: (words: RoleWords) => void;
  readonly all: readonly Environment[];
  /** Told once the person has touched the name. */
  readonly problem: string | null;
  readonly descriptionHint: string;
  readonly environmentsHint?: string;
  /** One below the other. */
  readonly narrow?: boolean;
}): ReactElement => {
  const styles = useStyles();
  const { onWords, words } = props;
  return (
    <div className={mergeClasses(styles.grid, props.narrow === true && styles.narrow)}>
      <Field
        label={TEXTS.name}
        required
        {...(props.problem === null
          ? {}
          : { validationState: 'error' as const, validationMessage: props.problem })}
      >
        <Input
          className={styles.input}
          value={words.name}
          maxLength={100}
          onChange={(_event, { value }) => onWords({ ...words, name: value })}
        />
      </Field>
      <Field label={TEXTS.description} hint={props.descriptionHint}>
        <Input
          className={styles.input}
          value={words.description}
          maxLength={2000}
          onChange={(_event, { value }) => onWords({ ...words, description: value })}
        />
      </Field>
      <Field
        label={TEXTS.environments}
        {...(props.environmentsHint === undefined ? {} : { hint: props.environmentsHint })}
      >
        <EnvironmentMenu
          label={TEXTS.environments}
          environments={props.all}
          chosen={words.environments}
          onChosen={(environments) => onWords({ ...words, environments })}
        />
      </Field>
    </div>
  );
};
