import type { ReactElement } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { APP_DIRECTORY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Facts,
  Identifier,
  Inline,
  Moment,
  OpenIcon,
  PanelSection,
  Stack,
  StatusBadge,
  useUiPorts,
} from '../../ui/index.ts';
import type { WantedChange } from './profile-tab.ts';

const TEXTS = APP_DIRECTORY_TEXTS.overview;

type Known = OutputOf<'directory.app'>;

const SignIn = ({ principal }: Pick<Known, 'principal'>): ReactElement => {
  if (principal === null) return <StatusBadge status="denied" word={TEXTS.noPrincipalShort} />;
  if (principal.enabled === null) return <StatusBadge status="unknown" word={TEXTS.unknown} />;
  return principal.enabled ? (
    <StatusBadge status="healthy" word={TEXTS.enabled} />
  ) : (
    <StatusBadge status="denied" word={TEXTS.disabled} />
  );
};

const Owners = ({ application }: Pick<Known, 'application'>): ReactElement => {
  if (application === null) return <>{TEXTS.ownersElsewhere}</>;
  if (application.ownersError !== null) return <>{TEXTS.ownersUnknown}</>;
  if (application.owners.length === 0) return <StatusBadge status="attention" word={TEXTS.noOwners} />;
  return (
    <Stack gap="xs" align="start">
      {application.owners.map((owner) => (
        <Inline key={owner.id} gap="s" wrap>
          <span>{owner.name}</span>
          {owner.mail === null ? null : <Identifier value={owner.mail} what={TEXTS.owners} full />}
        </Inline>
      ))}
    </Stack>
  );
};

/** What Microsoft Entra says of an app: whether it may sign in here, who may use it, and who is to be called. */
export const AppInEntra = (props: {
  readonly clientId: ClientId;
  readonly known: Known;
  readonly onChange: (wanted: WantedChange) => void;
}): ReactElement => {
  const ports = useUiPorts();
  const { clientId, known } = props;
  const { application, principal, portalUrl, tenantId } = known;
  const enabled = principal?.enabled ?? null;
  const audience = application?.audience ?? principal?.audience ?? null;
  const home = application === null ? (principal?.ownerTenantId ?? null) : tenantId;
  return (
    <PanelSection title={TEXTS.entra}>
      <Facts
        facts={[
          { label: TEXTS.signIn, value: <SignIn principal={principal} /> },
          {
            label: TEXTS.audience,
            value: audience === null ? TEXTS.unknown : APP_DIRECTORY_TEXTS.audiences[audience],
          },
          {
            label: TEXTS.homeTenant,
            value:
              home === null ? (
                TEXTS.unknown
              ) : home === tenantId ? (
                TEXTS.here
              ) : (
                <Identifier value={home} what={TEXTS.homeTenant} full />
              ),
          },
          { label: TEXTS.owners, value: <Owners application={application} /> },
          ...(application?.createdOn == null
            ? []
            : [{ label: TEXTS.created, value: <Moment at={application.createdOn} form="date" /> }]),
        ]}
      />
      <Inline wrap>
        {portalUrl === null ? null : (
          <Button size="small" icon={<OpenIcon />} onClick={() => ports.openLink(portalUrl)}>
            {TEXTS.portal}
          </Button>
        )}
        {enabled === null ? null : (
          <Button
            size="small"
            onClick={() =>
              props.onChange({
                title: enabled ? TEXTS.blockTitle : TEXTS.allowTitle,
                change: { kind: 'set-service-principal', clientId, enabled: !enabled },
              })
            }
          >
            {enabled ? TEXTS.block : TEXTS.allow}
          </Button>
        )}
      </Inline>
    </PanelSection>
  );
};
