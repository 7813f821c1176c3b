import type { ReactElement } from 'react';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { APP_DIRECTORY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Caption1, Identifier, makeStyles, PanelSection, tokens } from '../../ui/index.ts';

const TEXTS = APP_DIRECTORY_TEXTS.overview;

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  value: { margin: 0, overflowWrap: 'anywhere' },
  use: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** The ids of an app, which look alike, each with what it is for (C31). Without `known` only the client id is. */
export const AppIds = (props: {
  readonly clientId: ClientId;
  readonly known: OutputOf<'directory.app'> | undefined;
}): ReactElement => {
  const styles = useStyles();
  const { known } = props;
  const ids = [
    { label: TEXTS.clientId, value: props.clientId, use: TEXTS.clientIdUse },
    ...(known === undefined
      ? []
      : [
          {
            label: TEXTS.objectId,
            value: known.application?.objectId ?? null,
            use: known.application === null ? TEXTS.notHere : TEXTS.objectIdUse,
          },
          {
            label: TEXTS.principalId,
            value: known.principal?.objectId ?? null,
            use: known.principal === null ? TEXTS.noPrincipal : TEXTS.principalIdUse,
          },
        ]),
  ];
  return (
    <PanelSection title={TEXTS.ids}>
      <dl className={styles.list}>
        {ids.map(({ label, value, use }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={styles.value}>
              {value === null ? null : <Identifier value={value} what={label} full />}
              <Caption1 className={styles.use}>{use}</Caption1>
            </dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  );
};
