import type { ReactElement } from 'react';
import type { Status } from '../../../preload/contract/words/status.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { StatusBadge } from '../../ui/index.ts';
import type { CredentialHealth } from './credential-health.ts';

const STATUSES: Readonly<Record<CredentialHealth['kind'], Status>> = {
  missing: 'denied',
  expired: 'denied',
  'expires-soon': 'attention',
  valid: 'healthy',
  'no-end-known': 'unknown',
};

/** The words of a credential's health. */
export const healthText = (health: CredentialHealth): string => {
  switch (health.kind) {
    case 'missing':
    case 'no-end-known':
      return TEXTS.health[health.kind];
    case 'expired':
    case 'expires-soon':
    case 'valid':
      return TEXTS.health[health.kind](health.days);
  }
};

/** A credential's health in the one status vocabulary. */
export const CredentialBadge = (props: { readonly health: CredentialHealth }): ReactElement => (
  <StatusBadge status={STATUSES[props.health.kind]} word={healthText(props.health)} />
);
