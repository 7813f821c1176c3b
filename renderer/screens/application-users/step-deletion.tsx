import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { Combobox, Field, NoticeBar, Option, Radio, RadioGroup, Stack } from '../../ui/index.ts';
import { nameOffers } from './name-offers.ts';
import { usePlacement } from './use-placement.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

/** So many names are offered at once; typing finds the others. */
const OFFERED = 60;

const TEXTS = APPLICATION_USERS_TEXTS.wizard.deletion;

/** Chooses what becomes of the records that the users own. */
const RecordsChoice = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
}): ReactElement => {
  const { act, draft } = props;
  const to = draft.recordsTo;
  return (
    <>
      <Field label={TEXTS.recordsTitle} hint={TEXTS.records}>
        <RadioGroup
          value={to === null ? 'stay' : 'team'}
          onChange={(_event, { value }) => act({ kind: 'records-to', team: value === 'team' ? '' : null })}
        >
          <Radio value="stay" label={TEXTS.recordsStay} />
          <Radio value="team" label={TEXTS.recordsToTeam} />
        </RadioGroup>
      </Field>
      {to === null ? null : <RecordsTeam team={to} draft={draft} act={act} />}
    </>
  );
};

/** Chooses the team by name; those that all environments have come first, and any other can be typed. */
const RecordsTeam = (props: {
  readonly team: string;
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
}): ReactElement => {
  const { act, draft, team } = props;
  const workspace = useWorkspace();
  const { data, running } = usePlacement(workspace.id, draft.environmentIds);
  const wanted = team.trim().toLowerCase();
  const offers = nameOffers(data.teams, draft.environmentIds)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, OFFERED);
  return (
    <Field
      label={TEXTS.recordsTeam}
      required
      hint={TEXTS.recordsTeamHint}
      {...(running || data.errors.size === 0
        ? {}
        : { validationState: 'warning' as const, validationMessage: TEXTS.recordsTeams })}
    >
      <Combobox
        freeform
        value={team}
        selectedOptions={[team]}
        onChange={(event) => act({ kind: 'records-to', team: event.target.value })}
        onOptionSelect={(_event, { optionValue }) =>
          optionValue === undefined ? undefined : act({ kind: 'records-to', team: optionValue })
        }
      >
        {offers.map(({ name }) => (
          <Option key={name} value={name} text={name}>
            {name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};

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
    <RecordsChoice draft={props.draft} act={props.act} />
  </Stack>
);
