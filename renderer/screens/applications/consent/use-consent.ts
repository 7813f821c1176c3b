import { useCallback } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import type { EventOf } from '../../../../preload/contract/index.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import type { ConsentForm } from '../../../../preload/contract/words/consent.ts';
import { CONSENT_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useKept, useStream } from '../../../bridge/index.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';

/** How consent is asked for. */
export type ConsentAsk = {
  readonly form: ConsentForm;
  readonly authority: 'tenant' | 'organizations';
  /** `here`: the answer is waited for on this computer; otherwise the address that it goes to, or null for none. */
  readonly answer: { readonly here: true } | { readonly here: false; readonly redirectUri: string | null };
};

type Waiting = { readonly url: string | null; readonly until: string | null; readonly attempt: number };

const NOT_WAITING: Waiting = { url: null, until: null, attempt: 0 };

const takeEvent = (now: Waiting, event: EventOf<'consent.listen'>): Waiting =>
  event.kind === 'waiting'
    ? { url: event.url, until: event.until, attempt: 0 }
    : { ...now, attempt: event.attempt };

/** Everything that a person can do about one app in one client tenant, and what became of it. */
export type Consent = {
  /** The link to send away; kept while the page lives. */
  readonly link: string | null;
  readonly dropLink: () => void;
  readonly ask: (how: ConsentAsk) => Promise<void>;
  readonly listening: Waiting & { readonly running: boolean; readonly cancelled: boolean };
  readonly stopListening: () => void;
  readonly readAnswer: (address: string) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly stopChecking: () => void;
  /** Attempt of the check that runs after a pasted answer. */
  readonly attempt: number;
  readonly busy: 'asking' | 'reading' | 'checking' | null;
  readonly error: AppError | null;
  /** The row as the last answer left it. */
  readonly outcome: ConsentRow | null;
};

/** Consent of one client tenant to one app, as seen from a workspace. `changed` is called when something new is known. */
export const useConsent = (workspaceId: WorkspaceId, row: ConsentRow, changed: () => void): Consent => {
  const target = { workspaceId, appProfileId: row.appProfileId, clientWorkspaceId: row.workspaceId };
  const scope = `${workspaceId} ${row.appProfileId} ${row.workspaceId}`;
  const [link, keepLink] = useKept<string | null>([workspaceId, 'consent-link', scope], null);
  const invalidates = ['consent.list', 'appProfiles.list'] as const;
  const asking = useAction('consent.ask', { invalidates });
  const listen = useStream('consent.listen', {
    scope,
    title: TEXTS.link.listenTitle(row.appName),
    initial: NOT_WAITING,
    reduce: takeEvent,
  });
  const reading = useStream('consent.answer', {
    scope,
    title: TEXTS.checkTitle,
    initial: 0,
    reduce: (_now, event) => event.attempt,
  });
  const checking = useStream('consent.check', {
    scope,
    title: TEXTS.checkTitle,
    initial: null as ConsentRow | null,
    reduce: (_now, event) => event,
    count: (found) => ({ done: found === null ? 0 : 1, total: 1 }),
  });
  const dropLink = useCallback(() => keepLink(() => null), [keepLink]);

  return {
    link,
    dropLink,
    ask: async ({ answer, authority, form }) => {
      if (answer.here) {
        dropLink();
        await listen.start({ ...target, form, authority });
      } else {
        const made = await asking.run({ ...target, form, authority, redirectUri: answer.redirectUri });
        if (made.ok) keepLink(() => made.value.url);
      }
      changed();
    },
    listening: {
      ...listen.data,
      running: listen.running,
      cancelled: listen.state === 'cancelled',
    },
    stopListening: listen.cancel,
    readAnswer: async (address) => {
      const read = await reading.start({ ...target, address });
      if (read.ok) dropLink();
      changed();
    },
    check: async () => {
      await checking.start({
        workspaceId,
        items: [{ appProfileId: row.appProfileId, clientWorkspaceId: row.workspaceId }],
      });
      changed();
    },
    stopChecking: () => {
      checking.cancel();
      reading.cancel();
    },
    attempt: reading.data,
    busy: asking.busy ? 'asking' : reading.running ? 'reading' : checking.running ? 'checking' : null,
    error: asking.error ?? reading.error ?? listen.error ?? checking.error,
    outcome: reading.output ?? listen.output,
  };
};
