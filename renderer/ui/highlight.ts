/**
 * Backgrounds of things in a list, by what they say; the looks in theme/ give the colours. Fluent's own tokens for this
 * assume that the text changes its colour too, which status words, ids and muted text do not.
 */
export const highlight = {
  /** Under the pointer. */
  hover: 'var(--highlightHover)',
  /** What is shown or comes next: the page one is on, the row whose details are open. */
  current: 'var(--highlightCurrent)',
  /** Chosen for an action. */
  chosen: 'var(--highlightChosen)',
  /** Chosen and under the pointer. */
  chosenHover: 'var(--highlightChosenHover)',
} as const;

/** The colours behind `highlight`, as a look must give them; text of every tone has a contrast of at least 4.5 on each. */
export type HighlightColours = {
  readonly highlightHover: string;
  readonly highlightCurrent: string;
  readonly highlightChosen: string;
  readonly highlightChosenHover: string;
};
