import type { ReactElement } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { APP_DIRECTORY_TEXTS, APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Facts, Identifier, Moment } from '../../ui/index.ts';
import { CredentialBadge } from './credential-badge.tsx';
import { CredentialCard, CredentialCards } from './credential-card.tsx';
import { endHealth } from './credential-health.ts';

const TEXTS = APP_DIRECTORY_TEXTS.credentials;

/** Credentials that Microsoft Entra accepts and that are not kept here. */
export const HeldElsewhere = (props: {
  readonly application: OutputOf<'directory.app'>['application'];
  readonly now: number;
}): ReactElement => {
  if (props.application === null) return <span>{TEXTS.foreign}</span>;
  const foreign = props.application.credentials.filter(({ ours }) => ours === null);
  if (foreign.length === 0) return <span>{TEXTS.noneElsewhere}</span>;
  return (
    <>
      <span>{TEXTS.elsewhereText}</span>
      <CredentialCards label={TEXTS.elsewhere}>
        {foreign.map((one) => (
          <CredentialCard
            key={one.keyId}
            kind={one.kind}
            name={one.name === null || one.name === '' ? TEXTS.nameless : one.name}
          >
            <CredentialBadge health={endHealth(one.endsOn, props.now)} />
            <Facts
              facts={[
                ...(one.endsOn === null
                  ? []
                  : [
                      {
                        label: APPLICATIONS_TEXTS.details.expires,
                        value: <Moment at={one.endsOn} form="date" />,
                      },
                    ]),
                ...(one.hint === null ? [] : [{ label: TEXTS.hint, value: `${one.hint}…` }]),
                ...(one.thumbprintSha1 === null
                  ? []
                  : [
                      {
                        label: APPLICATIONS_TEXTS.details.thumbprint,
                        value: (
                          <Identifier
                            value={one.thumbprintSha1}
                            what={APPLICATIONS_TEXTS.details.thumbprint}
                            full
                          />
                        ),
                      },
                    ]),
                { label: TEXTS.keyId, value: <Identifier value={one.keyId} what={TEXTS.keyId} full /> },
              ]}
            />
          </CredentialCard>
        ))}
      </CredentialCards>
    </>
  );
};
