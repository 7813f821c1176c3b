import type { ReactElement } from 'react';
import { useState } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Dropdown, Field, Inline, NoticeBar, Option, Stack } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.choose;

type Choice = { readonly id: string; readonly name: string };

const Choose = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
}): ReactElement => (
  <Field label={props.label} hint={props.hint ?? null}>
    <Dropdown
      value={props.choices.find(({ id }) => id === props.chosen)?.name ?? ''}
      selectedOptions={[props.chosen]}
      onOptionSelect={(_event, data) => props.onChosen(data.optionValue ?? '')}
    >
      {props.choices.map(({ id, name }) => (
        <Option key={id} value={id}>
          {name}
        </Option>
      ))}
    </Dropdown>
  </Field>
);

/** Chooses which app asks which client; the row may be one that is not in the list yet. */
export const ChooseClient = (props: {
  readonly list: OutputOf<'consent.list'>;
  readonly onChosen: (row: Pick<ConsentRow, 'appProfileId' | 'workspaceId'>) => void;
  readonly onNewClient: () => void;
}): ReactElement => {
  const { clients, rows } = props.list;
  const apps = [...new Map(rows.map((row) => [row.appProfileId, row])).values()];
  const [app, setApp] = useState(apps[0]?.appProfileId ?? '');
  // Nobody consents where the app is registered.
  const home = apps.find(({ appProfileId }) => appProfileId === app)?.homeTenantId ?? null;
  const asked = clients.filter(({ tenantId }) => tenantId === null || tenantId !== home);
  const [client, setClient] = useState('');
  const chosen = asked.find(({ workspaceId }) => workspaceId === client) ?? asked[0];
  const profile = apps.find(({ appProfileId }) => appProfileId === app);
  return (
    <Stack gap="m">
      <Choose
        label={TEXTS.app}
        choices={apps.map(({ appProfileId: id, appName: name }) => ({ id, name }))}
        chosen={app}
        onChosen={(id) => setApp(apps.find((one) => one.appProfileId === id)?.appProfileId ?? app)}
      />
      {chosen === undefined ? (
        <NoticeBar intent="info" title={TEXTS.noClient} />
      ) : (
        <Choose
          label={TEXTS.client}
          hint={TEXTS.clientHint}
          choices={asked.map(({ workspaceId: id, name }) => ({ id, name }))}
          chosen={chosen.workspaceId}
          onChosen={setClient}
        />
      )}
      <Inline>
        <Button
          appearance="primary"
          disabled={chosen === undefined || profile === undefined}
          onClick={() => {
            if (chosen !== undefined && profile !== undefined)
              props.onChosen({ appProfileId: profile.appProfileId, workspaceId: chosen.workspaceId });
          }}
        >
          {TEXTS.next}
        </Button>
        <Button onClick={props.onNewClient}>{CONSENT_TEXTS.page.addClient}</Button>
      </Inline>
    </Stack>
  );
};
