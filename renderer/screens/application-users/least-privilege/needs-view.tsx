import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ApplicationUser } from '../../../../preload/contract/application-users.ts';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import type { EffectivePrivilege } from '../../../../preload/contract/security-roles.ts';
import { DEPTHS } from '../../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../../preload/contract/words/depth.ts';
import { APPLICATION_USERS_TEXTS, DEPTH_LABELS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../../bridge/index.ts';
import type { Column } from '../../../ui/index.ts';
import {
  Button,
  DataTable,
  Dropdown,
  ErrorPanel,
  Field,
  formatMoment,
  Inline,
  makeStyles,
  NoticeBar,
  Option,
  Spinner,
  StatusBadge,
  Textarea,
} from '../../../ui/index.ts';
import { judgeNeeds } from './judge-needs.ts';
import type { JudgedNeed } from './judge-needs.ts';
import { runsAsText } from './runs-as-text.ts';
import type { RunsAsText } from './runs-as-text.ts';

const TEXTS = APPLICATION_USERS_TEXTS.least.needs;
const LONGEST = 100_000;
type Reach = Exclude<Depth, 'None'>;
const REACHES: readonly Reach[] = ['Basic', 'Local', 'Deep', 'Global'];
const BY_VERDICT = { column: 'verdict', descending: true } as const;
const STATUS = { held: 'healthy', 'not-far-enough': 'attention', 'not-held': 'denied' } as const;

const COLUMNS: readonly Column<JudgedNeed>[] = [
  {
    id: 'privilege',
    header: TEXTS.columns.privilege,
    width: 200,
    grow: true,
    required: true,
    value: ({ need }) => need.privilege,
  },
  { id: 'wanted', header: TEXTS.columns.wanted, width: 80, value: ({ wanted }) => DEPTH_LABELS[wanted] },
  { id: 'held', header: TEXTS.columns.held, width: 80, value: ({ held }) => DEPTH_LABELS[held] },
  {
    id: 'verdict',
    header: TEXTS.columns.verdict,
    width: 140,
    value: ({ verdict }) => TEXTS.verdicts[verdict],
    cell: ({ verdict }) => <StatusBadge status={STATUS[verdict]} word={TEXTS.verdicts[verdict]} />,
  },
];

const useStyles = makeStyles({
  table: { display: 'flex', flexDirection: 'column', minHeight: '280px' },
});

/** Works out which privileges queries and refusals need, pasted or of the app's own runs, beside what the app has. */
export const NeedsView = (props: {
  readonly user: ApplicationUser;
  readonly privileges: readonly EffectivePrivilege[];
  /** Goes on to a role of exactly these; left out where nothing may be changed. */
  readonly onCreate?: ((needs: readonly JudgedNeed[]) => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  const { onCreate, privileges, user } = props;
  const { id: workspaceId } = useWorkspace();
  const [text, setText] = useState('');
  const [reach, setReach] = useState<Reach>('Global');
  const [taken, setTaken] = useState<RunsAsText | null>(null);
  const [answer, setAnswer] = useState<OutputOf<'securityRoles.needed'> | null>(null);
  const question = useAction('securityRoles.needed');
  const ask = async (): Promise<void> => {
    setAnswer(null);
    const result = await question.run({ workspaceId, environmentId: user.environmentId, text });
    if (result.ok) setAnswer(result.value);
  };
  const profiles = useCall('appProfiles.list', { workspaceId }).data?.profiles ?? [];
  const history = useCall('query.history', { workspaceId }).data?.entries ?? [];
  const profile = profiles.find(({ clientId }) => clientId === user.clientId);
  const runs = profile === undefined ? null : runsAsText(history, profile.id, user.environmentId, LONGEST);
  const take = (found: RunsAsText): void => {
    setText(found.text);
    setTaken(found);
    setAnswer(null);
  };
  const judged = answer === null ? [] : judgeNeeds(answer.needs, privileges, reach);
  const needed = new Set(judged.map(({ need }) => need.privilege.toLowerCase()));
  const unused = privileges.filter(({ name }) => !needed.has(name.toLowerCase())).length;
  const failure = question.error?.code === 'cancelled' ? null : question.error;
  return (
    <>
      <Field label={TEXTS.label} hint={TEXTS.hint}>
        <Textarea
          value={text}
          rows={6}
          resize="vertical"
          spellCheck={false}
          maxLength={LONGEST}
          placeholder={TEXTS.placeholder}
          onChange={(_event, data) => {
            setText(data.value);
            setTaken(null);
            // What was worked out belongs to the text that it came from.
            setAnswer(null);
          }}
        />
      </Field>
      <Inline gap="s" wrap>
        <Button
          appearance="primary"
          disabledFocusable={question.busy || text.trim() === ''}
          onClick={() => void ask()}
        >
          {TEXTS.ask}
        </Button>
        {runs === null || runs.runs === 0 ? null : (
          <Button disabledFocusable={question.busy} onClick={() => take(runs)}>
            {TEXTS.fromRuns}
          </Button>
        )}
        {question.busy ? <Button onClick={question.cancel}>{TEXTS.cancel}</Button> : null}
        {question.busy ? <Spinner size="tiny" label={TEXTS.asking} /> : null}
      </Inline>
      {taken?.since == null ? null : (
        <NoticeBar intent="info" title={TEXTS.runsTaken(taken.runs, formatMoment(taken.since))}>
          {TEXTS.runsText(taken.left)}
        </NoticeBar>
      )}
      {failure === null ? null : <ErrorPanel error={failure} handlers={{ retry: () => void ask() }} />}
      {answer === null ? null : (
        <>
          {answer.notUnderstood.length === 0 ? null : (
            <NoticeBar intent="warning" title={TEXTS.notUnderstood(answer.notUnderstood.length)}>
              {TEXTS.lines(answer.notUnderstood.map(({ line }) => line))}
            </NoticeBar>
          )}
          {answer.unknownTables.length === 0 ? null : (
            <NoticeBar intent="warning" title={TEXTS.unknownTables(answer.unknownTables)} />
          )}
          {judged.length === 0 ? null : (
            <>
              <Field label={TEXTS.reach} hint={TEXTS.reachHint}>
                <Dropdown
                  value={DEPTH_LABELS[reach]}
                  selectedOptions={[reach]}
                  onOptionSelect={(_event, data) =>
                    setReach(REACHES.find((each) => each === data.optionValue) ?? 'Global')
                  }
                >
                  {REACHES.toSorted((a, b) => DEPTHS.indexOf(b) - DEPTHS.indexOf(a)).map((each) => (
                    <Option key={each} value={each}>
                      {DEPTH_LABELS[each]}
                    </Option>
                  ))}
                </Dropdown>
              </Field>
              <span>{TEXTS.summary(judged.length, unused)}</span>
              <div className={styles.table}>
                <DataTable
                  label={TEXTS.table}
                  columns={COLUMNS}
                  rows={judged}
                  rowKey={({ need }) => need.privilege}
                  initialSort={BY_VERDICT}
                  empty={null}
                />
              </div>
              {onCreate === undefined ? null : (
                <Inline>
                  <Button onClick={() => onCreate(judged)}>{TEXTS.create}</Button>
                </Inline>
              )}
            </>
          )}
        </>
      )}
    </>
  );
};
