import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { DOCTOR_TEXTS as TEXTS, VERB_LABELS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Dropdown,
  EnvironmentMenu,
  Field,
  FoldsBesidePanel,
  Input,
  makeStyles,
  Option,
  RunIcon,
  tokens,
} from '../../ui/index.ts';
import { ASKED_FOR, readQuestion } from './doctor-question.ts';
import type { AskedFor } from './doctor-question.ts';
import type { DoctorDraft } from './use-doctor-draft.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  // One line in a window of the least width.
  apps: { flex: '1 1 140px', minWidth: 0, maxWidth: '300px' },
  question: { flex: '2 1 160px' },
  verb: { flex: '0 1 140px', minWidth: '120px' },
  narrow: { minWidth: 0 },
  // A second line would put the fields out of their row.
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    ':empty': { display: 'none' },
  },
});

/** Chooses every app, or none where every one is chosen. */
const ALL = 'all';

const appsText = (profiles: readonly AppProfile[], chosen: readonly string[]): string => {
  const named = profiles.filter(({ id }) => chosen.includes(id));
  return named.length === 1
    ? (named[0]?.name ?? '')
    : named.length === 0
      ? ''
      : TEXTS.appsChosen(named.length);
};

const environmentsText = (
  environments: readonly Environment[],
  chosen: DoctorDraft['environmentIds'],
): string => {
  const [first] = chosen;
  const only = chosen.length === 1 ? environments.find(({ id }) => id === first)?.name : undefined;
  return only ?? TEXTS.environmentsChosen(chosen.length);
};

const askedForText = (one: AskedFor): string => (one === 'query' ? TEXTS.runsQuery : VERB_LABELS[one]);

/** Which apps, where, and what they shall be able to do. */
export const DiagnoseForm = (props: {
  readonly draft: DoctorDraft;
  readonly onDraft: (change: Partial<DoctorDraft>) => void;
  readonly profiles: readonly AppProfile[];
  readonly environments: readonly Environment[];
  readonly running: boolean;
  readonly onRun: () => void;
  /** Makes room for the form where it is folded beside a panel; null where there is no panel. */
  readonly onUnfold: (() => void) | null;
}): ReactElement => {
  const styles = useStyles();
  const { draft, environments, onDraft, profiles, running } = props;
  const read = readQuestion(draft.askedFor, draft.question);
  const missing =
    draft.appIds.length === 0
      ? TEXTS.missing.apps
      : draft.environmentIds.length === 0
        ? TEXTS.missing.environments
        : read.kind === 'problem'
          ? read.text
          : null;
  const chosenApps = appsText(profiles, draft.appIds);
  const appIds = profiles.map(({ id }) => id);
  const allChosen = appIds.every((id) => draft.appIds.includes(id));
  return (
    <FoldsBesidePanel
      holds={[
        chosenApps,
        environmentsText(environments, draft.environmentIds),
        `${askedForText(draft.askedFor)} ${draft.question}`.trim(),
      ]}
      onUnfold={props.onUnfold}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null && !running) props.onRun();
        }}
      >
        <div className={styles.bar}>
          <Field className={styles.apps} label={TEXTS.apps}>
            <Dropdown
              className={styles.narrow}
              multiselect
              placeholder={TEXTS.chooseApps}
              value={chosenApps}
              {...(chosenApps === ''
                ? {}
                : {
                    title: chosenApps,
                    button: { children: <span className={styles.oneLine}>{chosenApps}</span> },
                  })}
              selectedOptions={[...draft.appIds, ...(allChosen ? [ALL] : [])]}
              onOptionSelect={(_event, data) =>
                onDraft({
                  appIds:
                    data.optionValue === ALL
                      ? appIds.filter(() => !allChosen)
                      : appIds.filter((id) => data.selectedOptions.includes(id)),
                })
              }
            >
              {profiles.length > 1 ? <Option value={ALL}>{TEXTS.allApps(profiles.length)}</Option> : null}
              {profiles.map(({ id, name }) => (
                <Option key={id} value={id}>
                  {name}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field label={TEXTS.environments}>
            <EnvironmentMenu
              label={TEXTS.environments}
              environments={environments}
              chosen={new Set(draft.environmentIds)}
              onChosen={(chosen) => onDraft({ environmentIds: [...chosen] })}
            />
          </Field>
          <Field className={styles.verb} label={TEXTS.askedFor}>
            <Dropdown
              className={styles.narrow}
              value={askedForText(draft.askedFor)}
              selectedOptions={[draft.askedFor]}
              onOptionSelect={(_event, data) =>
                onDraft({ askedFor: ASKED_FOR.find((one) => one === data.optionValue) ?? 'query' })
              }
            >
              {ASKED_FOR.map((one) => (
                <Option key={one} value={one}>
                  {askedForText(one)}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field
            className={styles.question}
            label={draft.askedFor === 'query' ? TEXTS.question : TEXTS.tableOrRow}
          >
            <Input
              input={{ className: styles.mono }}
              placeholder={draft.askedFor === 'query' ? TEXTS.questionPlaceholder : TEXTS.tablePlaceholder}
              value={draft.question}
              onChange={(_event, data) => onDraft({ question: data.value })}
            />
          </Field>
          <Button
            type="submit"
            appearance="primary"
            icon={<RunIcon />}
            disabledFocusable={missing !== null || running}
          >
            {TEXTS.run}
          </Button>
        </div>
        <span className={styles.hint}>{missing ?? ''}</span>
      </form>
    </FoldsBesidePanel>
  );
};
