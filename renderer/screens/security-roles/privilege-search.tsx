import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import { WHO_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Combobox, makeStyles, Option, tokens } from '../../ui/index.ts';
import { matchPrivileges, titleOfPrivilege } from './match-privileges.ts';

const PRIVILEGE_NAME = /^prv[A-Z_a-z]\w{2,}$/;

const useStyles = makeStyles({
  box: { width: '340px', maxWidth: '100%' },
  option: { display: 'flex', flexDirection: 'column' },
  name: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Finds a privilege by what people call it: "delete account", "export to excel", or its own name. */
export const PrivilegeSearch = (props: {
  readonly catalogue: readonly CataloguePrivilege[];
  readonly chosen: string | null;
  readonly onChosen: (name: string) => void;
}): ReactElement => {
  const { catalogue, chosen } = props;
  const styles = useStyles();
  const known = catalogue.find(({ name }) => name === chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (known === undefined ? (chosen ?? '') : titleOfPrivilege(known));
  // Also a privilege that the environment beside the search does not have, or whose privileges cannot be read.
  const isUnknownName =
    PRIVILEGE_NAME.test(text.trim()) && !catalogue.some(({ name }) => name === text.trim());
  const found = useMemo(() => matchPrivileges(text, catalogue), [catalogue, text]);
  return (
    <Combobox
      className={styles.box}
      aria-label={TEXTS.question}
      placeholder={TEXTS.placeholder}
      freeform
      clearable
      value={text}
      selectedOptions={chosen === null ? [] : [chosen]}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_event, { optionValue }) => {
        const name = optionValue ?? '';
        setTyped(name === '' ? '' : null);
        if (name !== '') props.onChosen(name);
      }}
    >
      {isUnknownName ? (
        <Option value={text.trim()} text={text.trim()}>
          {text.trim()}
        </Option>
      ) : found.length === 0 && text.trim() !== '' ? (
        <Option disabled text={TEXTS.noMatch} value="">
          {TEXTS.noMatch}
        </Option>
      ) : (
        found.map((privilege) => (
          <Option key={privilege.name} value={privilege.name} text={titleOfPrivilege(privilege)}>
            <span className={styles.option}>
              {titleOfPrivilege(privilege)}
              <span className={styles.name}>{privilege.name}</span>
            </span>
          </Option>
        ))
      )}
    </Combobox>
  );
};
