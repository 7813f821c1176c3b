import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Field, NoticeBar, Radio, RadioGroup, Stack } from '../../ui/index.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.deletion;

/** Chooses how far a deletion goes: its first step, or both. */
export const StepDeletion = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
}): ReactElement => (
  <Stack>
    <Field label={TEXTS.how}>
      <RadioGroup
        value={props.draft.deletion}
        onChange={(_event, { value }) =>
          props.act({ kind: 'choose-deletion', deletion: value === 'permanent' ? 'permanent' : 'soft' })
        }
      >
        <Radio value="soft" label={TEXTS.soft} />
        <Radio value="permanent" label={TEXTS.permanent} />
      </RadioGroup>
    </Field>
    <NoticeBar
      intent={props.draft.deletion === 'soft' ? 'info' : 'warning'}
      title={props.draft.deletion === 'soft' ? TEXTS.softTitle : TEXTS.permanentTitle}
    >
      {props.draft.deletion === 'soft' ? TEXTS.softText : TEXTS.permanentText}
    </NoticeBar>
    <NoticeBar intent="info" title={TEXTS.recordsTitle}>
      {TEXTS.records}
    </NoticeBar>
  </Stack>
);
