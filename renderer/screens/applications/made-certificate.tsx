import type { ReactElement } from 'react';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { CERTIFICATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Inline, NoticeBar, Stack } from '../../ui/index.ts';
import { CertificateDetails } from './certificate-details.tsx';

const TEXTS = CERTIFICATE_TEXTS.make;

/** A certificate that was just made: what to do with its public part. */
export const MadeCertificate = (props: {
  readonly profileId: AppProfileId;
  readonly credentialId: CredentialId;
  readonly onDone: () => void;
}): ReactElement => (
  <Stack gap="l">
    <NoticeBar intent="success" title={TEXTS.made}>
      {TEXTS.madeText}
    </NoticeBar>
    <CertificateDetails profileId={props.profileId} credentialId={props.credentialId} />
    <Inline>
      <Button appearance="primary" onClick={props.onDone}>
        {TEXTS.done}
      </Button>
    </Inline>
  </Stack>
);
