import type { ReactElement } from 'react';
import { CONSENT_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, CopyIcon, makeStyles, tokens, useUiPorts } from '../../ui/index.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  command: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** Something that does the same in another tool. */
export type Command = { readonly tool: string; readonly text: string };

/** Commands of other tools, each ready to be copied. */
export const CommandList = (props: { readonly commands: readonly Command[] }): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  return (
    <ul className={styles.list}>
      {props.commands.map(({ text, tool }) => (
        <li key={tool} className={styles.item}>
          <div>
            {tool}
            <code className={styles.command} title={text}>
              {text}
            </code>
          </div>
          <Button
            size="small"
            appearance="subtle"
            icon={<CopyIcon />}
            aria-label={CONSENT_TEXTS.commands.copy(tool)}
            onClick={() => void ports.copyText(text)}
          />
        </li>
      ))}
    </ul>
  );
};
