import type { ReactElement } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { SETTINGS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import { DataTable, ErrorPanel, makeStyles, tokens } from '../../ui/index.ts';

const { columns, table, text } = SETTINGS_TEXTS.clouds;
const NO_CLOUDS: readonly Cloud[] = [];

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '320px',
    gap: tokens.spacingVerticalS,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const host = (url: string): string => url.replace('https://', '');

const COLUMNS: readonly Column<Cloud>[] = [
  { id: 'name', header: columns.name, width: 160, required: true, value: (cloud) => cloud.name },
  {
    id: 'authority',
    header: columns.authority,
    width: 230,
    grow: true,
    value: (cloud) => host(cloud.authority),
  },
  {
    id: 'environments',
    header: columns.environments,
    width: 200,
    grow: true,
    value: (cloud) => cloud.environmentSuffixes.join(', '),
  },
  { id: 'graph', header: columns.graph, width: 200, grow: true, value: (cloud) => host(cloud.graph) },
  {
    id: 'discovery',
    header: columns.discovery,
    width: 260,
    grow: true,
    value: (cloud) => host(cloud.discovery),
  },
  { id: 'admin', header: columns.admin, width: 240, grow: true, value: (cloud) => host(cloud.admin) },
];

/** The table of clouds: which hosts belong together. */
export const CloudsSection = (): ReactElement => {
  const styles = useStyles();
  const { data, error, loading, refresh } = useCall('clouds.list', {});
  return (
    <div className={styles.box}>
      <p className={styles.text}>{text}</p>
      <DataTable
        label={table}
        columns={COLUMNS}
        rows={data?.clouds ?? NO_CLOUDS}
        rowKey={(cloud) => cloud.id}
        loading={loading}
        empty={error === null ? null : <ErrorPanel error={error} handlers={{ retry: refresh }} />}
      />
    </div>
  );
};
