import { tokens } from './fluent.ts';
import { highlight } from './highlight.ts';

/** A row of a list that is one button. The columns and the height are the list's own: `{ ...rowButton, gridTemplateColumns }`. */
export const rowButton = {
  display: 'grid',
  alignItems: 'center',
  width: '100%',
  border: 'none',
  backgroundColor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  ':hover': { backgroundColor: highlight.hover },
  ':focus-visible': {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
} as const;

/** The same as a line of a card: 36 px, its edges in line with the card's text. */
export const cardRowButton = {
  ...rowButton,
  gap: tokens.spacingHorizontalM,
  minHeight: '36px',
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
} as const;

/** The list of such lines. */
export const cardRows = {
  margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
  padding: 0,
  listStyleType: 'none',
} as const;
