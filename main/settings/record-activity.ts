import type { ActivityEntry } from '../../preload/contract/activity.ts';

/** What happened, before the journal gives it a number and a time. */
export type ActivityRecord = Omit<ActivityEntry, 'seq' | 'at' | 'actor'>;

/** Appends to the activity journal. Handed to rooms that stand below the fleet; resolves when the line is on disk. */
export type RecordActivity = (record: ActivityRecord) => Promise<void>;
