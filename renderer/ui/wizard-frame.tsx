import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  frame: { display: 'flex', gap: tokens.spacingHorizontalXXL, flexGrow: 1, minHeight: 0, minWidth: 0 },
  side: {
    width: '200px',
    flexShrink: 0,
    overflowY: 'auto',
    '@media (max-width: 1100px)': { width: '168px' },
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: { paddingBottom: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    // Room for focus rings, which a scroller would cut.
    padding: '2px',
    // A table at the end keeps a usable height; the whole step scrolls instead.
    '& > div:last-child': { minHeight: 'min(240px, 100%)' },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/**
 * One step of a one-page wizard: the steps down the side, the step's content, its buttons below. The step's title gets
 * the focus when the step changes, so that the keyboard and a screen reader follow; Ctrl/Cmd+Enter goes on.
 */
export const WizardFrame = (props: {
  readonly stepper: ReactNode;
  /** A new value means another step. */
  readonly step: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  readonly onNext?: (() => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) title.current?.focus();
    first.current = false;
  }, [props.step]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || props.onNext === undefined) return;
    event.preventDefault();
    // Caught on the way down, so that the table below does not take it for its own Enter.
    event.stopPropagation();
    props.onNext();
  };
  return (
    <div className={styles.frame}>
      <div className={styles.side}>{props.stepper}</div>
      {/* Ctrl+Enter is a shortcut for the next button, which is there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section className={styles.main} aria-labelledby={titleId} onKeyDownCapture={onKeyDown}>
        <div className={styles.head}>
          <h2 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
            {props.title}
          </h2>
          <p className={styles.text}>{props.text}</p>
        </div>
        <div className={styles.body}>{props.children}</div>
        <div className={styles.foot}>{props.footer}</div>
      </section>
    </div>
  );
};
