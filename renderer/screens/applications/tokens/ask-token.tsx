import type { ReactElement } from 'react';
import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import type { CredentialId, EnvironmentId } from '../../../../preload/contract/words/ids.ts';
import { TOKENS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Dropdown,
  EnvironmentSelect,
  Field,
  Inline,
  Option,
  ProgressBar,
  Stack,
} from '../../../ui/index.ts';

/** Chooses environment and credential and asks for a token; while it is on its way it can be given up. */
export const AskToken = (props: {
  readonly profile: AppProfile;
  readonly environments: readonly Environment[];
  readonly environment: Environment | undefined;
  readonly credentialId: CredentialId | null;
  readonly busy: boolean;
  readonly onEnvironment: (id: EnvironmentId) => void;
  readonly onCredential: (id: CredentialId) => void;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const { credentials } = props.profile;
  const chosen = credentials.find(({ id }) => id === props.credentialId);
  return (
    <Stack gap="s">
      <Inline wrap>
        <EnvironmentSelect
          label={TEXTS.environment}
          placeholder={TEXTS.chooseEnvironment}
          environments={props.environments}
          chosen={props.environment}
          onChosen={props.onEnvironment}
        />
        <Dropdown
          aria-label={TEXTS.credential}
          placeholder={TEXTS.chooseCredential}
          value={chosen?.label ?? ''}
          selectedOptions={chosen === undefined ? [] : [chosen.id]}
          onOptionSelect={(_event, data) => {
            const found = credentials.find(({ id }) => id === data.optionValue);
            if (found !== undefined) props.onCredential(found.id);
          }}
        >
          {credentials.map(({ id, label }) => (
            <Option key={id} value={id}>
              {label}
            </Option>
          ))}
        </Dropdown>
      </Inline>
      {props.busy ? (
        <Field validationMessage={TEXTS.asking} validationState="none">
          <ProgressBar aria-label={TEXTS.asking} />
        </Field>
      ) : null}
      <Inline>
        <Button
          appearance="primary"
          disabled={props.busy || props.environment === undefined || chosen === undefined}
          onClick={props.onAsk}
        >
          {TEXTS.get}
        </Button>
        {props.busy ? <Button onClick={props.onCancel}>{TEXTS.cancel}</Button> : null}
      </Inline>
    </Stack>
  );
};
