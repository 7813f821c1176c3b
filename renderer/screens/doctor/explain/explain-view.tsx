import type { ClipboardEvent, ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import {
  DOCTOR_TEXTS,
  EXPLAINER_EXAMPLES,
  EXPLAINER_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import { MOST_TEXT_LENGTH } from '../../../../preload/contract/words/saved-text.ts';
import { SupportPackPanel } from '../../../packs/index.ts';
import {
  Button,
  EmptyState,
  ErrorPanel,
  Field,
  formatNumber,
  makeStyles,
  NoticeBar,
  OpenTextButton,
  Page,
  SearchIcon,
  StreamBar,
  Textarea,
  tokens,
  useToasts,
} from '../../../ui/index.ts';
import { Findings } from './findings.tsx';
import { packedPart } from './packed-part.ts';
import { thatFits, useExplain } from './use-explain.ts';

/** A text box with more takes seconds to lay out; a longer text is explained whole, and its beginning shown. */
const MOST_SHOWN = 50_000;

const useStyles = makeStyles({
  page: { containerType: 'inline-size', marginTop: tokens.spacingVerticalM },
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@container (min-width: 900px)': { gridTemplateColumns: 'minmax(320px, 2fr) minmax(0, 3fr)' },
  },
  // Beside long findings the text stays in sight.
  paste: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    '@container (min-width: 900px)': { position: 'sticky', top: 0 },
  },
  area: {
    width: '100%',
    maxWidth: 'none',
    minHeight: '160px',
    '@container (min-width: 900px)': { minHeight: 'calc(100vh - 330px)' },
  },
  text: {
    maxHeight: 'none',
    height: '100%',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
  end: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  result: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

/** Explains errors that somebody pastes, as a part of the doctor. */
export const ExplainView = (props: { readonly tabs: ReactNode }): ReactElement => {
  const styles = useStyles();
  const toasts = useToasts();
  const { text, explained, cancel, cancelled, error, reading, write } = useExplain();
  /** What a support pack is being made of: a pack takes a part of a text that is too long for one request, and says so. */
  const [packed, setPacked] = useState<{ readonly text: string; readonly of: number } | null>(null);
  const long = text.length > MOST_SHOWN;
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= MOST_SHOWN) return;
    event.preventDefault();
    write(pasted);
  };
  return (
    <Page
      title={DOCTOR_TEXTS.title}
      purpose={TEXTS.purpose}
      details={
        packed === null ? null : (
          <SupportPackPanel
            key={packed.text}
            source={{ kind: 'explained', ...packed }}
            onClose={() => setPacked(null)}
          />
        )
      }
    >
      {props.tabs}
      <div className={styles.page}>
        <div className={styles.columns}>
          <div className={styles.paste}>
            <Field label={TEXTS.label} hint={TEXTS.hint}>
              <Textarea
                className={styles.area}
                textarea={{ className: styles.text }}
                placeholder={TEXTS.placeholder}
                resize="vertical"
                spellCheck={false}
                autoCapitalize="off"
                autoFocus
                readOnly={long}
                value={long ? text.slice(0, MOST_SHOWN) : text}
                onPaste={onPaste}
                onChange={(_event, data) => write(data.value)}
              />
            </Field>
            {long ? (
              <p className={styles.note}>
                {TEXTS.longText(formatNumber(MOST_SHOWN), formatNumber(text.length))}
              </p>
            ) : null}
            <div className={styles.end}>
              <OpenTextButton
                label={TEXTS.openLog}
                accept=".log,.txt,.json,.csv,.xml,.har"
                longest={MOST_TEXT_LENGTH}
                onOpened={(opened) =>
                  opened.text === null ? toasts.info(TEXTS.fileTooLong(opened.name)) : write(opened.text)
                }
              />
              {text === '' ? null : <Button onClick={() => write('')}>{TEXTS.clear}</Button>}
            </div>
          </div>
          <div className={styles.result}>
            {reading === null ? null : (
              <StreamBar
                label={TEXTS.reading(formatNumber(reading.done), formatNumber(reading.of))}
                done={reading.done}
                total={reading.of}
                onCancel={cancel}
              />
            )}
            {cancelled ? (
              <NoticeBar
                intent="info"
                title={TEXTS.cancelled}
                actions={
                  <Button size="small" onClick={() => write(text)}>
                    {TEXTS.readAgain}
                  </Button>
                }
              />
            ) : null}
            {error === null ? null : <ErrorPanel error={error} handlers={{ retry: () => write(text) }} />}
            {explained === null ? (
              text.trim() !== '' ? null : (
                <EmptyState icon={SearchIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText}>
                  {EXPLAINER_EXAMPLES.map((example) => (
                    <Button key={example.name} onClick={() => write(example.text)}>
                      {example.name}
                    </Button>
                  ))}
                </EmptyState>
              )
            ) : (
              <Findings
                explained={explained}
                onPack={() => setPacked({ text: packedPart(text, explained, thatFits), of: text.length })}
              />
            )}
          </div>
        </div>
      </div>
    </Page>
  );
};
