import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  inline: { display: 'flex', flexDirection: 'row', alignItems: 'center', minWidth: 0 },
  wrap: { flexWrap: 'wrap' },
  between: { justifyContent: 'space-between' },
  end: { justifyContent: 'flex-end' },
  start: { alignItems: 'flex-start' },
  grow: { flexGrow: 1, minHeight: 0 },
  xs: { gap: tokens.spacingVerticalXS },
  s: { gap: tokens.spacingVerticalS },
  m: { gap: tokens.spacingVerticalM },
  l: { gap: tokens.spacingVerticalL },
  xl: { gap: tokens.spacingVerticalXXL },
  none: { gap: '0' },
});

export type Gap = 'none' | 'xs' | 's' | 'm' | 'l' | 'xl';

/** Children below each other. */
export const Stack = (props: {
  readonly children: ReactNode;
  readonly gap?: Gap;
  readonly grow?: boolean;
  readonly align?: 'start';
  readonly className?: string;
}): ReactElement => {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(
        styles.stack,
        styles[props.gap ?? 'm'],
        props.grow === true && styles.grow,
        props.align === 'start' && styles.start,
        props.className,
      )}
    >
      {props.children}
    </div>
  );
};

/** Children beside each other, centred on one line. */
export const Inline = (props: {
  readonly children: ReactNode;
  readonly gap?: Gap;
  readonly wrap?: boolean;
  readonly justify?: 'between' | 'end';
  readonly align?: 'start';
  readonly className?: string;
}): ReactElement => {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(
        styles.inline,
        styles[props.gap ?? 's'],
        props.wrap === true && styles.wrap,
        props.justify === 'between' && styles.between,
        props.justify === 'end' && styles.end,
        props.align === 'start' && styles.start,
        props.className,
      )}
    >
      {props.children}
    </div>
  );
};
