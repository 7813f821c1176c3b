/** What is read page after page. */
export type Paging<Start, Page> = {
  readonly from: Start;
  readonly read: (start: Start, signal: AbortSignal) => Promise<Page>;
  /** Where the page after one begins; null after the last, or when there is nothing to follow. */
  readonly next: (page: Page, start: Start) => Start | null;
  /** So many pages are read for certain, if there are so many. */
  readonly wanted: number;
  readonly signal: AbortSignal;
};

/**
 * Reads page after page; one that is wanted for certain is asked for before the one before it is handed out, so that the service is at work
 * while whoever reads is. What was asked for and is not read any more is given up.
 */
export async function* readAhead<Start, Page>({
  from,
  next,
  read,
  signal,
  wanted,
}: Paging<Start, Page>): AsyncGenerator<{ readonly start: Start; readonly page: Page }> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let start = from;
  let asked = read(start, either);
  try {
    for (let left = wanted - 1; ; left -= 1) {
      const page = await asked;
      const follows = next(page, start);
      const early = follows !== null && left > 0 ? read(follows, either) : null;
      yield { start, page };
      if (follows === null) return;
      start = follows;
      asked = early ?? read(start, either);
    }
  } finally {
    stop.abort();
  }
}
