import type { ReactElement } from 'react';
import type { StoredCertificate, UnusableCertificate } from '../../../preload/contract/certificates.ts';
import { CERTIFICATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Facts,
  Identifier,
  Inline,
  Moment,
  NoticeBar,
  PanelSection,
  Stack,
  Text,
} from '../../ui/index.ts';
import { keptForSession } from './kept-for-session.ts';

const TEXTS = CERTIFICATE_TEXTS.taken;
const VALIDITY = CERTIFICATE_TEXTS.details.validity;

/** The certificates in the files that cannot be used, and why; nothing without any. */
export const NotTaken = (props: { readonly unusable: readonly UnusableCertificate[] }): ReactElement | null =>
  props.unusable.length === 0 ? null : (
    <PanelSection title={TEXTS.notTaken}>
      {props.unusable.map(({ name, thumbprintSha1, why }) => (
        <Stack key={thumbprintSha1} gap="xs">
          <Text weight="semibold">{name}</Text>
          <Identifier value={thumbprintSha1} what={TEXTS.thumbprint} full />
          <Text>{TEXTS.why[why]}</Text>
        </Stack>
      ))}
    </PanelSection>
  );

/** Which of several certificates was stored, and why none of the others. */
export const TakenCertificate = (props: {
  readonly stored: StoredCertificate;
  readonly onDone: () => void;
}): ReactElement => {
  const { taken, unusable } = props.stored;
  return (
    <Stack gap="l">
      <NoticeBar intent="success" title={TEXTS.title(keptForSession(props.stored.profile))}>
        {TEXTS.only(unusable.length + 1)}
      </NoticeBar>
      <Facts
        facts={[
          { label: TEXTS.name, value: taken.name },
          {
            label: TEXTS.thumbprint,
            value: <Identifier value={taken.thumbprintSha1} what={TEXTS.thumbprint} full />,
          },
          {
            label: VALIDITY,
            value: (
              <>
                <Moment at={taken.notBefore} form="date" /> – <Moment at={taken.notAfter} form="date" />
              </>
            ),
          },
        ]}
      />
      <NotTaken unusable={unusable} />
      <Inline>
        <Button appearance="primary" onClick={props.onDone}>
          {TEXTS.done}
        </Button>
      </Inline>
    </Stack>
  );
};
