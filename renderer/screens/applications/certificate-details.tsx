import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Credential } from '../../../preload/contract/app-profiles.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import { CERTIFICATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Facts,
  Identifier,
  Inline,
  Moment,
  Skeleton,
  SkeletonItem,
  Stack,
  useToasts,
} from '../../ui/index.ts';

const TEXTS = CERTIFICATE_TEXTS.details;
type Thumbprints = OutputOf<'appProfiles.certificate'>['thumbprints'];

const FORMS: readonly (keyof Thumbprints)[] = [
  'sha1',
  'sha1Colons',
  'sha1Lower',
  'sha256',
  'x5t',
  'x5tS256',
  'customKeyIdentifier',
];

/** The public part of a certificate that the vault keeps: what people compare it by, and the way to a file. */
export const CertificateDetails = (props: {
  readonly profileId: AppProfileId;
  readonly credentialId: Credential['id'];
}): ReactElement => {
  const which = { id: props.profileId, credentialId: props.credentialId };
  const toasts = useToasts();
  const { data, error, refresh } = useCall('appProfiles.certificate', which);
  const save = useAction('appProfiles.saveCertificate');
  const saveAs = async (format: 'cer' | 'pem') => {
    const result = await save.run({ ...which, format });
    if (!result.ok) return toasts.failure(result.error);
    if (result.value.place !== null) toasts.success(TEXTS.saved(result.value.place));
  };
  if (error !== null) return <ErrorPanel error={error} handlers={{ retry: refresh }} />;
  if (data === undefined) {
    return (
      <Skeleton aria-label={TEXTS.loading} aria-busy>
        <SkeletonItem size={96} />
      </Skeleton>
    );
  }
  const id = (value: string, what: string) => <Identifier value={value} what={what} full />;
  return (
    <Stack gap="m">
      <Facts
        facts={[
          ...FORMS.map((form) => ({
            label: TEXTS[form],
            value: id(data.thumbprints[form], TEXTS[form]),
          })),
          { label: TEXTS.subject, value: data.subject },
          { label: TEXTS.issuer, value: data.selfSigned ? TEXTS.selfSigned : data.issuer },
          { label: TEXTS.serial, value: id(data.serialNumber, TEXTS.serial) },
          { label: TEXTS.key, value: TEXTS.keyOf(data.keyBits) },
          {
            label: TEXTS.validity,
            value: (
              <>
                <Moment at={data.notBefore} form="date" /> – <Moment at={data.notAfter} form="date" />
              </>
            ),
          },
        ]}
      />
      <Inline wrap>
        <Button size="small" disabled={save.busy} onClick={() => void saveAs('cer')}>
          {TEXTS.saveCer}
        </Button>
        <Button size="small" disabled={save.busy} onClick={() => void saveAs('pem')}>
          {TEXTS.savePem}
        </Button>
      </Inline>
    </Stack>
  );
};

/** The details behind a button, for a list. */
export const CertificateDisclosure = (props: {
  readonly profileId: AppProfileId;
  readonly credential: Credential;
}): ReactElement | null => {
  const [open, setOpen] = useState(false);
  if (props.credential.kind !== 'certificate' || props.credential.kept === 'missing') return null;
  return (
    <Stack gap="m" align="start">
      <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? TEXTS.hide : TEXTS.show}
      </Button>
      {open ? <CertificateDetails profileId={props.profileId} credentialId={props.credential.id} /> : null}
    </Stack>
  );
};
