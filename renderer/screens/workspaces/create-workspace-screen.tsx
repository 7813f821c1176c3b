import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { CloudId, WorkspaceColour } from '../../../preload/contract/words/status.ts';
import { cloudLabel, WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  Dropdown,
  ErrorPanel,
  Field,
  Inline,
  Input,
  makeStyles,
  Option,
  Page,
  Spinner,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { ColourField } from './colour-field.tsx';
import { clientIdProblem, freeColour, nameProblem } from './workspace-fields.ts';

const TEXTS = WORKSPACES_TEXTS.create;
const NO_WORKSPACES: readonly Workspace[] = [];

const useStyles = makeStyles({ card: { maxWidth: '720px' } });

/** A new workspace: one client or tenant. */
export const CreateWorkspaceScreen = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const toasts = useToasts();
  const clouds = useCall('clouds.list', {}).data?.clouds ?? [];
  const workspaces = useCall('workspaces.list', {}).data?.workspaces ?? NO_WORKSPACES;
  const create = useAction('workspaces.create', { invalidates: ['workspaces.list'] });
  const [name, setName] = useState('');
  const [chosenColour, setColour] = useState<WorkspaceColour | null>(null);
  const [cloud, setCloud] = useState<CloudId>('public');
  const [tenant, setTenant] = useState('');
  const [clientId, setClientId] = useState('');
  const [tried, setTried] = useState(false);

  const colour = chosenColour ?? freeColour(workspaces);
  const wrongName = nameProblem(name, workspaces);
  const wrongClientId = clientIdProblem(clientId, cloud);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongName !== null || wrongClientId !== null) return;
    const result = await create.run({
      name: name.trim(),
      colour,
      cloud,
      tenant: tenant.trim(),
      adminClientId: clientId.trim().toLowerCase(),
    });
    if (!result.ok) return;
    toasts.success(TEXTS.created(result.value.name));
    go({ page: 'home', workspaceId: result.value.id }, { replace: true });
  };
  return (
    <Page title={TEXTS.title} purpose={TEXTS.purpose} scroll>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Card title={TEXTS.title} className={styles.card}>
          <Stack gap="l">
            <Field
              label={TEXTS.name}
              required
              hint={TEXTS.nameHint}
              {...(tried && wrongName !== null ? { validationMessage: wrongName } : {})}
            >
              <Input
                autoFocus
                maxLength={120}
                value={name}
                onChange={(_event, data) => setName(data.value)}
              />
            </Field>
            <ColourField value={colour} onChange={setColour} />
            <Field label={TEXTS.cloud}>
              <Dropdown
                value={clouds.find(({ id }) => id === cloud)?.name ?? cloudLabel(cloud)}
                selectedOptions={[cloud]}
                onOptionSelect={(_event, data) => {
                  const wanted = clouds.find(({ id }) => id === data.optionValue);
                  if (wanted !== undefined) setCloud(wanted.id);
                }}
              >
                {clouds.map((each) => (
                  <Option key={each.id} value={each.id}>
                    {each.name}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            <Field label={TEXTS.tenant} hint={TEXTS.tenantHint}>
              <Input
                autoComplete="off"
                spellCheck={false}
                value={tenant}
                onChange={(_event, data) => setTenant(data.value)}
              />
            </Field>
            <Field
              label={TEXTS.clientId}
              required={cloud !== 'demo'}
              hint={TEXTS.clientIdHint}
              {...((tried || clientId !== '') && wrongClientId !== null
                ? { validationMessage: wrongClientId }
                : {})}
            >
              <Input
                autoComplete="off"
                spellCheck={false}
                value={clientId}
                onChange={(_event, data) => setClientId(data.value)}
              />
            </Field>
            {create.error === null ? null : <ErrorPanel error={create.error} />}
            <Inline>
              <Button
                appearance="primary"
                type="submit"
                disabledFocusable={create.busy}
                icon={create.busy ? <Spinner size="tiny" /> : null}
              >
                {TEXTS.create}
              </Button>
              <Button onClick={() => go({ page: 'start' })}>{TEXTS.cancel}</Button>
            </Inline>
          </Stack>
        </Card>
      </form>
    </Page>
  );
};
