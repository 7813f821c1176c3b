import { z } from 'zod';
import { notice as noticeSchema } from '../../preload/contract/app.ts';
import type { Notice } from '../../preload/contract/app.ts';
import type { OpenDocumentFile } from './document.ts';
import { openDocument } from './open-document.ts';

/** What the person should know and has not put away yet. */
export type Notices = {
  readonly list: () => readonly Notice[];
  /**
   * Shows a notice until it is dismissed: over restarts when it tells what happened to a file, else until the console closes,
   * because it is true of this run only. One with the same id is not shown twice.
   */
  readonly tell: (notice: Notice) => void;
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
  let ofThisRun: readonly Notice[] = [];

  const keep = (notice: Notice): void => {
    if (kept.get().some(({ id }) => id === notice.id)) return;
    kept.update((now) => [...now, notice].slice(-200));
  };
  const tell = (notice: Notice): void => {
    if (notice.kind === 'file-quarantined') keep(notice);
    else ofThisRun = [...ofThisRun.filter(({ id }) => id !== notice.id), notice];
  };
  early.forEach(tell);

  return {
    list: () => [...kept.get(), ...ofThisRun],
    tell,
    dismiss: (id) => {
      ofThisRun = ofThisRun.filter((notice) => notice.id !== id);
      if (kept.get().some((notice) => notice.id === id))
        kept.update((now) => now.filter((notice) => notice.id !== id));
    },
  };
};
