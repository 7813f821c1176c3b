import type { ReactElement } from 'react';
import type { ConnectionRow } from '../../../preload/contract/portability.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCloudName } from '../../session/index.ts';
import type { Fact } from '../../ui/index.ts';
import {
  Facts,
  Identifier,
  makeStyles,
  PanelSection,
  SidePanel,
  StatusBadge,
  tokens,
} from '../../ui/index.ts';
import { appOf, isUseful, STATUS_OF_CREDENTIAL } from './connection-columns.tsx';

const { columns, connection: WORDS } = TEXTS;

const useStyles = makeStyles({ notes: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** An identifier in full, or the dash of what is not there. */
const idFact = (label: string, value: string | null): Fact => ({
  label,
  value: value === null ? TEXTS.noApp : <Identifier value={value} what={label} full />,
});

/** All that was understood of one connection, and what was not, in full. */
export const ConnectionPanel = (props: {
  readonly row: ConnectionRow;
  readonly onClose: () => void;
}): ReactElement => {
  const { row } = props;
  const { clientId, cloud, credential, gaps, tenantId, thumbprint, url } = row;
  const styles = useStyles();
  const cloudName = useCloudName(cloud === null ? [] : [cloud]);
  return (
    <SidePanel title={row.name} subtitle={WORDS.panel} onClose={props.onClose}>
      <Facts
        facts={[
          ...(row.knownAs === null ? [] : [{ label: columns.app, value: appOf(row) }]),
          idFact(WORDS.clientId, clientId),
          idFact(WORDS.tenantId, tenantId),
          { label: columns.environment, value: url ?? TEXTS.noApp },
          { label: WORDS.cloud, value: cloud === null ? TEXTS.noApp : cloudName(cloud) },
          {
            label: columns.credential,
            value:
              credential === 'none' ? (
                TEXTS.credentials.none
              ) : (
                <StatusBadge status={STATUS_OF_CREDENTIAL[credential]} word={TEXTS.credentials[credential]} />
              ),
          },
          ...(thumbprint === null ? [] : [idFact(WORDS.thumbprint, thumbprint)]),
        ]}
      />
      {gaps.length === 0 ? null : (
        <PanelSection title={columns.notes}>
          <ul className={styles.notes}>
            {gaps.map((gap) => (
              <li key={gap}>{TEXTS.gaps[gap]}</li>
            ))}
          </ul>
          {isUseful(row) ? null : <span>{WORDS.useless}</span>}
        </PanelSection>
      )}
    </SidePanel>
  );
};
