import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { CLOUD_HOSTS, isNeededHost } from '../../../preload/contract/words/cloud-hosts.ts';
import type { CloudField } from '../../../preload/contract/words/cloud-rules.ts';
import { CLOUD_HOST_TEXTS, CLOUDS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Field,
  Inline,
  Input,
  NoticeBar,
  SidePanel,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import type { CloudFields } from './cloud-draft.ts';
import { copyOf, draftOf, fieldProblem, fieldsOf } from './cloud-draft.ts';

const TEXTS = CLOUDS_TEXTS.form;

/** Where the form begins: nothing, another cloud, or the cloud that is changed. */
export type CloudFormStart = { readonly kind: 'add' | 'copy' | 'edit'; readonly cloud: Cloud | null };

const startOf = ({ kind, cloud }: CloudFormStart): CloudFields =>
  kind === 'copy' && cloud !== null ? copyOf(cloud) : fieldsOf(kind === 'edit' ? cloud : null);

/** Adds or changes a custom cloud; what is wrong is said field by field, at once where something stands already. */
export const CloudForm = (props: {
  readonly start: CloudFormStart;
  readonly clouds: readonly Cloud[];
  readonly onSaved: (cloud: Cloud) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { kind, cloud } = props.start;
  const id = kind === 'edit' ? (cloud?.id ?? null) : null;
  const others = props.clouds.filter((other) => other.id !== id);
  const toasts = useToasts();
  const save = useAction('clouds.save', { invalidates: ['clouds.list'] });
  const [fields, setFields] = useState(() => startOf(props.start));
  const [tried, setTried] = useState(false);

  const problemOf = (field: CloudField): string | undefined => fieldProblem(fields, field, others);
  const ALL: readonly CloudField[] = ['name', 'environmentSuffixes', ...CLOUD_HOSTS, 'pacName'];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ALL.some((field) => problemOf(field) !== undefined)) return;
    const result = await save.run({ id, ...draftOf(fields) });
    if (!result.ok) return;
    toasts.success(TEXTS.saved(result.value.name));
    props.onSaved(result.value);
  };
  const input = (
    field: CloudField,
    key: keyof CloudFields,
    words: { readonly label: string; readonly hint?: string; readonly required: boolean },
  ) => {
    const problem = tried || fields[key] !== '' ? problemOf(field) : undefined;
    return (
      <Field
        key={field}
        label={words.label}
        required={words.required}
        {...(words.hint === undefined ? {} : { hint: words.hint })}
        {...(problem === undefined ? {} : { validationMessage: problem })}
      >
        <Input
          autoFocus={field === 'name'}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          value={fields[key]}
          onChange={(_event, data) => setFields({ ...fields, [key]: data.value })}
        />
      </Field>
    );
  };
  return (
    <SidePanel
      title={kind === 'edit' && cloud !== null ? TEXTS.editTitle(cloud.name) : TEXTS.addTitle}
      subtitle={TEXTS.subtitle}
      onClose={props.onClose}
    >
      {kind === 'copy' && cloud !== null ? (
        <NoticeBar intent="info" title={TEXTS.copyNote(cloud.name)} />
      ) : null}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {input('name', 'name', { label: TEXTS.name, required: true })}
          {input('environmentSuffixes', 'suffixes', {
            label: TEXTS.suffixes,
            hint: TEXTS.suffixesHint,
            required: true,
          })}
          {CLOUD_HOSTS.map((host) =>
            input(host, host, { ...CLOUD_HOST_TEXTS[host], required: isNeededHost(host) }),
          )}
          {input('pacName', 'pacName', { label: TEXTS.pacName, hint: TEXTS.pacNameHint, required: false })}
          {save.error === null ? null : <ErrorPanel error={save.error} />}
          <Inline>
            <Button appearance="primary" type="submit" disabledFocusable={save.busy}>
              {TEXTS.save}
            </Button>
          </Inline>
        </Stack>
      </form>
    </SidePanel>
  );
};
