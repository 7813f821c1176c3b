import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MouseEvent, ReactElement } from 'react';
import { useContext, useState } from 'react';
import { highlight } from './highlight.ts';
import { CheckIcon, CopyIcon } from './icons.ts';
import { useUiPorts } from './ports.tsx';
import { shorten } from './shorten.ts';
import { InGridContext } from './table/in-grid-context.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '& svg': { opacity: 0, flexShrink: 0 },
    '&:hover': { backgroundColor: highlight.hover },
    '&:hover svg, &:focus-visible svg': { opacity: 1 },
    '&:focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  done: { '& svg': { opacity: 1, color: tokens.colorPaletteGreenForeground1 } },
  wrap: { '& span': { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'left' } },
});

/**
 * An id, monospace and shortened in the middle; click copies the whole. `full` shows all of it (details panels).
 * `what` names it for screen readers, e.g. "client id".
 */
export const Identifier = (props: {
  readonly value: string;
  readonly what: string;
  readonly full?: boolean;
}): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  const inGrid = useContext(InGridContext);
  const [copied, setCopied] = useState(false);
  const copy = (event: MouseEvent) => {
    event.stopPropagation();
    void ports.copyText(props.value).then(setCopied);
  };
  const shown = props.full === true ? props.value : shorten(props.value);
  return (
    <button
      type="button"
      // In a grid the grid itself is the one tab stop; Ctrl+C and the details panel reach the value.
      tabIndex={inGrid ? -1 : 0}
      className={mergeClasses(styles.button, copied && styles.done, props.full === true && styles.wrap)}
      title={props.value}
      // What is seen comes first, so that it can be spoken to; the whole value is the title.
      aria-label={`${shown}. ${UI_TEXTS.copyValue(props.what)}`}
      onClick={copy}
      onMouseLeave={() => setCopied(false)}
      onBlur={() => setCopied(false)}
    >
      <span className={styles.text}>{shown}</span>
      {copied ? <CheckIcon /> : <CopyIcon />}
    </button>
  );
};
