import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import { effectiveCloud } from '../../../preload/contract/words/cloud-hosts.ts';
import { cloudLabel, WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  ErrorPanel,
  Facts,
  Field,
  Identifier,
  Inline,
  Input,
  makeStyles,
  Page,
  Stack,
  Switch,
  useToasts,
} from '../../ui/index.ts';
import { ClientIdField } from './client-id-field.tsx';
import { ColourField } from './colour-field.tsx';
import { ExportCard } from './export-card.tsx';
import { HostsCard } from './hosts-card.tsx';
import { ProductionField } from './production-field.tsx';
import { RemoveWorkspaceDialog } from './remove-workspace-dialog.tsx';
import { clientIdProblem, nameProblem } from './workspace-fields.ts';

const TEXTS = WORKSPACES_TEXTS.edit;
const FIELDS = WORKSPACES_TEXTS.create;
const NO_WORKSPACES: readonly Workspace[] = [];

const useStyles = makeStyles({ card: { maxWidth: '720px' } });

/** Name, colour, sign-in and protection of the workspace, and removing it. */
export const EditWorkspaceScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const go = useGo();
  const toasts = useToasts();
  const others = (useCall('workspaces.list', {}).data?.workspaces ?? NO_WORKSPACES).filter(
    ({ id }) => id !== workspace.id,
  );
  const clouds = useCall('clouds.list', {}).data?.clouds ?? [];
  const cloud = clouds.find(({ id }) => id === workspace.cloud) ?? null;
  const update = useAction('workspaces.update', {
    invalidates: ['workspaces.list', 'environments.list'],
  });
  const [name, setName] = useState(workspace.name);
  const [clientId, setClientId] = useState(workspace.adminClientId ?? '');
  const [removing, setRemoving] = useState(false);

  const wrongName = nameProblem(name, others);
  const wrongClientId = clientIdProblem(clientId, workspace.cloud);
  const unchanged = name.trim() === workspace.name && clientId.trim() === (workspace.adminClientId ?? '');
  const save = async (change: Parameters<typeof update.run>[0]) => {
    const result = await update.run(change);
    if (result.ok) toasts.success(TEXTS.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrongName !== null || wrongClientId !== null || unchanged) return;
    void save({ id: workspace.id, name: name.trim(), adminClientId: clientId.trim().toLowerCase() });
  };
  const leave = () => {
    const next = others[0];
    go(next === undefined ? { page: 'start' } : { page: 'home', workspaceId: next.id }, { replace: true });
  };
  return (
    <Page title={TEXTS.title} purpose={TEXTS.purpose(workspace.name)} scroll>
      <Stack gap="l">
        {update.error === null ? null : <ErrorPanel error={update.error} />}
        <form noValidate onSubmit={submit}>
          <Card title={TEXTS.general} className={styles.card}>
            <Stack gap="l">
              <Field
                label={FIELDS.name}
                required
                {...(wrongName === null ? {} : { validationMessage: wrongName })}
              >
                <Input maxLength={120} value={name} onChange={(_event, data) => setName(data.value)} />
              </Field>
              <ClientIdField
                value={clientId}
                onChange={setClientId}
                required={workspace.cloud !== 'demo'}
                problem={wrongClientId}
                cloud={cloud === null ? null : effectiveCloud(cloud, workspace.hosts)}
              />
              <Inline>
                <Button
                  appearance="primary"
                  type="submit"
                  disabled={unchanged || wrongName !== null || wrongClientId !== null || update.busy}
                >
                  {TEXTS.save}
                </Button>
              </Inline>
            </Stack>
          </Card>
        </form>
        <Card title={TEXTS.protection} className={styles.card}>
          <Stack gap="l">
            <Field hint={TEXTS.readOnlyHint}>
              <Switch
                label={TEXTS.readOnly}
                checked={workspace.readOnly}
                onChange={(_event, data) => void save({ id: workspace.id, readOnly: data.checked })}
              />
            </Field>
            <ProductionField
              value={workspace.productionTypes}
              onChange={(productionTypes) => void save({ id: workspace.id, productionTypes })}
            />
            <ColourField
              value={workspace.colour}
              onChange={(colour) => void save({ id: workspace.id, colour })}
            />
          </Stack>
        </Card>
        <Card title={TEXTS.signIn} className={styles.card}>
          <Facts
            facts={[
              { label: TEXTS.facts.cloud, value: cloud?.name ?? cloudLabel(workspace.cloud) },
              {
                label: TEXTS.facts.tenant,
                value:
                  workspace.tenantId === null ? (
                    TEXTS.facts.tenantUnknown
                  ) : (
                    <Identifier value={workspace.tenantId} what={TEXTS.facts.tenant} full />
                  ),
              },
              {
                label: TEXTS.facts.id,
                value: <Identifier value={workspace.id} what={TEXTS.facts.id} full />,
              },
            ]}
          />
        </Card>
        {cloud === null ? null : <HostsCard workspace={workspace} cloud={cloud} />}
        <ExportCard workspace={workspace} className={styles.card} />
        <Card title={TEXTS.remove} text={TEXTS.removeText} className={styles.card}>
          <Inline>
            <Button onClick={() => setRemoving(true)}>{`${TEXTS.remove}…`}</Button>
          </Inline>
        </Card>
      </Stack>
      {removing ? (
        <RemoveWorkspaceDialog workspace={workspace} onRemoved={leave} onClose={() => setRemoving(false)} />
      ) : null}
    </Page>
  );
};
