import type { ReactElement } from 'react';
import type { LinkResult } from '../../../preload/contract/doctor.ts';
import {
  CAUSE_LABELS,
  CAUSE_MEANINGS,
  DOCTOR_LINK_TEXTS,
  DOCTOR_TEXTS as TEXTS,
  UNKNOWN_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { RemedyHandlers } from '../../ui/index.ts';
import { Button, ErrorPanel, Inline, makeStyles, NoticeBar, RefreshIcon, tokens } from '../../ui/index.ts';
import { EvidenceList } from './evidence-list.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  asked: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** A remedy that no error text offers. */
export type MoreRemedy = { readonly label: string; readonly run: () => void };

/** One link, unfolded: what was asked, the verdict with its fix, the evidence. */
export const LinkDetails = (props: {
  readonly result: LinkResult;
  readonly handlers: RemedyHandlers;
  readonly more: readonly MoreRemedy[];
  /** Null while a run goes on. */
  readonly onAgain: (() => void) | null;
}): ReactElement => {
  const styles = useStyles();
  const { link, verdict, evidence } = props.result;
  return (
    <div className={styles.body}>
      <p className={styles.asked}>
        {verdict.state === 'failed'
          ? `${CAUSE_LABELS[verdict.cause]}: ${CAUSE_MEANINGS[verdict.cause]}`
          : DOCTOR_LINK_TEXTS[link].asked}
      </p>
      {verdict.state === 'failed' ? <ErrorPanel error={verdict.error} handlers={props.handlers} /> : null}
      {verdict.state === 'symptom' ? <NoticeBar intent="warning" title={TEXTS.symptom} /> : null}
      {verdict.state === 'unknown' ? (
        <>
          <NoticeBar intent="info" title={UNKNOWN_TEXTS[verdict.reason]} />
          {verdict.error === null ? null : <ErrorPanel error={verdict.error} handlers={props.handlers} />}
        </>
      ) : null}
      {evidence.length === 0 ? null : <EvidenceList evidence={evidence} />}
      {props.onAgain === null && props.more.length === 0 ? null : (
        <Inline>
          {props.more.map(({ label, run }) => (
            <Button key={label} size="small" appearance="primary" onClick={run}>
              {label}
            </Button>
          ))}
          {props.onAgain === null ? null : (
            <Button size="small" icon={<RefreshIcon />} onClick={props.onAgain}>
              {TEXTS.againFrom}
            </Button>
          )}
        </Inline>
      )}
    </div>
  );
};
