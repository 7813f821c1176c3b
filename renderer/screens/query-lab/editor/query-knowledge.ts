import type { CodeKnowledge, CodeMark } from '../../../ui/index.ts';
import { checkFetchXml } from '../../../../preload/contract/words/queries/fetchxml/check-fetch.ts';
import { checkFetchTables } from '../../../../preload/contract/words/queries/fetchxml/check-tables.ts';
import type { QueryLanguage } from '../../../../preload/contract/words/queries/format-query.ts';
import { checkOData } from '../../../../preload/contract/words/queries/odata/check-odata.ts';
import type { QueryFault } from '../../../../preload/contract/words/queries/query-fault.ts';
import type { QuerySchema } from '../../../../preload/contract/words/queries/tables.ts';
import { queryFaultText } from '../../../../preload/contract/words/texts/query-faults.ts';
import { completeFetch } from './complete-fetch.ts';
import { completeOData } from './complete-odata.ts';
import { hintAt } from './hint-at.ts';

/** Everything that is wrong with a query, by its own rules and by the tables that are known. */
export const faultsOf = (
  language: QueryLanguage,
  text: string,
  schema: QuerySchema,
): readonly QueryFault[] => {
  if (text.trim() === '') return [];
  if (language === 'odata') return checkOData(text, schema).faults;
  const { faults, root } = checkFetchXml(text);
  return root === null ? faults : [...faults, ...checkFetchTables(root, schema)];
};

const toMark =
  (text: string) =>
  (fault: QueryFault): CodeMark => {
    const from = Math.min(fault.from, text.length);
    return {
      from,
      to: Math.min(text.length, Math.max(fault.to, from)),
      severity: fault.severity,
      message: queryFaultText(fault),
    };
  };

/** What the editor asks about a text. */
export const queryKnowledge = (language: QueryLanguage, schema: QuerySchema): CodeKnowledge => ({
  marks: (text) => faultsOf(language, text, schema).map(toMark(text)),
  complete: (text, at) =>
    language === 'odata' ? completeOData(text, at, schema) : completeFetch(text, at, schema),
  hint: (text, at) => hintAt(text, at, schema),
});
