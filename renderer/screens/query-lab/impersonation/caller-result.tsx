import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { CALLER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { RemedyHandlers } from '../../../ui/index.ts';
import { Button, ErrorPanel, Facts, makeStyles, NoticeBar, PanelSection, tokens } from '../../../ui/index.ts';
import { CallerAnswers } from './caller-answers.tsx';
import { CallerRows } from './caller-rows.tsx';
import { SharedRightsTable } from './shared-rights-table.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** CannotActOnBehalfOfAnotherUser: the refusal itself says what to do. */
const MAY_NOT_ACT = '0x8004A110';

type Output = OutputOf<'query.asCallers'>;

/** What came of it: the answers beside each other, what both may do, and who has read which row. */
export const CallerResult = (props: {
  readonly output: Output;
  readonly appName: string;
  readonly handlers: RemedyHandlers;
  /** Goes to where the app gets a role by a plan. */
  readonly onGiveRole: () => void;
}): ReactElement => {
  const { output } = props;
  const styles = useStyles();
  const { answers, caller, rights, rightsError } = output;
  const signedIn = answers.some(({ who }) => who === 'user');
  const may = rights === null || rights.actOnBehalf.depth !== 'None';
  const toldBefore = answers.some(({ error }) => error?.params['hex'] === MAY_NOT_ACT);
  return (
    <>
      <PanelSection title={TEXTS.answers}>
        <CallerAnswers
          answers={answers}
          appName={props.appName}
          userName={caller.name}
          handlers={props.handlers}
        />
        <span className={styles.quiet}>
          {TEXTS.header(output.header)} {signedIn ? null : TEXTS.notSignedIn(caller.name)}
        </span>
      </PanelSection>
      <PanelSection title={TEXTS.rights}>
        <span className={styles.quiet}>{TEXTS.rightsHint}</span>
        {rightsError === null ? null : <ErrorPanel error={rightsError} handlers={props.handlers} />}
        {may || toldBefore ? null : (
          <NoticeBar
            intent="warning"
            title={TEXTS.actOnBehalfNo}
            actions={
              <Button size="small" onClick={props.onGiveRole}>
                {TEXTS.giveDelegate}
              </Button>
            }
          />
        )}
        {rights === null ? null : (
          <>
            {may ? (
              <Facts
                facts={[
                  {
                    label: TEXTS.actOnBehalf,
                    value: TEXTS.actOnBehalfYes(
                      rights.actOnBehalf.through.map(({ role, team }) => TEXTS.from(role, team)).join(', '),
                    ),
                  },
                ]}
              />
            ) : null}
            {rights.privileges.length === 0 ? (
              <span>{TEXTS.nothingNeeded}</span>
            ) : (
              <SharedRightsTable rights={rights} />
            )}
            {rights.unknownTables.length === 0 ? null : (
              <span>{TEXTS.unknownTables(rights.unknownTables.join(', '))}</span>
            )}
          </>
        )}
      </PanelSection>
      {output.rows.length === 0 ? null : (
        <PanelSection title={TEXTS.records(output.count)}>
          <span className={styles.quiet}>
            {output.rows.length < output.count ? TEXTS.shown(output.rows.length, output.count) : null}{' '}
            {answers.some(({ more }) => more) ? TEXTS.notProof : null}
          </span>
          <CallerRows output={output} />
        </PanelSection>
      )}
    </>
  );
};
