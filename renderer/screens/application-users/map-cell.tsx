import type { ReactElement } from 'react';
import { memo } from 'react';
import type { Status } from '../../../preload/contract/words/status.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { makeStyles, StatusBadge, tokens } from '../../ui/index.ts';
import type { MapCell } from './access-map.ts';
import { cellWord, rolesAtAGlance } from './map-words.ts';

const TEXTS = APPLICATION_USERS_TEXTS.map;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  word: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minWidth: 0 },
  roles: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

const STATUSES: Readonly<Record<Exclude<MapCell['kind'], 'none' | 'reading'>, Status>> = {
  healthy: 'healthy',
  attention: 'attention',
  administrator: 'attention',
  'soft-deleted': 'denied',
  unknown: 'unknown',
  unreachable: 'unreachable',
};

/** How an app stands in an environment: icon, word, and its roles at a glance. */
export const MapCellView = memo((props: { readonly cell: MapCell }): ReactElement => {
  const styles = useStyles();
  const { cell } = props;
  if (cell.kind === 'none')
    return (
      <span role="img" aria-label={TEXTS.none} className={styles.quiet}>
        –
      </span>
    );
  // Hundreds of them at once: what moves is above the map.
  if (cell.kind === 'reading') return <span className={styles.roles}>{TEXTS.reading}</span>;
  const roles = rolesAtAGlance(cell);
  return (
    <>
      <span className={styles.word}>
        <StatusBadge status={STATUSES[cell.kind]} word={cellWord(cell)} />
      </span>
      {roles === '' ? null : <span className={styles.roles}>{roles}</span>}
    </>
  );
});
