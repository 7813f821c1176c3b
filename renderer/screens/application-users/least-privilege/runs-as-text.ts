import type { HistoryEntry } from '../../../../preload/contract/query-history.ts';
import type { AppProfileId, EnvironmentId } from '../../../../preload/contract/words/ids.ts';

/** What an app ran in one environment, as the text that its needs are worked out from. */
export type RunsAsText = {
  readonly text: string;
  /** Runs that are in the text. */
  readonly runs: number;
  /** Runs that had no room in it: the oldest. */
  readonly left: number;
  /** When the oldest of those in the text was run; null without any. */
  readonly since: string | null;
};

/** The query, and for each refusal the words of the service that name the privilege; nothing for a function, which reads no table. */
const linesOf = ({ denied, query, table }: HistoryEntry, environmentId: EnvironmentId): readonly string[] => [
  ...(table === null ? [] : [query.language === 'odata' ? `GET ${query.text.trim()}` : query.text.trim()]),
  ...denied.flatMap((refusal) =>
    refusal.environmentId === environmentId && refusal.privilege !== null
      ? [`Principal user is missing ${refusal.privilege} privilege`]
      : [],
  ),
];

/**
 * The queries and refusals of an app's runs in an environment, newest first, each once, as long as they fit into `longest`
 * characters. Pure.
 */
export const runsAsText = (
  entries: readonly HistoryEntry[],
  appProfileId: AppProfileId,
  environmentId: EnvironmentId,
  longest: number,
): RunsAsText => {
  const ran = entries.filter(
    (entry) => entry.appProfileId === appProfileId && entry.environmentIds.includes(environmentId),
  );
  const lines = new Set<string>();
  let length = 0;
  let runs = 0;
  for (const entry of ran) {
    const more = linesOf(entry, environmentId).filter((line) => !lines.has(line));
    const longer = more.reduce((sum, line) => sum + line.length + 1, length);
    if (longer > longest) break;
    for (const line of more) lines.add(line);
    length = longer;
    runs += 1;
  }
  return {
    text: [...lines].join('\n'),
    runs,
    left: ran.length - runs,
    since: ran[runs - 1]?.at ?? null,
  };
};
