import type { ReactElement } from 'react';
import { BUILDER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, CloseIcon, makeStyles, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    maxHeight: '92px',
    overflowY: 'auto',
  },
  name: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

/** Names that were chosen, each of which can be taken away again. */
export const ChosenNames = (props: {
  readonly names: readonly string[];
  readonly onRemove: (name: string) => void;
}): ReactElement | null => {
  const styles = useStyles();
  if (props.names.length === 0) return null;
  return (
    <div className={styles.list}>
      {props.names.map((name) => (
        <Button
          key={name}
          className={styles.name}
          size="small"
          icon={<CloseIcon />}
          iconPosition="after"
          aria-label={TEXTS.remove(name)}
          onClick={() => props.onRemove(name)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
};
