import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import { MANAGEMENT_APPS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Identifier, makeStyles, SidePanel, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
});

/** Chooses an app of the workspace that shall administer every environment. */
export const RegisterPanel = (props: {
  readonly others: OutputOf<'managementApps.list'>['others'];
  readonly onChosen: (clientId: string) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  return (
    <SidePanel title={TEXTS.registerTitle} onClose={props.onClose}>
      <span>{props.others.length === 0 ? TEXTS.allRegistered : TEXTS.registerText}</span>
      <ul className={styles.list} aria-label={TEXTS.registerTitle}>
        {props.others.map(({ clientId, name }) => (
          <li key={clientId} className={styles.item}>
            <div>
              <div title={name}>{name}</div>
              <Identifier value={clientId} what={TEXTS.columns.clientId} />
            </div>
            <Button
              size="small"
              aria-label={TEXTS.registerName(name)}
              onClick={() => props.onChosen(clientId)}
            >
              {TEXTS.registerIt}
            </Button>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
};
