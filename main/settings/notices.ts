import { z } from 'zod';
import { notice as noticeSchema } from '../../preload/contract/app.ts';
import type { Notice } from '../../preload/contract/app.ts';
import type { OpenDocumentFile } from './document.ts';
import { openDocument } from './open-document.ts';

/** What the person should know and has not put away yet. */
export type Notices = {
  readonly list: () => readonly Notice[];
  /** Shows a notice until it is dismissed, over restarts; one with the same id is not shown twice. */
  readonly keep: (notice: Notice) => void;
  /** Shows a notice until it is dismissed or the console closes: for what is true of this run only. */
  readonly announce: (notice: Notice) => void;
  readonly dismiss: (id: string) => void;
};

const noticesSchema = z.array(noticeSchema).max(200);

/** Opens the list of notices, itself a document: when it is damaged, that is its first notice. */
export const openNotices = (open: OpenDocumentFile): Notices => {
  const early: Notice[] = [];
  const kept = openDocument<readonly Notice[]>(open, 'notices', noticesSchema, {
    version: 1,
    defaults: [],
    migrations: [],
    notice: (notice) => early.push(notice),
  });
  let announced: readonly Notice[] = [];

  const keep = (notice: Notice): void => {
    if (kept.get().some(({ id }) => id === notice.id)) return;
    kept.update((now) => [...now, notice].slice(-200));
  };
  early.forEach(keep);

  return {
    list: () => [...kept.get(), ...announced],
    keep,
    announce: (notice) => {
      announced = [...announced.filter(({ id }) => id !== notice.id), notice];
    },
    dismiss: (id) => {
      announced = announced.filter((notice) => notice.id !== id);
      if (kept.get().some((notice) => notice.id === id))
        kept.update((now) => now.filter((notice) => notice.id !== id));
    },
  };
};
