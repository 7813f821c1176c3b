import type { ReactElement } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { PanelSection } from '../../../ui/index.ts';
import { CommandList } from '../command-list.tsx';
import { consentCommands } from './command-texts.ts';

const TEXTS = CONSENT_TEXTS.commands;

/** The ways without a link, each ready to be copied. */
export const ConsentCommands = ({ row }: { readonly row: ConsentRow }): ReactElement => (
  <PanelSection title={TEXTS.title}>
    <span>{TEXTS.text}</span>
    <CommandList commands={consentCommands(row.clientId, row.tenantId)} />
  </PanelSection>
);
