import type { ReactElement, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Query } from '../../../preload/contract/query.ts';
import { fetchToOData } from '../../../preload/contract/words/queries/convert/fetch-to-odata.ts';
import { odataToFetch } from '../../../preload/contract/words/queries/convert/odata-to-fetch.ts';
import { formatQuery } from '../../../preload/contract/words/queries/format-query.ts';
import { checkQuery } from '../../../preload/contract/words/queries/parameters/check-query.ts';
import {
  BUILDER_TEXTS,
  QUERY_EDITOR_TEXTS as EDITOR_TEXTS,
  QUERY_LAB_TEXTS as TEXTS,
  SAVED_QUERY_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  CodeEditor,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  RunIcon,
  StopIcon,
  tokens,
} from '../../ui/index.ts';
import { ConversionBar } from './editor/conversion-bar.tsx';
import type { AskedParameter } from './asked-query.ts';
import type { Converted } from './editor/conversion-bar.tsx';
import { ParameterRow } from './editor/parameter-row.tsx';
import { queryKnowledge } from './editor/query-knowledge.ts';
import { TablesLine } from './editor/tables-line.tsx';
import type { KnownTables } from './editor/use-query-schema.ts';
import type { QueryNote } from './odata-text.ts';
import type { DraftValue } from './query-draft.ts';
import { FETCH_PRESETS, PRESETS } from './presets.ts';

const NARROW = '@container (max-width: 480px)';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    containerType: 'inline-size',
  },
  row: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    alignItems: 'stretch',
    // Beside an open panel the text needs the whole width.
    [NARROW]: { flexDirection: 'column', gap: tokens.spacingVerticalS },
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '132px',
    flexShrink: 0,
    [NARROW]: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', width: 'auto' },
  },
  notes: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '24px',
  },
  saved: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'baseline', minWidth: 0 },
  savedName: {
    maxWidth: '260px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1, fontSize: tokens.fontSizeBase200 },
});

const noteText = (note: QueryNote): string => {
  switch (note.kind) {
    case 'host-dropped':
      return TEXTS.notes['host-dropped'](note.host);
    case 'method-refused':
      return TEXTS.notes['method-refused'](note.method);
    case 'skip-unsupported':
    case 'select-missing':
      return TEXTS.notes[note.kind];
  }
};

/** The text of the query with examples, what is wrong with it, and run or cancel. Ctrl/Cmd+Enter runs. */
export const QueryEditor = (props: {
  readonly language: Query['language'];
  readonly text: string;
  /** Where the names of tables and columns come from; null while no environment is chosen. */
  readonly environment: { readonly name: string } | null;
  /** The saved query that is open. */
  readonly saved: { readonly name: string; readonly changed: boolean } | null;
  readonly tables: KnownTables;
  readonly parameters: readonly AskedParameter[];
  readonly onValue: (name: string, value: DraftValue) => void;
  /** The same query in the other language. */
  readonly onConverted: (language: Query['language'], text: string) => void;
  readonly onText: (text: string) => void;
  readonly notes: readonly QueryNote[];
  /** What will happen, or what is missing before it can. */
  readonly status: ReactNode;
  readonly running: boolean;
  readonly ready: boolean;
  readonly shortcut: string;
  /** Opens the builder beside the text. */
  readonly onBuild: () => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const styles = useStyles();
  const fetch = props.language === 'fetchxml';
  const { environment, language, tables, text } = props;
  const { schema } = tables;
  const knowledge = useMemo(() => queryKnowledge(language, schema), [language, schema]);
  const errors = useMemo(
    () => checkQuery(language, text, schema).filter(({ severity }) => severity === 'error').length,
    [language, schema, text],
  );
  const [converted, setConverted] = useState<Converted | null>(null);
  const [unformatted, setUnformatted] = useState<string | null>(null);
  const convert = () => {
    const conversion = fetch ? fetchToOData(text, schema) : odataToFetch(text, schema);
    setConverted({ from: language, source: text, conversion });
    if (conversion.ok) props.onConverted(fetch ? 'odata' : 'fetchxml', conversion.text);
  };
  const format = () => {
    const formatted = formatQuery(language, text);
    if (formatted !== null) props.onText(formatted);
    setUnformatted(formatted === null ? text : null);
  };
  const shown =
    converted !== null && (converted.conversion.ok ? converted.conversion.text : converted.source) === text;
  return (
    <div className={styles.box}>
      <div className={styles.row}>
        <CodeEditor
          language={language}
          label={fetch ? TEXTS.fetchEditor : TEXTS.editor}
          placeholder={fetch ? TEXTS.fetchPlaceholder : TEXTS.placeholder}
          text={text}
          knowledge={knowledge}
          onText={props.onText}
          onRun={() => props.ready && props.onRun()}
        />
        <div className={styles.side}>
          {props.running ? (
            <Button icon={<StopIcon />} onClick={props.onCancel}>
              {TEXTS.cancel}
            </Button>
          ) : (
            <Button
              appearance="primary"
              icon={<RunIcon />}
              disabled={!props.ready}
              title={props.shortcut}
              onClick={props.onRun}
            >
              {TEXTS.run}
            </Button>
          )}
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton size="small">{TEXTS.presets}</MenuButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {(fetch ? FETCH_PRESETS : PRESETS).map((preset) => (
                  <MenuItem key={preset.id} onClick={() => props.onText(preset.text)}>
                    {TEXTS.presetNames[preset.id]}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          {fetch ? null : (
            <Button size="small" onClick={props.onBuild}>
              {BUILDER_TEXTS.open}
            </Button>
          )}
          <Button size="small" disabled={text.trim() === ''} onClick={format}>
            {EDITOR_TEXTS.format}
          </Button>
          <Button size="small" disabled={text.trim() === ''} onClick={convert}>
            {EDITOR_TEXTS.convert[language]}
          </Button>
        </div>
      </div>
      <ParameterRow parameters={props.parameters} onValue={props.onValue} />
      <div className={styles.notes}>
        {props.saved === null ? null : (
          <span className={styles.saved} aria-label={SAVED_QUERY_TEXTS.opened(props.saved.name)} role="group">
            <span className={styles.savedName} title={props.saved.name}>
              {props.saved.name}
            </span>
            {props.saved.changed ? <span className={styles.warn}>{SAVED_QUERY_TEXTS.changed}</span> : null}
          </span>
        )}
        <span className={styles.quiet}>{props.status}</span>
        <TablesLine tables={tables} environment={environment?.name ?? ''} />
        {errors === 0 ? null : <span className={styles.warn}>{EDITOR_TEXTS.faults(errors)}</span>}
        {unformatted === text ? (
          <span role="status" className={styles.warn}>
            {EDITOR_TEXTS.formatRefused}
          </span>
        ) : null}
        {/* What the text itself shows as marked is not said twice. */}
        {props.notes
          .filter(({ kind }) => kind !== 'skip-unsupported')
          .map((note) => (
            <span key={note.kind} className={note.kind === 'select-missing' ? styles.quiet : styles.warn}>
              {noteText(note)}
            </span>
          ))}
      </div>
      {shown && converted !== null ? (
        <ConversionBar converted={converted} onDismiss={() => setConverted(null)} />
      ) : null}
    </div>
  );
};
