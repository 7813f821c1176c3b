import type { ReactElement } from 'react';
import type { AppProfileId, CredentialId } from '../../preload/contract/words/ids.ts';
import { NEW_SECRET_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../bridge/index.ts';
import { Button, CopyIcon, makeStyles, tokens, useToasts } from '../ui/index.ts';

const useStyles = makeStyles({
  offer: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Offers a secret that the console just made for the clipboard, once; nothing where main says that it cannot be copied (any more). */
export const CopyNewSecret = (props: {
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
}): ReactElement | null => {
  const styles = useStyles();
  const toasts = useToasts();
  const { appProfileId: id, credentialId } = props;
  const copyable = useCall('appProfiles.copyable', { id });
  const copy = useAction('appProfiles.copySecret', { invalidates: ['appProfiles.copyable'] });
  if (copyable.data?.credentialIds.includes(credentialId) !== true) return null;
  const copyOnce = async () => {
    const result = await copy.run({ id, credentialId });
    if (result.ok) return toasts.success(TEXTS.copied(result.value.clearsAfterSeconds));
    toasts.failure(result.error);
    // Where it was copied elsewhere meanwhile, the offer goes.
    copyable.refresh();
  };
  return (
    <div className={styles.offer}>
      <Button icon={<CopyIcon />} disabled={copy.busy} onClick={() => void copyOnce()}>
        {TEXTS.copy}
      </Button>
      <span className={styles.hint}>{TEXTS.hint}</span>
    </div>
  );
};
