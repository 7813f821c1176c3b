import type { ReactElement } from 'react';
import { APPLICATIONS_TEXTS as TEXTS, vaultTexts } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { NoticeBar } from '../../ui/index.ts';

/** Says, where a secret is entered, whether it will survive a restart and why not. */
export const VaultNote = (): ReactElement | null => {
  const { data } = useCall('vault.status', {});
  if (data === undefined) return null;
  const { title, meaning } = vaultTexts(data);
  return data.keeps === 'keychain' ? (
    <NoticeBar intent="success" title={title}>
      {TEXTS.vault.keychain}
    </NoticeBar>
  ) : (
    <NoticeBar intent="warning" title={title}>
      {meaning}
    </NoticeBar>
  );
};
