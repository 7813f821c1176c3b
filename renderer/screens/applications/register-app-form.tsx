import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { SIGN_IN_AUDIENCES } from '../../../preload/contract/words/status.ts';
import {
  APPLICATIONS_TEXTS,
  CHANGE_TEXTS,
  REGISTER_APP_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import {
  Button,
  Checkbox,
  ErrorPanel,
  Field,
  Inline,
  Input,
  makeStyles,
  NoticeBar,
  Radio,
  RadioGroup,
  Stack,
  tokens,
} from '../../ui/index.ts';

const TEXTS = REGISTER_APP_TEXTS;

/** What a registration is asked for with. */
export type Registration = Extract<TenantChange, { readonly kind: 'register-application' }>;

const useStyles = makeStyles({
  meaning: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** How a new app is called and who may use it; the rest is the preview's. */
export const RegisterAppForm = (props: {
  readonly profiles: readonly AppProfile[];
  /** What stood here before the preview. */
  readonly start: Registration | null;
  readonly onNext: (registration: Registration) => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const account = useCall('identity.account', { workspaceId: workspace.id });
  const [text, setText] = useState(props.start?.name ?? '');
  const [audience, setAudience] = useState<Registration['audience']>(props.start?.audience ?? 'AzureADMyOrg');
  const [redirect, setRedirect] = useState(props.start?.publicRedirect ?? false);
  const [tried, setTried] = useState(false);

  const name = text.replaceAll(/\s+/g, ' ').trim();
  const taken = props.profiles.some((profile) => profile.name.toLowerCase() === name.toLowerCase());
  const signedOut = account.data !== undefined && account.data.state !== 'signed-in';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name === '' || signedOut || workspace.readOnly) return;
    props.onNext({ kind: 'register-application', name, audience, publicRedirect: redirect });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={TEXTS.title}>
      <Stack gap="l">
        {workspace.readOnly ? <NoticeBar intent="warning" title={CHANGE_TEXTS.readOnly} /> : null}
        {signedOut && !workspace.readOnly ? (
          <ErrorPanel error={appError('sign-in-needed', { workspace: workspace.name })} />
        ) : null}
        <Field
          label={TEXTS.name}
          hint={TEXTS.nameHint}
          required
          {...(tried && name === ''
            ? { validationMessage: TEXTS.nameEmpty, validationState: 'error' as const }
            : taken
              ? { validationMessage: TEXTS.nameTaken(name), validationState: 'warning' as const }
              : {})}
        >
          <Input
            value={text}
            maxLength={120}
            autoComplete="off"
            onChange={(_event, data) => setText(data.value)}
          />
        </Field>
        <Field label={TEXTS.audience}>
          <RadioGroup
            value={audience}
            onChange={(_event, data) =>
              setAudience(SIGN_IN_AUDIENCES.find((each) => each === data.value) ?? 'AzureADMyOrg')
            }
          >
            {SIGN_IN_AUDIENCES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={
                  <>
                    {TEXTS.audiences[each].title}
                    <span className={styles.meaning}>{TEXTS.audiences[each].text}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        <Checkbox
          checked={redirect}
          onChange={(_event, data) => setRedirect(data.checked === true)}
          label={
            <>
              {TEXTS.redirect}
              <span className={styles.meaning}>{TEXTS.redirectText}</span>
            </>
          }
        />
        <Inline>
          <Button appearance="primary" type="submit" disabled={signedOut || workspace.readOnly}>
            {TEXTS.next}
          </Button>
          <Button onClick={props.onCancel}>{APPLICATIONS_TEXTS.cancel}</Button>
        </Inline>
      </Stack>
    </form>
  );
};
