import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import {
  Button,
  CopyIcon,
  Field,
  Inline,
  MailIcon,
  OpenIcon,
  QrCode,
  QrIcon,
  Stack,
  Textarea,
  useToasts,
  useUiPorts,
} from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.link;

/** The link and every way to bring it to an administrator. */
export const ConsentLink = (props: {
  readonly row: ConsentRow;
  readonly url: string;
  /** True when the answer comes to this computer, so that the link is opened here. */
  readonly here: boolean;
}): ReactElement => {
  const { here, row, url } = props;
  const ports = useUiPorts();
  const toasts = useToasts();
  const [qr, setQr] = useState(false);
  const copyMail = async () => {
    const mail = CONSENT_TEXTS.mail({
      app: row.appName,
      clientId: row.clientId,
      tenant: row.workspaceName,
      url,
    });
    if (await ports.copyText(`${mail.subject}\n\n${mail.body}`)) toasts.success(TEXTS.mailCopied);
  };
  return (
    <Stack gap="s">
      <Field label={TEXTS.field}>
        <Textarea readOnly value={url} rows={5} resize="vertical" spellCheck={false} />
      </Field>
      <Inline wrap>
        <Button
          appearance={here ? 'secondary' : 'primary'}
          icon={<CopyIcon />}
          onClick={() => void ports.copyText(url)}
        >
          {TEXTS.copy}
        </Button>
        <Button icon={<MailIcon />} onClick={() => void copyMail()}>
          {TEXTS.mail}
        </Button>
        <Button
          appearance={here ? 'primary' : 'secondary'}
          icon={<OpenIcon />}
          onClick={() => ports.openLink(url)}
        >
          {TEXTS.open}
        </Button>
        <Button icon={<QrIcon />} aria-expanded={qr} onClick={() => setQr(!qr)}>
          {qr ? TEXTS.hideQr : TEXTS.qr}
        </Button>
      </Inline>
      {qr ? <QrCode text={url} label={TEXTS.qrLabel} /> : null}
    </Stack>
  );
};
