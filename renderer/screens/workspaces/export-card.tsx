import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { passphraseStrength } from '../../../preload/contract/words/portability.ts';
import type { PassphraseStrength } from '../../../preload/contract/words/portability.ts';
import { EXPORT_TEXTS as TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import type { SecretHandle } from '../../ui/index.ts';
import {
  Button,
  Card,
  ErrorPanel,
  Facts,
  Field,
  Inline,
  NoticeBar,
  Radio,
  RadioGroup,
  SecretField,
  Spinner,
  Stack,
} from '../../ui/index.ts';

/** Writes one workspace, or all of them, to a file: readable without secrets, or sealed with a passphrase that is typed twice and kept nowhere. */
export const ExportCard = (props: {
  /** Null for all. */
  readonly workspace: Workspace | null;
  readonly className?: string;
}): ReactElement => {
  const { className, workspace } = props;
  const title = workspace === null ? TEXTS.titleAll : TEXTS.title;
  const go = useGo();
  const run = useAction('portability.export');
  const [how, setHow] = useState<'without' | 'with'>('without');
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState<OutputOf<'portability.export'> | null>(null);
  const first = useRef<SecretHandle>(null);
  const second = useRef<SecretHandle>(null);

  /** The passphrase when it was typed twice; both fields are empty afterwards. */
  const take = (): string | null => {
    const [one, two] = [first.current?.take() ?? '', second.current?.take() ?? ''];
    setStrength(null);
    setProblem(one === '' ? TEXTS.empty : one === two ? null : TEXTS.differ);
    return one !== '' && one === two ? one : null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (run.busy) return;
    setTold(null);
    const passphrase = how === 'with' ? take() : null;
    if (how === 'with' && passphrase === null) return;
    const result = await run.run({ workspaceIds: workspace === null ? [] : [workspace.id], passphrase });
    if (result.ok && result.value.saved) setTold(result.value);
  };
  return (
    <Card
      title={title}
      text={workspace === null ? TEXTS.textAll : TEXTS.text}
      {...(className === undefined ? {} : { className })}
    >
      <form noValidate onSubmit={(event) => void submit(event)} aria-label={title}>
        <Stack gap="l">
          <Field label={TEXTS.how}>
            <RadioGroup
              value={how}
              onChange={(_event, data) => {
                setHow(data.value === 'with' ? 'with' : 'without');
                setProblem(null);
                setTold(null);
              }}
            >
              <Radio value="without" label={TEXTS.without} />
              <Radio value="with" label={TEXTS.withSecrets} />
            </RadioGroup>
          </Field>
          {how === 'with' ? (
            <>
              <SecretField
                label={TEXTS.passphrase}
                hint={strength === null ? TEXTS.passphraseHint : TEXTS.strengths[strength]}
                required
                handle={first}
                onLook={(text) => setStrength(text === '' ? null : passphraseStrength(text))}
                error={problem ?? undefined}
              />
              <SecretField label={TEXTS.again} required handle={second} />
            </>
          ) : null}
          {run.error === null || run.error.code === 'cancelled' ? null : <ErrorPanel error={run.error} />}
          {told === null ? null : (
            <NoticeBar
              intent={told.leftOut.length === 0 ? 'success' : 'warning'}
              title={TEXTS.saved(told.place ?? '')}
            >
              {workspace === null ? `${TEXTS.workspaces(told.workspaces)}, ` : ''}
              {TEXTS.contents(told.environments, told.apps, told.secrets)}
            </NoticeBar>
          )}
          {told === null || told.leftOut.length === 0 ? null : (
            <Field label={TEXTS.leftOut}>
              <Facts
                facts={told.leftOut.map((one) => ({
                  label: `${one.app}: ${one.label}`,
                  value: explain(one.error).title,
                }))}
              />
            </Field>
          )}
          <Inline wrap>
            <Button
              type="submit"
              disabledFocusable={run.busy}
              icon={run.busy ? <Spinner size="tiny" aria-hidden /> : null}
            >
              {run.busy && how === 'with' ? TEXTS.sealing : TEXTS.submit}
            </Button>
            <Button appearance="subtle" onClick={run.busy ? run.cancel : () => go({ page: 'import' })}>
              {run.busy ? TEXTS.cancel : TEXTS.import}
            </Button>
          </Inline>
        </Stack>
      </form>
    </Card>
  );
};
