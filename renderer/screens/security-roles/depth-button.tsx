import type { ReactElement } from 'react';
import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { DEPTH_LABELS, ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { DepthGlyph, makeStyles, mergeClasses, tokens } from '../../ui/index.ts';
import { nextDepth } from './role-draft.ts';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalXXS,
    minWidth: '34px',
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  changed: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  word: { fontSize: tokens.fontSizeBase200 },
});

/** How far a privilege is granted, as a circle to click: each click is the next reach that it can have. */
export const DepthButton = (props: {
  readonly privilege: Pick<CataloguePrivilege, 'depths'>;
  readonly what: string;
  /** In which column of a matrix it stands, so that arrow keys find the one below. */
  readonly column: string;
  readonly before: Depth;
  readonly now: Depth;
  /** Beside the circle, where there is room. */
  readonly word?: boolean;
  readonly onChange: (depth: Depth) => void;
}): ReactElement => {
  const { before, now, what } = props;
  const styles = useStyles();
  const changed = before !== now;
  const was = changed ? `, ${TEXTS.cellWas(DEPTH_LABELS[before])}` : '';
  return (
    <button
      type="button"
      tabIndex={-1}
      data-circle={props.column}
      className={mergeClasses(styles.button, changed && styles.changed)}
      aria-label={`${what}: ${DEPTH_LABELS[now]}${was}`}
      title={`${what}: ${DEPTH_LABELS[now]}${was}. ${TEXTS.nextReach}`}
      onClick={() => props.onChange(nextDepth(props.privilege, now))}
    >
      <DepthGlyph depth={now} />
      {props.word === true ? <span className={styles.word}>{DEPTH_LABELS[now]}</span> : null}
    </button>
  );
};
