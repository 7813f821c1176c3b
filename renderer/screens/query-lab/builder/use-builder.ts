import { useState } from 'react';
import { NEW_BUILDER_QUERY } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import type { BuilderQuery } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import { readBuilder } from '../../../../preload/contract/words/queries/builder/read-builder.ts';
import type { ReadBuilder } from '../../../../preload/contract/words/queries/builder/read-builder.ts';
import { writeBuilder } from '../../../../preload/contract/words/queries/builder/write-builder.ts';
import type { QuerySchema } from '../../../../preload/contract/words/queries/tables.ts';

type Kept = { readonly text: string; readonly read: ReadBuilder; readonly version: number };

/** The query in the builder: what the text says, and beside it rows that say nothing yet. */
export const useBuilder = (text: string, schema: QuerySchema, onText: (text: string) => void) => {
  const [kept, setKept] = useState<Kept>(() => ({ text, read: readBuilder(text, schema), version: 0 }));
  // What was typed in the editor takes the place of what was here; one's own text does not.
  if (kept.text !== text) setKept({ text, read: readBuilder(text, schema), version: kept.version + 1 });
  return {
    read: kept.read,
    version: kept.version,
    /** `rows`: rows came or went, so that none is taken for another. */
    change: (query: BuilderQuery, rows = false): void => {
      const next = writeBuilder(query);
      setKept({ text: next, read: { ok: true, query }, version: kept.version + (rows ? 1 : 0) });
      if (next !== text) onText(next);
    },
    beginAnew: (): void => {
      setKept({ text: '', read: { ok: true, query: NEW_BUILDER_QUERY }, version: kept.version + 1 });
      onText('');
    },
  };
};
