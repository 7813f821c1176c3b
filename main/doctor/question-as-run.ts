import type { DoctorQuestion } from '../../preload/contract/doctor.ts';
import type { Query } from '../../preload/contract/query.ts';
import type { HistoryEntry } from '../../preload/contract/query-history.ts';
import type { ChainOutcome } from '../../preload/contract/words/doctor.ts';
import { parseRunId } from '../../preload/contract/words/ids.ts';
import { refusalIn } from '../query/history-entry.ts';
import { parseQueryRequest } from '../query/query-request.ts';
import { tableOfRequest } from '../query/hidden-columns.ts';
import { newId } from '../settings/new-id.ts';
import type { RecordedChain } from './pack/run-record.ts';

/** A question that reads, as Query lab would ask it; null for one that only looks whether something is allowed. */
const asQuery = (question: DoctorQuestion): Query | null => {
  switch (question.kind) {
    case 'query':
      return { language: 'odata', text: question.odata };
    case 'fetch':
      return { language: 'fetchxml', text: question.xml };
    case 'table': {
      if (question.verb !== 'Read') return null;
      const { by, name } = question.table;
      return by === 'entity-set'
        ? { language: 'odata', text: `${name}?$top=1` }
        : { language: 'fetchxml', text: `<fetch top="1"><entity name="${name}"/></fetch>` };
    }
  }
};

const rowsThatCame = ({ links }: RecordedChain): number => {
  const rows = links.get('query')?.evidence.find(({ label }) => label === 'rows');
  return rows === undefined ? 0 : Number(rows.value);
};

/**
 * The runs of queries that a look of the doctor was, one for each app that was asked: what an app is asked to do here is what it is used
 * for, as in Query lab. Pure but for the runs' ids.
 */
export const questionAsRuns = (
  chains: readonly RecordedChain[],
  { at, milliseconds }: { readonly at: string; readonly milliseconds: number },
): readonly HistoryEntry[] =>
  [...Map.groupBy(chains, ({ profile }) => profile.id).values()].flatMap((ofApp): HistoryEntry[] => {
    const [first] = ofApp;
    const query = first === undefined || first.question === null ? null : asQuery(first.question);
    const request = query === null ? null : parseQueryRequest(query);
    if (first === undefined || query === null || request === null || !request.ok) return [];
    const count = (outcome: ChainOutcome): number =>
      ofApp.filter(({ end }) => end?.outcome === outcome).length;
    return [
      {
        runId: newId(parseRunId),
        at,
        milliseconds,
        appProfileId: first.profile.id,
        appName: first.profile.name,
        askedBy: 'doctor',
        query,
        table: tableOfRequest(request.value),
        environmentIds: ofApp.map(({ environment }) => environment.id),
        rowsPerEnvironment: 1,
        rows: ofApp.reduce((sum, chain) => sum + rowsThatCame(chain), 0),
        counts: {
          environments: ofApp.length,
          succeeded: count('ok'),
          failed: count('failed') + count('unknown'),
          cancelled: count('cancelled'),
        },
        denied: ofApp.flatMap(({ environment, links, end }) => {
          const root = end?.root == null ? undefined : links.get(end.root)?.verdict;
          return root?.state === 'failed' ? refusalIn(environment.id, root.error) : [];
        }),
      },
    ];
  });
