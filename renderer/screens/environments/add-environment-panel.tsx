import type { FormEvent, ReactElement } from 'react';
import { useDeferredValue, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { ENVIRONMENTS_TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { useCloudName } from '../../session/index.ts';
import { Button, ErrorPanel, Field, Inline, Input, SidePanel, Spinner, Stack } from '../../ui/index.ts';

const TEXTS = ENVIRONMENTS_TEXTS.addPanel;

type Verdict = { readonly state: 'none' | 'success' | 'warning' | 'error'; readonly message: string };

/** Adds an environment from anything with its address in it; says while typing how the text is understood. */
export const AddEnvironmentPanel = (props: {
  readonly onAdded: (environment: Environment) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const workspace = useWorkspace();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const asked = useDeferredValue(text.trim());
  const understood = useCall('clouds.understand', asked === '' ? null : { text: asked });
  const cloudName = useCloudName([workspace.cloud, understood.data?.cloud ?? null]);
  const add = useAction('environments.add', { invalidates: ['environments.list'] });

  const verdict = ((): Verdict => {
    if (asked === '') return { state: 'none', message: TEXTS.textHint };
    if (understood.error?.params['reason'] === 'environment-id')
      return { state: 'success', message: TEXTS.byId };
    if (understood.error !== null) {
      const { title, cause } = explain(understood.error);
      return { state: 'error', message: `${title}. ${cause}` };
    }
    if (understood.data === undefined) return { state: 'none', message: TEXTS.textHint };
    const { url, cloud, region } = understood.data;
    if (cloud !== null && cloud !== workspace.cloud)
      return { state: 'error', message: TEXTS.otherCloud(cloudName(cloud), cloudName(workspace.cloud)) };
    const more = [
      region === null ? '' : TEXTS.region(region),
      cloud === null ? '' : TEXTS.cloud(cloudName(cloud)),
    ];
    return {
      state: 'success',
      message: [TEXTS.understood(url.replace('https://', '')), ...more.filter((part) => part !== '')].join(
        ' · ',
      ),
    };
  })();

  /** What an earlier text was refused for is not said of another one. */
  const change = (next: string) => {
    setText(next);
    if (add.error !== null) add.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await add.run({ workspaceId: workspace.id, text: text.trim(), name: name.trim() });
    if (result.ok) props.onAdded(result.value);
  };
  return (
    <SidePanel title={TEXTS.title} subtitle={TEXTS.subtitle} onClose={props.onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Field
            label={TEXTS.text}
            required
            validationState={verdict.state}
            validationMessage={verdict.state === 'none' ? null : verdict.message}
            hint={verdict.state === 'none' ? verdict.message : null}
          >
            <Input
              autoFocus
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(_event, data) => change(data.value)}
            />
          </Field>
          <Field label={TEXTS.name} hint={TEXTS.nameHint}>
            <Input maxLength={120} value={name} onChange={(_event, data) => setName(data.value)} />
          </Field>
          {add.error === null ? null : <ErrorPanel error={add.error} />}
          <Inline>
            <Button
              appearance="primary"
              type="submit"
              disabled={add.busy || verdict.state !== 'success'}
              icon={add.busy ? <Spinner size="tiny" aria-hidden /> : null}
            >
              {add.busy ? TEXTS.adding : TEXTS.add}
            </Button>
          </Inline>
        </Stack>
      </form>
    </SidePanel>
  );
};
