import type { EventOf } from '../../../preload/contract/index.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useKept, useStream } from '../../bridge/index.ts';

/** A text that is not kept yet. */
export type BaselineDraft = { readonly text: string; readonly name: string };

type Answer = EventOf<'baseline.write'>;
const NONE: readonly Answer[] = [];

/** The text that is being worked on: opened, typed, or written from what is there. It outlives the page. */
export type Writing = {
  readonly draft: BaselineDraft | null;
  readonly setDraft: (draft: BaselineDraft | null) => void;
  readonly writing: Stream<'baseline.write', readonly Answer[]>;
  /** Writes a draft from environments, all for none. */
  readonly write: (ids: readonly EnvironmentId[]) => void;
};

/** Keeps it per workspace. */
export const useWriting = (workspaceId: WorkspaceId, environments: number): Writing => {
  const [draft, change] = useKept<BaselineDraft | null>([workspaceId, 'baseline', 'draft'], null);
  const writing = useStream('baseline.write', {
    scope: workspaceId,
    title: TEXTS.writeTitle,
    initial: NONE,
    reduce: (all, answer) => [...all, answer],
    count: (all) => ({ done: all.length, total: environments }),
  });
  const setDraft = (next: BaselineDraft | null) => change(() => next);
  return {
    draft,
    setDraft,
    writing,
    write: (ids) => {
      void writing.start({ workspaceId, environmentIds: [...ids] }).then((result) => {
        if (result.ok && result.value.environments > 0)
          setDraft({ text: result.value.text, name: TEXTS.writtenName });
      });
    },
  };
};
