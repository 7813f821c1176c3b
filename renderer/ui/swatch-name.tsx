import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Inline } from './stack.tsx';
import { Swatch } from './swatch.tsx';

const useStyles = makeStyles({
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A name behind its colour, for cells: where there is no room for all of it, it ends in an ellipsis and the title says the rest. */
export const SwatchName = (props: {
  readonly colour: string;
  readonly name: string;
  /** What the pointer is told; the name when left out. */
  readonly title?: string;
}): ReactElement => (
  <Inline gap="xs">
    <Swatch colour={props.colour} />
    <span className={useStyles().name} title={props.title ?? props.name}>
      {props.name}
    </span>
  </Inline>
);
