import type { ReactElement } from 'react';
import { useState } from 'react';
import { BUILDER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Combobox, makeStyles, Option, tokens } from '../../../ui/index.ts';

/** The arrow of a combobox is 16 to 20 pixels wide; a finger wants 24 (WCAG 2.2, 2.5.8). */
const WIDE_ENOUGH = { style: { minWidth: '24px', minHeight: '24px' } };

/** A name that can be chosen, and what people call it. */
export type NameOption = { readonly name: string; readonly title: string };

/** More options than these nobody reads; typing narrows them. */
const MOST_SHOWN = 60;

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  // Else it keeps the width that a field has by itself, and pushes the arrow out.
  input: { minWidth: 0, width: '100%', textOverflow: 'ellipsis', paddingRight: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const matching = (options: readonly NameOption[], search: string): readonly NameOption[] => {
  const wanted = search.trim().toLowerCase();
  return options.filter(
    ({ name, title }) => name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
  );
};

/** Chooses one name or several out of many by typing a part of it. */
export const NamePicker = (props: {
  readonly label: string;
  readonly options: readonly NameOption[];
  readonly chosen: readonly string[];
  readonly placeholder: string;
  readonly many?: boolean;
  readonly disabled?: boolean;
  /** The name that was chosen, or chosen no longer. */
  readonly onPick: (name: string) => void;
}): ReactElement => {
  const styles = useStyles();
  const [search, setSearch] = useState<string | null>(null);
  const many = props.many === true;
  const found = matching(props.options, search ?? '');
  const [only = ''] = props.chosen;
  return (
    <Combobox
      expandIcon={WIDE_ENOUGH}
      className={styles.box}
      input={{ className: styles.input }}
      aria-label={props.label}
      // A long name may be cut.
      {...(many || only === '' ? {} : { title: only })}
      placeholder={props.placeholder}
      disabled={props.disabled === true}
      multiselect={many}
      value={search ?? (many ? '' : only)}
      selectedOptions={[...props.chosen]}
      onChange={(event) => setSearch(event.target.value)}
      onBlur={() => setSearch(null)}
      onOptionSelect={(_event, { optionValue }) => {
        if (!many) setSearch(null);
        if (optionValue !== undefined) props.onPick(optionValue);
      }}
    >
      {found.slice(0, MOST_SHOWN).map(({ name, title }) => (
        <Option key={name} value={name} text={name}>
          <span>
            {title} <span className={styles.quiet}>{name}</span>
          </span>
        </Option>
      ))}
      {found.length > MOST_SHOWN ? (
        <Option key="more" value="" text="" disabled>
          {TEXTS.moreOptions(found.length - MOST_SHOWN)}
        </Option>
      ) : null}
    </Combobox>
  );
};
