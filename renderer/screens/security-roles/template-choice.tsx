import type { ReactElement } from 'react';
import { useState } from 'react';
import { ROLE_TEMPLATES } from '../../../preload/contract/words/role-templates.ts';
import type { RoleTemplateId } from '../../../preload/contract/words/role-templates.ts';
import { ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Combobox, Dropdown, Field, makeStyles, Option, tokens } from '../../ui/index.ts';

/** So many tables are offered at once; typing finds the others. */
const OFFERED = 60;

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
});

/** With what a new role begins: a template, and the tables that it is for. */
export const TemplateChoice = (props: {
  readonly template: RoleTemplateId;
  readonly chosen: readonly string[];
  readonly tables: readonly string[];
  readonly onTemplate: (template: RoleTemplateId) => void;
  readonly onTables: (tables: readonly string[]) => void;
}): ReactElement => {
  const { chosen, tables, template } = props;
  const styles = useStyles();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const offered = tables.filter((table) => table.toLowerCase().includes(wanted)).slice(0, OFFERED);
  return (
    <div className={styles.grid}>
      <Field label={TEXTS.template} hint={TEXTS.templates[template].text}>
        <Dropdown
          value={TEXTS.templates[template].name}
          selectedOptions={[template]}
          onOptionSelect={(_event, { optionValue }) => {
            const found = ROLE_TEMPLATES.find((each) => each === optionValue);
            if (found !== undefined) props.onTemplate(found);
          }}
        >
          {ROLE_TEMPLATES.map((each) => (
            <Option key={each} value={each} text={TEXTS.templates[each].name}>
              {TEXTS.templates[each].name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {template === 'blank' ? null : (
        <Field label={TEXTS.tables} hint={TEXTS.tablesChosen(chosen)}>
          <Combobox
            multiselect
            placeholder={TEXTS.tablesHint}
            value={text}
            selectedOptions={[...chosen]}
            onChange={(event) => setText(event.target.value)}
            onOptionSelect={(_event, { selectedOptions }) => {
              props.onTables(selectedOptions);
              setText('');
            }}
          >
            {offered.map((table) => (
              <Option key={table} value={table} text={table}>
                {table}
              </Option>
            ))}
          </Combobox>
        </Field>
      )}
    </div>
  );
};
