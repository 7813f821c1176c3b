import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Field,
  Identifier,
  Inline,
  Input,
  makeStyles,
  OpenIcon,
  Stack,
  tokens,
  useUiPorts,
} from '../../ui/index.ts';
import { clientIdWarning } from './workspace-fields.ts';

const TEXTS = WORKSPACES_TEXTS.create;
const REDIRECT = 'http://localhost';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  box: {
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const fieldState = (problem: string | null, warning: string | null) => {
  if (problem !== null) return { validationMessage: problem };
  return warning === null ? {} : { validationMessage: warning, validationState: 'warning' as const };
};

/** The client id that admins sign in with, and how an organization gets one. */
export const ClientIdField = (props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required: boolean;
  readonly problem: string | null;
  readonly cloud: Cloud | null;
}): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  const [open, setOpen] = useState(false);
  const portal = props.cloud?.portal ?? null;
  return (
    <Stack gap="s">
      <Field
        label={TEXTS.clientId}
        required={props.required}
        hint={TEXTS.clientIdHint}
        {...fieldState(props.problem, clientIdWarning(props.value))}
      >
        <Input
          autoComplete="off"
          spellCheck={false}
          value={props.value}
          onChange={(_event, data) => props.onChange(data.value)}
        />
      </Field>
      <Inline wrap>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? TEXTS.howToHide : TEXTS.howTo}
        </Button>
        {portal === null ? null : (
          <Button
            size="small"
            appearance="subtle"
            icon={<OpenIcon />}
            onClick={() =>
              ports.openLink(`${portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade`)
            }
          >
            {TEXTS.openPortal}
          </Button>
        )}
      </Inline>
      {open ? (
        <div className={styles.box}>
          <ol className={styles.steps}>
            {TEXTS.howToSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Inline gap="xs">
            {TEXTS.redirect}
            <Identifier value={REDIRECT} what={TEXTS.redirect} full />
          </Inline>
        </div>
      ) : null}
    </Stack>
  );
};
