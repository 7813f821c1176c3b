import type { ReactElement } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../../bridge/index.ts';
import { PanelSection } from '../../../ui/index.ts';
import { CommandList } from '../command-list.tsx';
import { consentCommands } from './command-texts.ts';

const TEXTS = CONSENT_TEXTS.commands;

/** The ways without a link, each ready to be copied; nothing before the client's cloud is known, for they differ by it. */
export const ConsentCommands = ({ row }: { readonly row: ConsentRow }): ReactElement | null => {
  const clouds = useCall('clouds.list', {}).data?.clouds;
  const workspaces = useCall('workspaces.list', {}).data?.workspaces;
  const client = workspaces?.find(({ id }) => id === row.workspaceId);
  const cloud = clouds?.find(({ id }) => id === client?.cloud);
  if (cloud === undefined) return null;
  return (
    <PanelSection title={TEXTS.title}>
      <span>{TEXTS.text}</span>
      <CommandList commands={consentCommands({ ...row, graph: cloud.graph })} />
    </PanelSection>
  );
};
