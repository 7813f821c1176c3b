import type { ReactElement } from 'react';
import type { EnvironmentType } from '../../../preload/contract/words/status.ts';
import { ENVIRONMENT_TYPES, PRODUCTION_TYPES } from '../../../preload/contract/words/status.ts';
import { ENVIRONMENT_TYPE_LABELS, WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Checkbox, Field, Inline, makeStyles, tokens } from '../../ui/index.ts';

const TEXTS = WORKSPACES_TEXTS.edit;

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

const sameTypes = (a: readonly EnvironmentType[], b: readonly EnvironmentType[]): boolean =>
  a.length === b.length && a.every((type) => b.includes(type));

/** Chooses the types of environments in which a change asks for the name to be typed. */
export const ProductionField = (props: {
  readonly value: readonly EnvironmentType[];
  readonly onChange: (types: EnvironmentType[]) => void;
}): ReactElement => {
  const styles = useStyles();
  const toggle = (type: EnvironmentType, on: boolean) =>
    props.onChange(ENVIRONMENT_TYPES.filter((each) => (each === type ? on : props.value.includes(each))));
  return (
    <Field label={TEXTS.production} hint={TEXTS.productionHint}>
      <div>
        <div className={styles.group} role="group" aria-label={TEXTS.production}>
          {ENVIRONMENT_TYPES.map((type) => (
            <Checkbox
              key={type}
              label={ENVIRONMENT_TYPE_LABELS[type]}
              checked={props.value.includes(type)}
              onChange={(_event, data) => toggle(type, data.checked === true)}
            />
          ))}
        </div>
        {sameTypes(props.value, PRODUCTION_TYPES) ? null : (
          <Inline>
            <Button size="small" appearance="subtle" onClick={() => props.onChange([...PRODUCTION_TYPES])}>
              {TEXTS.productionReset}
            </Button>
          </Inline>
        )}
      </div>
    </Field>
  );
};
