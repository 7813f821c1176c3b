import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { AppProfileId, TenantId } from '../../../preload/contract/words/ids.ts';
import { parseTenantId } from '../../../preload/contract/words/ids.ts';
import { APPLICATIONS_TEXTS as ALL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  Inline,
  Input,
  Radio,
  RadioGroup,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { ClientIdField } from './client-id-field.tsx';
import { lintClientId } from './client-id-lint.ts';
import { IdentifiedId } from './identified-id.tsx';

const TEXTS = ALL_TEXTS.add;

type Home = 'here' | 'other' | 'unknown';

/** The home tenant as chosen; `bad` when another tenant was announced and its id cannot be read. */
const homeTenantOf = (home: Home, here: TenantId | null, text: string): TenantId | null | 'bad' => {
  if (home === 'here') return here;
  return home === 'unknown' ? null : (parseTenantId(text) ?? 'bad');
};

/** Adds an app registration that exists in Entra as a profile of this workspace. */
export const AddAppForm = (props: {
  readonly profiles: readonly AppProfile[];
  readonly linkable: readonly AppProfile[];
  readonly users: readonly ApplicationUser[];
  readonly onAdded: (id: AppProfileId) => void;
  readonly onLink: (profile: AppProfile) => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const workspace = useWorkspace();
  const toasts = useToasts();
  const create = useAction('appProfiles.create', { invalidates: ['appProfiles.list'] });
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [home, setHome] = useState<Home>(workspace.tenantId === null ? 'unknown' : 'here');
  const [tenantText, setTenantText] = useState('');
  const [tried, setTried] = useState(false);

  const tenantIds = [workspace.tenantId, ...props.profiles.map((profile) => profile.homeTenantId)].filter(
    (id) => id !== null,
  );
  const lint = lintClientId(text, {
    tenantIds,
    users: props.users,
    profiles: [...props.profiles, ...props.linkable],
  });
  const homeTenantId = homeTenantOf(home, workspace.tenantId, tenantText);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (create.busy || lint.kind !== 'fine' || name.trim() === '' || homeTenantId === 'bad') return;
    const result = await create.run({
      workspaceId: workspace.id,
      name: name.trim(),
      clientId: lint.clientId,
      homeTenantId,
    });
    if (!result.ok) return;
    toasts.success(TEXTS.added(result.value.name));
    props.onAdded(result.value.id);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.title}>
      <Stack gap="l">
        <Field
          label={TEXTS.name}
          hint={TEXTS.nameHint}
          required
          {...(tried && name.trim() === ''
            ? { validationMessage: TEXTS.nameEmpty, validationState: 'error' as const }
            : {})}
        >
          <Input
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(_event, data) => setName(data.value)}
          />
        </Field>
        <ClientIdField
          text={text}
          lint={lint}
          asked={tried}
          linkable={props.linkable}
          onText={setText}
          onLink={props.onLink}
          onOpen={props.onAdded}
        />
        {lint.kind === 'fine' ? (
          <IdentifiedId
            id={lint.clientId}
            onTake={(app) => {
              setText(app.clientId);
              if (name.trim() === '') setName(app.name.slice(0, 120));
            }}
          />
        ) : null}
        <Field label={TEXTS.homeTenant}>
          <RadioGroup
            value={home}
            onChange={(_event, data) =>
              setHome(data.value === 'here' ? 'here' : data.value === 'other' ? 'other' : 'unknown')
            }
          >
            {workspace.tenantId === null ? null : <Radio value="here" label={TEXTS.homeTenantHere} />}
            <Radio value="other" label={TEXTS.homeTenantOther} />
            <Radio value="unknown" label={TEXTS.homeTenantUnknown} />
          </RadioGroup>
        </Field>
        {home === 'other' ? (
          <Field
            label={TEXTS.homeTenantId}
            {...((tried || tenantText !== '') && homeTenantId === 'bad'
              ? { validationMessage: TEXTS.homeTenantIdBad, validationState: 'error' as const }
              : {})}
          >
            <Input
              value={tenantText}
              autoComplete="off"
              onChange={(_event, data) => setTenantText(data.value)}
            />
          </Field>
        ) : null}
        {create.error === null ? null : <ErrorPanel error={create.error} />}
        <Inline>
          <Button appearance="primary" type="submit" disabled={create.busy}>
            {TEXTS.submit}
          </Button>
          <Button onClick={props.onCancel}>{ALL_TEXTS.cancel}</Button>
        </Inline>
      </Stack>
    </form>
  );
};
