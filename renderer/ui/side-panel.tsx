import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  Tooltip,
  typographyStyles,
} from '@fluentui/react-components';
import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { CloseIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';
import type { PanelTabsProps } from './panel-tabs.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import { usePanelFocus } from './use-panel-focus.ts';

const MIN_WIDTH = 280;
const MAX_WIDTH = 900;
const START_WIDTH = 448;
const KEY_STEP = 24;

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    maxWidth: '60%',
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  grip: {
    position: 'absolute',
    left: '-3px',
    top: 0,
    bottom: 0,
    width: '6px',
    cursor: 'col-resize',
    touchAction: 'none',
    zIndex: 2,
    '&:hover': { backgroundColor: tokens.colorBrandStroke1 },
    '&:focus-visible': { backgroundColor: tokens.colorStrokeFocus2, outline: 'none' },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  titles: { flexGrow: 1, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  belowTabs: { paddingTop: tokens.spacingVerticalL },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const clamp = (width: number): number => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width));

/** Details beside the content; can be widened by drag or keyboard and closed with Escape. */
export const SidePanel = (props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** Buttons that stay visible at the bottom. */
  readonly actions?: ReactNode;
  readonly startWidth?: number;
  /** Parts of the details, one of which is shown as `children`. */
  readonly tabs?: Omit<PanelTabsProps, 'panelId'>;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const titleId = useId();
  const bodyId = useId();
  // Null until somebody widens it: until then a part that needs more room gets it.
  const [chosen, setWidth] = useState<number | null>(null);
  const width = chosen ?? props.startWidth ?? START_WIDTH;
  const [drag, setDrag] = useState<{ readonly x: number; readonly width: number } | null>(null);

  const onGripKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? KEY_STEP : event.key === 'ArrowRight' ? -KEY_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    setWidth(clamp(width + step));
  };
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, width });
  };
  const onMove = (event: PointerEvent) => {
    if (drag !== null) setWidth(clamp(drag.width + drag.x - event.clientX));
  };
  const panel = useRef<HTMLElement>(null);
  usePanelFocus(panel, props.onClose);
  return (
    <aside ref={panel} className={styles.panel} style={{ width }} aria-labelledby={titleId} tabIndex={-1}>
      <div
        className={styles.grip}
        role="separator"
        aria-orientation="vertical"
        aria-label={UI_TEXTS.widen}
        aria-valuenow={width}
        aria-valuemin={MIN_WIDTH}
        aria-valuemax={MAX_WIDTH}
        tabIndex={0}
        onKeyDown={onGripKey}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={() => setDrag(null)}
        onPointerCancel={() => setDrag(null)}
      />
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId} className={styles.title}>
            {props.title}
          </h2>
          {props.subtitle === undefined ? null : <div className={styles.subtitle}>{props.subtitle}</div>}
        </div>
        <Tooltip content={UI_TEXTS.close} relationship="label">
          <Button appearance="subtle" size="small" icon={<CloseIcon />} onClick={props.onClose} />
        </Tooltip>
      </div>
      {props.tabs === undefined ? null : <PanelTabs {...props.tabs} panelId={bodyId} />}
      {/* A region that may scroll must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        id={bodyId}
        className={mergeClasses(styles.body, props.tabs !== undefined && styles.belowTabs)}
        tabIndex={0}
        role={props.tabs === undefined ? 'group' : 'tabpanel'}
        aria-labelledby={props.tabs === undefined ? titleId : `${bodyId}-${props.tabs.selected}`}
      >
        {props.children}
      </div>
      {props.actions === undefined ? null : <div className={styles.foot}>{props.actions}</div>}
    </aside>
  );
};
