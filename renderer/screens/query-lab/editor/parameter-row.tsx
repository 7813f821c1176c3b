import type { ReactElement } from 'react';
import { PARAMETER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { makeStyles, tokens } from '../../../ui/index.ts';
import type { AskedParameter } from '../asked-query.ts';
import type { DraftValue } from '../query-draft.ts';
import { ParameterField } from './parameter-field.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    maxHeight: '124px',
    overflowY: 'auto',
  },
});

/** What the query asks for before it can run. */
export const ParameterRow = (props: {
  readonly parameters: readonly AskedParameter[];
  readonly onValue: (name: string, value: DraftValue) => void;
}): ReactElement | null => {
  const styles = useStyles();
  if (props.parameters.length === 0) return null;
  return (
    <div role="group" aria-label={TEXTS.label} className={styles.row}>
      {props.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          onValue={(value) => props.onValue(parameter.name, value)}
        />
      ))}
    </div>
  );
};
