import type { ReactElement } from 'react';
import type { ExpiryState } from '../../../preload/contract/words/expiry.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { StatusBadge } from '../../ui/index.ts';

const STATUSES: Readonly<Record<ExpiryState, Status>> = {
  expired: 'denied',
  week: 'attention',
  month: 'attention',
  'two-months': 'healthy',
  fine: 'healthy',
  unknown: 'unknown',
};

/** How near the end is, in the one status vocabulary. */
export const ExpiryBadge = (props: { readonly state: ExpiryState }): ReactElement => (
  <StatusBadge status={STATUSES[props.state]} word={EXPIRY_TEXTS.states[props.state]} />
);
