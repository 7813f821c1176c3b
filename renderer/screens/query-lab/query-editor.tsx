import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import type { Query } from '../../../preload/contract/query.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  RunIcon,
  StopIcon,
  Textarea,
  tokens,
} from '../../ui/index.ts';
import type { QueryNote } from './odata-text.ts';
import { FETCH_PRESETS, PRESETS } from './presets.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'stretch' },
  area: { flexGrow: 1, minWidth: 0 },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    minHeight: '68px',
    maxHeight: '320px',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '132px',
    flexShrink: 0,
  },
  notes: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, minHeight: '20px' },
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
  readonly onText: (text: string) => void;
  readonly notes: readonly QueryNote[];
  /** What will happen, or what is missing before it can. */
  readonly status: ReactNode;
  readonly running: boolean;
  readonly ready: boolean;
  readonly shortcut: string;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const styles = useStyles();
  const fetch = props.language === 'fetchxml';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (props.ready) props.onRun();
  };
  return (
    <div className={styles.box}>
      <div className={styles.row}>
        <Textarea
          className={styles.area}
          textarea={{ className: styles.text }}
          aria-label={fetch ? TEXTS.fetchEditor : TEXTS.editor}
          placeholder={fetch ? TEXTS.fetchPlaceholder : TEXTS.placeholder}
          resize="vertical"
          spellCheck={false}
          autoCapitalize="off"
          value={props.text}
          onChange={(_event, data) => props.onText(data.value)}
          onKeyDown={onKeyDown}
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
              <MenuButton>{TEXTS.presets}</MenuButton>
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
        </div>
      </div>
      <div className={styles.notes}>
        <span className={styles.quiet}>{props.status}</span>
        {props.notes.map((note) => (
          <span key={note.kind} className={note.kind === 'select-missing' ? styles.quiet : styles.warn}>
            {noteText(note)}
          </span>
        ))}
      </div>
    </div>
  );
};
