import type { FormEvent, ReactElement } from 'react';
import { useEffect } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Facts,
  Field,
  Identifier,
  Input,
  makeStyles,
  ProgressBar,
  SearchIcon,
  Stack,
  StopIcon,
  tokens,
} from '../../ui/index.ts';

const TEXTS = WORKSPACES_TEXTS.create;

/** A tenant that was found, with its cloud and a name. */
export type Found = OutputOf<'workspaces.lookUp'>;

const useStyles = makeStyles({
  input: { flexGrow: 1 },
  asking: { color: tokens.colorNeutralForeground3 },
});

/** Takes anything that says whose it is and finds tenant and cloud behind it; says who is being asked, and can be stopped. */
export const TenantField = (props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The text for which `found` is the answer; null while none was asked for. */
  readonly asked: string | null;
  readonly onAsk: (text: string) => void;
  readonly onFound: (found: Found) => void;
  readonly cloudName: (id: Found['cloud']) => string;
}): ReactElement => {
  const styles = useStyles();
  const { asked, text } = props;
  const lookUp = useStream('workspaces.lookUp', {
    scope: 'new-workspace',
    title: TEXTS.lookingUp,
    initial: '',
    reduce: (_before, { host }) => host,
  });
  const { cancel } = lookUp;
  useEffect(() => cancel, [cancel]);

  const ask = async (wanted: string) => {
    const typed = wanted.trim();
    if (typed === '') return;
    props.onAsk(typed);
    const result = await lookUp.start({ text: typed, cloud: null });
    if (result.ok) props.onFound(result.value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(text);
  };
  const current = asked !== null && asked === text.trim();
  const found = current && lookUp.state === 'done' ? lookUp.output : null;
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Field label={TEXTS.tenant} hint={TEXTS.tenantHint}>
          <Input
            autoFocus
            className={styles.input}
            autoComplete="off"
            spellCheck={false}
            maxLength={4096}
            value={text}
            onChange={(_event, data) => props.onText(data.value)}
            onPaste={(event) => {
              // What was pasted over everything is meant to be looked up; the text is in the field a moment later.
              if (text === '') void ask(event.clipboardData.getData('text/plain'));
            }}
            contentAfter={
              lookUp.running ? (
                <Button size="small" appearance="subtle" icon={<StopIcon />} onClick={cancel}>
                  {TEXTS.stop}
                </Button>
              ) : (
                <Button
                  size="small"
                  appearance="subtle"
                  type="submit"
                  icon={<SearchIcon />}
                  disabled={text.trim() === ''}
                >
                  {TEXTS.lookUp}
                </Button>
              )
            }
          />
        </Field>
        {lookUp.running ? (
          <Stack gap="xs">
            <ProgressBar aria-label={TEXTS.lookingUp} />
            <span className={styles.asking} role="status">
              {lookUp.data === '' ? TEXTS.lookingUp : TEXTS.asking(lookUp.data)}
            </span>
          </Stack>
        ) : null}
        {current && lookUp.state === 'cancelled' ? (
          <span className={styles.asking} role="status">
            {TEXTS.stopped}
          </span>
        ) : null}
        {current && lookUp.state === 'failed' && lookUp.error !== null ? (
          <ErrorPanel error={lookUp.error} handlers={{ retry: () => void ask(text) }} />
        ) : null}
        {found === null ? null : (
          <div role="status">
            <Facts
              facts={[
                {
                  label: TEXTS.foundTenant,
                  value: <Identifier value={found.tenantId} what={TEXTS.foundTenant} full />,
                },
                { label: TEXTS.cloud, value: props.cloudName(found.cloud) },
                {
                  label: TEXTS.foundBy,
                  value: TEXTS.saidBy[found.by](found.host),
                },
              ]}
            />
          </div>
        )}
      </Stack>
    </form>
  );
};
