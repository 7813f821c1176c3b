import type { ReactNode } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Grouping } from '../../ui/index.ts';
import type { JudgedRow } from './judged-rows.ts';

const TEXTS = EXPIRY_TEXTS.summary;

/** What the head of a group says: how many want something, and how soon the next one ends. */
export const GROUP_SUMMARIES: Readonly<Record<string, (rows: readonly JudgedRow[]) => ReactNode>> = {
  days: (rows) => {
    const days = rows.flatMap(({ expiry }) => (expiry.days === null ? [] : [expiry.days]));
    return days.length === 0 ? null : Math.min(...days);
  },
  app: (rows) => {
    const count = rows.filter(({ expiry }) => ['expired', 'week', 'month'].includes(expiry.state)).length;
    return count === 0 ? null : TEXTS.attention(count);
  },
};

export const BY_APP: Grouping<JudgedRow> = ({ row }) => [{ key: row.clientId, label: row.appName }];
export const BY_WORKSPACE: Grouping<JudgedRow> = ({ workspaces: [workspace] }) => [
  { key: workspace?.id ?? '', label: workspace?.name ?? EXPIRY_TEXTS.noWorkspace },
];
