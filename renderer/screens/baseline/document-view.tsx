import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { KeptBaseline } from '../../../preload/contract/baseline.ts';
import type { BaselineFault } from '../../../preload/contract/words/baseline.ts';
import { LONGEST_BASELINE } from '../../../preload/contract/words/baseline.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Inline,
  Link,
  makeStyles,
  StatusBadge,
  Textarea,
  tokens,
  useToasts,
} from '../../ui/index.ts';
import type { BaselineDraft } from './use-writing.ts';

/** How long nothing is typed before the text is looked at. */
const REST = 400;
const NO_FAULTS: readonly BaselineFault[] = [];

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '260px',
    gap: tokens.spacingVerticalS,
  },
  head: { minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  area: { flexGrow: 1, minHeight: 0 },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    height: '100%',
    maxHeight: 'none',
    whiteSpace: 'pre',
    overflowX: 'auto',
  },
  faults: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '132px',
    overflowY: 'auto',
    flexShrink: 0,
  },
  fault: { display: 'flex', gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalXXS} 0` },
  place: { flexShrink: 0, minWidth: '132px' },
});

const offsetOf = (text: string, { line, column }: BaselineFault): number => {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(text.length, start + column - 1);
};

/** The text of the baseline, to be read and changed; every fault stands with its place and leads there. */
export const DocumentView = (props: {
  readonly workspaceId: WorkspaceId;
  readonly kept: KeptBaseline | null;
  readonly draft: BaselineDraft | null;
  readonly onDraft: (draft: BaselineDraft | null) => void;
}): ReactElement => {
  const { draft, kept, onDraft, workspaceId } = props;
  const styles = useStyles();
  const toasts = useToasts();
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useAction('baseline.check');
  const keep = useAction('baseline.keep', { invalidates: ['baseline.get'] });
  const [judged, setJudged] = useState<{
    readonly text: string;
    readonly faults: readonly BaselineFault[];
  } | null>(null);
  const name = draft?.name ?? kept?.name ?? TEXTS.writtenName;
  const text = draft?.text ?? kept?.text ?? '';
  const changed = draft !== null && draft.text !== kept?.text;
  const faults = changed && judged?.text === text ? judged.faults : NO_FAULTS;

  const { run } = check;
  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(() => {
      void run({ text }).then((result) => {
        if (result.ok) setJudged({ text, faults: result.value.faults });
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [changed, run, text]);

  const save = async () => {
    const result = await keep.run({ workspaceId, text, name });
    if (!result.ok) return;
    if (result.value.kept === null) {
      setJudged({ text, faults: result.value.faults });
      return;
    }
    onDraft(null);
    toasts.success(TEXTS.saved);
  };
  const goTo = (fault: BaselineFault) => {
    const control = area.current;
    if (control === null) return;
    const at = offsetOf(text, fault);
    control.focus();
    control.setSelectionRange(at, at);
    const lineHeight = control.scrollHeight / Math.max(1, text.split('\n').length);
    control.scrollTop = Math.max(0, (fault.line - 3) * lineHeight);
  };
  return (
    <div className={styles.view}>
      <Inline wrap className={styles.head}>
        <span className={styles.quiet}>
          {kept === null || changed ? name : `${name} · ${TEXTS.sizes(kept.apps, kept.environments)}`}
        </span>
        {changed ? (
          <>
            {faults.length === 0 ? (
              <StatusBadge status="attention" word={TEXTS.unsaved} />
            ) : (
              <StatusBadge status="denied" word={TEXTS.faults(faults.length)} />
            )}
            <Button
              size="small"
              appearance="primary"
              disabled={keep.busy || faults.length > 0}
              onClick={() => void save()}
            >
              {TEXTS.save}
            </Button>
            <Button size="small" onClick={() => onDraft(null)}>
              {TEXTS.discard}
            </Button>
          </>
        ) : null}
      </Inline>
      {keep.error === null ? null : <ErrorPanel error={keep.error} />}
      {faults.length === 0 ? null : (
        // A list that may scroll must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={styles.faults} aria-label={TEXTS.faultsLabel} tabIndex={0}>
          {faults.map((fault, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two faults can stand at one place
            <li key={`${fault.line} ${fault.column} ${at}`} className={styles.fault}>
              <Link className={styles.place} onClick={() => goTo(fault)}>
                {TEXTS.place(fault.line, fault.column)}
              </Link>
              <span>{TEXTS.faultText(fault)}</span>
            </li>
          ))}
        </ul>
      )}
      <Textarea
        className={styles.area}
        textarea={{ className: styles.text, ref: area }}
        aria-label={TEXTS.text}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        maxLength={LONGEST_BASELINE}
        value={text}
        onChange={(_event, data) => onDraft({ text: data.value, name })}
      />
    </div>
  );
};
