import type { DoctorVerdict } from '../../../preload/contract/doctor.ts';
import type { CauseKind } from '../../../preload/contract/words/doctor.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import {
  CAUSE_LABELS,
  DOCTOR_LINK_TEXTS,
  DOCTOR_TEXTS as TEXTS,
  explain,
  OUTCOME_LABELS,
  SKIP_TEXTS,
  UNKNOWN_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Chain } from './doctor-run.ts';
import { rootOf } from './doctor-run.ts';

const CAUSE_STATUS: Readonly<Record<CauseKind, Status>> = {
  configuration: 'denied',
  permission: 'denied',
  policy: 'denied',
  propagation: 'attention',
  service: 'unreachable',
  network: 'unreachable',
};

/** A verdict as one of the console's statuses, with its word; null for a link that was not looked at. */
export const verdictStatus = (
  verdict: DoctorVerdict,
): { readonly status: Status; readonly word: string } | null => {
  switch (verdict.state) {
    case 'ok':
      return { status: 'healthy', word: TEXTS.works };
    case 'failed':
      return { status: CAUSE_STATUS[verdict.cause], word: CAUSE_LABELS[verdict.cause] };
    case 'symptom':
      return { status: 'attention', word: TEXTS.refused };
    case 'unknown':
      return { status: 'unknown', word: OUTCOME_LABELS.unknown };
    case 'skipped':
      return null;
  }
};

/** A verdict in one line. */
export const verdictLine = (verdict: DoctorVerdict): string => {
  switch (verdict.state) {
    case 'ok':
      return '';
    case 'failed':
      return explain(verdict.error).title;
    case 'symptom':
      return explain(verdict.error).title;
    case 'unknown':
      return UNKNOWN_TEXTS[verdict.reason];
    case 'skipped':
      return SKIP_TEXTS[verdict.reason];
  }
};

/** What a cell of the matrix says: how the chain came out, and its first failing link. */
export const chainWords = (
  chain: Chain | undefined,
  running: boolean,
): { readonly status: Status; readonly word: string; readonly line: string } => {
  if (chain === undefined) return { status: 'unknown', word: TEXTS.notLookedAt, line: '' };
  // What has not ended when the run is over was cancelled.
  if (chain.end === null && !running)
    return { status: 'unknown', word: OUTCOME_LABELS.cancelled, line: TEXTS.notToTheEnd };
  if (chain.end === null)
    return {
      status: 'working',
      word: chain.looking === null ? TEXTS.queued : TEXTS.looking,
      line: chain.looking === null ? '' : DOCTOR_LINK_TEXTS[chain.looking].name,
    };
  const root = rootOf(chain);
  if (root === null) {
    const { outcome } = chain.end;
    return { status: outcome === 'ok' ? 'healthy' : 'unknown', word: OUTCOME_LABELS[outcome], line: '' };
  }
  const status = verdictStatus(root.verdict);
  return {
    status: status?.status ?? 'unknown',
    word: DOCTOR_LINK_TEXTS[root.link].name,
    line: verdictLine(root.verdict),
  };
};
