import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../../bridge/index.ts';
import { consentKey } from './consent-columns.tsx';

type Checks = { readonly of: number; readonly found: ReadonlyMap<string, ConsentRow> };

const NO_CHECKS: Checks = { of: 0, found: new Map() };

/** Checks of many rows at once: what they found, how far they are, the way to end them. */
export type ConsentChecks = {
  readonly found: ReadonlyMap<string, ConsentRow>;
  readonly of: number;
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly start: (rows: readonly ConsentRow[]) => void;
  readonly cancel: () => void;
};

/** Checks rows by token; `changed` is called at the end. */
export const useConsentChecks = (workspaceId: WorkspaceId, changed: () => void): ConsentChecks => {
  const { cancel, data, running, start, state } = useStream('consent.check', {
    scope: `${workspaceId} all`,
    title: (input) => CONSENT_TEXTS.page.checking(input.items.length),
    initial: NO_CHECKS,
    begin: (_previous, input) => ({ of: input.items.length, found: new Map() }),
    reduce: (now, row) => ({ ...now, found: new Map(now.found).set(consentKey(row), row) }),
    count: ({ found, of }) => ({ done: found.size, total: of }),
  });
  return {
    found: data.found,
    of: data.of,
    running,
    cancelled: state === 'cancelled',
    cancel,
    start: (rows) => {
      const items = rows.map((row) => ({
        appProfileId: row.appProfileId,
        clientWorkspaceId: row.workspaceId,
      }));
      if (items.length > 0) void start({ workspaceId, items }).then(changed);
    },
  };
};
