/** Queries that a workspace keeps, and characters of a file of queries. */
export const MOST_SAVED = 500;
export const LONGEST_QUERY_FILE = 900_000;

/** What can be wrong with a file of queries. */
export const QUERY_FILE_PROBLEMS = [
  'not-json',
  'not-queries',
  'newer',
  'missing',
  'unknown-field',
  'not-valid',
  'same-name',
  'too-many',
] as const;
export type QueryFileProblem = (typeof QUERY_FILE_PROBLEMS)[number];

/** One fault of a file; the query by its place in the list, from 1. */
export type QueryFileFault = {
  readonly problem: QueryFileProblem;
  readonly query: number | null;
  /** The field that it is about, or the version. */
  readonly field: string;
};

/** The name, or with a number behind it the first that nobody has. */
export const freeName = (name: string, taken: Iterable<string>): string => {
  const names = new Set([...taken].map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` (${number})`;
    const candidate = name.slice(0, 120 - end.length).trimEnd() + end;
    if (!names.has(candidate.toLowerCase())) return candidate;
  }
};
