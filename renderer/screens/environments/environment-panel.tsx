import type { ReactElement } from 'react';
import {
  DOCTOR_TEXTS,
  ENVIRONMENT_TYPE_LABELS,
  ENVIRONMENTS_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useGo } from '../../places/index.ts';
import { useCloudName } from '../../session/index.ts';
import type { Fact } from '../../ui/index.ts';
import {
  Button,
  DoctorIcon,
  ErrorPanel,
  Facts,
  Identifier,
  Inline,
  Moment,
  OpenIcon,
  PanelSection,
  ProductionBadge,
  RefreshIcon,
  SidePanel,
  StatusBadge,
  useUiPorts,
  yesNo,
} from '../../ui/index.ts';
import type { EnvironmentRow } from './environment-rows.ts';
import { GuardSection } from './guard-section.tsx';

const { details, sources } = ENVIRONMENTS_TEXTS;

const text = (label: string, value: string | null): Fact => ({ label, value: value ?? details.unknown });
const id = (label: string, value: string | null): Fact => ({
  label,
  value: value === null ? details.unknown : <Identifier value={value} what={label} full />,
});

/** Everything known about one environment, with its failure and what fixes it. */
export const EnvironmentPanel = (props: {
  readonly row: EnvironmentRow;
  readonly onCheck: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const go = useGo();
  const ports = useUiPorts();
  const { environment, check, status, word } = props.row;
  const { workspaceId } = environment;
  const cloudName = useCloudName([environment.cloud]);
  const params = { environment: environment.id };
  return (
    <SidePanel
      title={environment.name}
      subtitle={
        <Inline gap="s" wrap>
          <StatusBadge status={status} word={word} />
          {environment.production ? <ProductionBadge /> : null}
        </Inline>
      }
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => go({ page: 'application-users', workspaceId, params })}>
            {details.users}
          </Button>
          <Button onClick={() => go({ page: 'security-roles', workspaceId, params })}>{details.roles}</Button>
          <Button
            icon={<DoctorIcon />}
            onClick={() => go({ page: 'doctor', workspaceId, params: { environments: environment.id } })}
          >
            {DOCTOR_TEXTS.diagnose}
          </Button>
          <Button appearance="subtle" icon={<RefreshIcon />} onClick={props.onCheck}>
            {ENVIRONMENTS_TEXTS.check}
          </Button>
          {/* Hosts of the demo cloud exist inside the console alone. */}
          {environment.cloud === 'demo' ? null : (
            <Button appearance="subtle" icon={<OpenIcon />} onClick={() => ports.openLink(environment.url)}>
              {details.open}
            </Button>
          )}
        </>
      }
    >
      {check?.error == null ? null : <ErrorPanel error={check.error} handlers={{ retry: props.onCheck }} />}
      {check === null ? null : (
        <PanelSection title={details.status}>
          <Facts
            facts={[
              { label: details.checkedAt, value: <Moment at={check.checkedAt} /> },
              ...(check.milliseconds === null
                ? []
                : [text(details.answer, ENVIRONMENTS_TEXTS.milliseconds(check.milliseconds))]),
            ]}
          />
        </PanelSection>
      )}
      <PanelSection title={details.identity}>
        <Facts
          facts={[
            id(details.url, environment.url),
            text(details.uniqueName, environment.uniqueName),
            id(details.organizationId, environment.organizationId),
            id(details.tenantId, environment.tenantId),
          ]}
        />
      </PanelSection>
      <PanelSection title={details.service}>
        <Facts
          facts={[
            text(details.type, ENVIRONMENT_TYPE_LABELS[environment.type]),
            text(details.cloud, cloudName(environment.cloud)),
            text(details.region, environment.region),
            text(details.version, environment.version),
            id(details.powerPlatformId, environment.powerPlatformId),
            text(details.state, environment.enabled ? details.enabled : ENVIRONMENTS_TEXTS.disabled),
            text(
              details.administrator,
              environment.isSystemAdministrator === null ? null : yesNo(environment.isSystemAdministrator),
            ),
            text(details.source, sources[environment.source]),
            { label: details.lastSeen, value: <Moment at={environment.lastSeen} /> },
          ]}
        />
      </PanelSection>
      <GuardSection environment={environment} />
    </SidePanel>
  );
};
