/** Height of a row, in pixels. */
export const ROW_HEIGHT = 36;
/** Chromium clamps a scroller at about 33.5 million pixels; beyond this we scale. */
export const MAX_SCROLL_HEIGHT = 30_000_000;

/** How a long list is laid into a scroller that cannot be long enough. */
export type ScrollScale = {
  /** Height of the element that is scrolled. */
  readonly physicalHeight: number;
  /** Virtual pixels per physical pixel; 1 for every list that fits. */
  readonly factor: number;
};

/** The scale of `count` rows in a viewport of that height. The last row is reached exactly at the physical end. */
export const scrollScale = (count: number, viewportHeight: number): ScrollScale => {
  const virtualHeight = count * ROW_HEIGHT;
  if (virtualHeight <= MAX_SCROLL_HEIGHT) return { physicalHeight: virtualHeight, factor: 1 };
  return {
    physicalHeight: MAX_SCROLL_HEIGHT,
    factor: (virtualHeight - viewportHeight) / (MAX_SCROLL_HEIGHT - viewportHeight),
  };
};
