import type { ReactElement } from 'react';
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
  NoticeBar,
  Option,
  Page,
  Spinner,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { ClientIdField } from './client-id-field.tsx';
import { ColourField } from './colour-field.tsx';
import { TenantField } from './tenant-field.tsx';
import type { Found } from './tenant-field.tsx';
import { clientIdProblem, freeColour, freeName, nameProblem } from './workspace-fields.ts';

const TEXTS = WORKSPACES_TEXTS.create;
const NO_WORKSPACES: readonly Workspace[] = [];

const useStyles = makeStyles({ card: { maxWidth: '720px' } });

/** A new workspace on one page: whose it is, what it is called, and how its admin signs in. */
export const CreateWorkspaceScreen = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const toasts = useToasts();
  const clouds = useCall('clouds.list', {}).data?.clouds ?? [];
  const workspaces = useCall('workspaces.list', {}).data?.workspaces ?? NO_WORKSPACES;
  const create = useAction('workspaces.create', { invalidates: ['workspaces.list'] });
  const [tenant, setTenant] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  // What a person typed or chose wins over what was found.
  const [typedName, setName] = useState<string | null>(null);
  const [chosenColour, setColour] = useState<WorkspaceColour | null>(null);
  const [chosenCloud, setCloud] = useState<CloudId | null>(null);
  const [clientId, setClientId] = useState('');
  const [tried, setTried] = useState(false);

  const answer = found !== null && asked === tenant.trim() ? found : null;
  const name = typedName ?? freeName(answer?.name ?? '', workspaces);
  const colour = chosenColour ?? freeColour(workspaces);
  const cloud = chosenCloud ?? answer?.cloud ?? 'public';
  const row = clouds.find(({ id }) => id === cloud) ?? null;
  const cloudName = (id: CloudId): string => clouds.find((each) => each.id === id)?.name ?? cloudLabel(id);
  const wrongName = nameProblem(name, workspaces);
  const wrongClientId = clientIdProblem(clientId, cloud);
  const otherCloud = answer !== null && answer.cloud !== cloud;
  const known = answer === null ? [] : workspaces.filter(({ tenantId }) => tenantId === answer.tenantId);

  const submit = async (then: 'sign-in' | 'stay') => {
    setTried(true);
    if (wrongName !== null || wrongClientId !== null || otherCloud) return;
    const result = await create.run({
      name: name.trim(),
      colour,
      cloud,
      tenant: answer?.tenantId ?? tenant.trim(),
      adminClientId: clientId.trim().toLowerCase(),
    });
    if (!result.ok) return;
    toasts.success(TEXTS.created(result.value.name));
    go(
      {
        page: 'home',
        workspaceId: result.value.id,
        ...(then === 'sign-in' ? { params: { do: 'sign-in' } } : {}),
      },
      { replace: true },
    );
  };
  return (
    <Page title={TEXTS.title} purpose={TEXTS.purpose} scroll>
      <Stack gap="l">
        <Card title={TEXTS.tenantCard} text={TEXTS.tenantText} className={styles.card}>
          <TenantField
            text={tenant}
            onText={setTenant}
            asked={asked}
            onAsk={(text) => {
              setTenant(text);
              setAsked(text);
            }}
            onFound={setFound}
            cloudName={cloudName}
          />
          {known.length === 0 ? null : (
            <NoticeBar intent="info" title={TEXTS.knownTenant(known.map((each) => each.name).join(', '))} />
          )}
        </Card>
        <Card title={TEXTS.workspaceCard} className={styles.card}>
          <Stack gap="l">
            <Field
              label={TEXTS.name}
              required
              hint={TEXTS.nameHint}
              {...((tried || name !== '') && wrongName !== null ? { validationMessage: wrongName } : {})}
            >
              <Input maxLength={120} value={name} onChange={(_event, data) => setName(data.value)} />
            </Field>
            <Field
              label={TEXTS.cloud}
              {...(otherCloud ? { validationMessage: TEXTS.otherCloud(cloudName(answer.cloud)) } : {})}
            >
              <Dropdown
                value={cloudName(cloud)}
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
            <ColourField value={colour} onChange={setColour} />
          </Stack>
        </Card>
        <Card title={TEXTS.signInCard} text={TEXTS.signInText} className={styles.card}>
          <ClientIdField
            value={clientId}
            onChange={setClientId}
            required={cloud !== 'demo'}
            problem={tried || clientId !== '' ? wrongClientId : null}
            cloud={row}
          />
        </Card>
        <Stack gap="m" className={styles.card}>
          {create.error === null ? null : <ErrorPanel error={create.error} />}
          <Inline wrap>
            <Button
              appearance="primary"
              disabledFocusable={create.busy}
              icon={create.busy ? <Spinner size="tiny" aria-hidden /> : null}
              onClick={() => void submit('sign-in')}
            >
              {TEXTS.createAndSignIn}
            </Button>
            <Button disabledFocusable={create.busy} onClick={() => void submit('stay')}>
              {TEXTS.create}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => (create.busy ? create.cancel() : go({ page: 'start' }))}
            >
              {TEXTS.cancel}
            </Button>
          </Inline>
        </Stack>
      </Stack>
    </Page>
  );
};
