import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { WRITE_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { TypedNames } from '../../../plans/index.ts';
import { ErrorPanel, Facts, makeStyles, NoticeBar, PanelSection, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
});

/** What would be sent, what is there now, and the name that production asks for. */
export const WritePreview = (props: {
  readonly planned: OutputOf<'fleet.planWrite'>;
  readonly body: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly onTyped: (typed: Readonly<Record<string, string>>) => void;
  readonly onConfirm: () => void;
}): ReactElement => {
  const { before, beforeError, plan } = props.planned;
  const styles = useStyles();
  const [place] = plan.environments;
  const [step] = place?.steps ?? [];
  return (
    <>
      <PanelSection title={TEXTS.sent}>
        <Facts
          facts={[
            { label: TEXTS.request, value: <span className={styles.code}>{step?.subject ?? ''}</span> },
            { label: TEXTS.as, value: place?.appName ?? '' },
            { label: TEXTS.in, value: place?.environmentName ?? '' },
            { label: TEXTS.content, value: step?.after ?? '' },
          ]}
        />
        {props.body.trim() === '' ? null : <pre className={styles.code}>{props.body}</pre>}
        <NoticeBar intent="warning" title={TEXTS.noUndo} />
      </PanelSection>
      <PanelSection title={TEXTS.before}>
        {beforeError === null ? null : (
          <>
            <span>{TEXTS.beforeUnread}</span>
            <ErrorPanel error={beforeError} />
          </>
        )}
        {before === null ? (
          beforeError === null ? (
            <span>{TEXTS.beforeNone}</span>
          ) : null
        ) : (
          <Facts
            facts={before.map(({ column, value }) => ({
              label: column,
              value: <span className={styles.code}>{value}</span>,
            }))}
          />
        )}
      </PanelSection>
      {plan.confirmations.length === 0 ? null : (
        <TypedNames
          names={plan.confirmations}
          entries={props.typed}
          onChange={props.onTyped}
          onConfirm={props.onConfirm}
        />
      )}
    </>
  );
};
