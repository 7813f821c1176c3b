import {
  Dialog,
  DialogBody,
  DialogSurface,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ComponentType, KeyboardEvent, ReactElement } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { highlight } from './highlight.ts';
import { SearchIcon } from './icons.ts';
import { useReturnFocus } from './use-return-focus.ts';

const MOST_SHOWN = 60;

const useStyles = makeStyles({
  surface: {
    padding: 0,
    position: 'fixed',
    top: '10vh',
    bottom: 'auto',
    margin: '0 auto',
    width: 'min(640px, 92vw)',
    maxWidth: 'none',
    overflow: 'hidden',
  },
  body: { display: 'flex', flexDirection: 'column', gap: 0, maxHeight: '70vh' },
  input: { margin: tokens.spacingVerticalS },
  list: {
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    minHeight: '48px',
  },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '& svg': { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
  },
  active: { backgroundColor: highlight.current },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  hint: {
    marginLeft: 'auto',
    paddingLeft: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  nothing: { padding: tokens.spacingVerticalL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

/** Something the palette can reach or do. */
export type PaletteItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ComponentType;
  readonly run: () => void;
};

/** The items that contain every typed word, those whose label begins with the text first; order is kept otherwise. */
export const matchItems = (items: readonly PaletteItem[], typed: string): readonly PaletteItem[] => {
  const words = typed
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return items.slice(0, MOST_SHOWN);
  const found = items.filter((item) => {
    const text = `${item.label} ${item.hint ?? ''} ${item.group}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = (item: PaletteItem) => item.label.toLocaleLowerCase().startsWith(first);
  const best = found.find(begins)?.group;
  // The group with the best match leads, so that Enter does what the first letters say.
  const rank = (item: PaletteItem) => (item.group === best ? 0 : 2) + (begins(item) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN);
};

/** Type to find, arrows to choose, Enter to do. Mount it only while it is open. */
export const Palette = (props: {
  readonly label: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly items: readonly PaletteItem[];
  readonly onClose: () => void;
}): ReactElement => {
  useReturnFocus();
  const styles = useStyles();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const shown = useMemo(() => matchItems(props.items, typed), [props.items, typed]);
  const current = Math.min(active, Math.max(0, shown.length - 1));

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, shown]);

  const run = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    props.onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step =
      event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowUp'
          ? -1
          : event.key === 'PageDown'
            ? 8
            : event.key === 'PageUp'
              ? -8
              : 0;
    if (event.key === 'Enter') run(shown[current]);
    else if (step === 0 || shown.length === 0) return;
    else if (Math.abs(step) === 1) setActive((current + step + shown.length) % shown.length);
    else setActive(Math.max(0, Math.min(shown.length - 1, current + step)));
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onOpenChange={(_event, data) => {
        if (!data.open) props.onClose();
      }}
    >
      <DialogSurface className={styles.surface} aria-label={props.label}>
        <DialogBody className={styles.body}>
          <Input
            className={styles.input}
            contentBefore={<SearchIcon />}
            placeholder={props.placeholder}
            value={typed}
            onChange={(_event, data) => {
              setTyped(data.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            input={{
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': `${id}-list`,
              'aria-autocomplete': 'list',
              'aria-label': props.label,
              ...(shown.length === 0 ? {} : { 'aria-activedescendant': `${id}-${current}` }),
            }}
          />
          <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={props.label}>
            {shown.map((item, index) => {
              const Icon = item.icon;
              return [
                shown[index - 1]?.group === item.group ? null : (
                  <div key={`${item.id}-group`} className={styles.group} role="presentation">
                    {item.group}
                  </div>
                ),
                // The input keeps the focus and handles the keys.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={item.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === current}
                  className={mergeClasses(styles.item, index === current && styles.active)}
                  onMouseMove={() => setActive(index)}
                  onClick={() => run(item)}
                >
                  {Icon === undefined ? null : <Icon />}
                  <span className={styles.label}>{item.label}</span>
                  {item.hint === undefined ? null : <span className={styles.hint}>{item.hint}</span>}
                </div>,
              ];
            })}
          </div>
          {shown.length === 0 ? (
            <div className={styles.nothing} role="status">
              {props.nothing}
            </div>
          ) : null}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
