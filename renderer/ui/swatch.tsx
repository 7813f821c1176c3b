import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  swatch: {
    display: 'inline-block',
    flexShrink: 0,
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  large: { width: '20px', height: '20px', borderRadius: tokens.borderRadiusMedium },
});

/** A square of a colour token, beside the name that says the same. */
export const Swatch = (props: { readonly colour: string; readonly large?: boolean }): ReactElement => {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.swatch, props.large === true && styles.large)}
      style={{ backgroundColor: props.colour }}
    />
  );
};
