import type { ReactElement } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import type { CloudHost } from '../../../preload/contract/words/cloud-hosts.ts';
import { CLOUD_HOST_TEXTS, CLOUDS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import type { Column } from '../../ui/index.ts';
import { AddIcon, Button, DataTable, ErrorPanel, makeStyles, tokens } from '../../ui/index.ts';
import { isCustomCloud } from './cloud-kind.ts';

const { columns, custom, ships, table, text } = CLOUDS_TEXTS;
const NO_CLOUDS: readonly Cloud[] = [];
/** The others are in the column chooser and in the details. */
const SHOWN: readonly CloudHost[] = ['authority', 'graph', 'discovery', 'admin'];

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

const COLUMNS: readonly Column<Cloud>[] = [
  { id: 'name', header: columns.name, width: 210, required: true, value: (cloud) => cloud.name },
  {
    id: 'environments',
    header: columns.environments,
    width: 190,
    value: (cloud) => cloud.environmentSuffixes.join(', '),
  },
  ...CLOUD_HOSTS.map((host): Column<Cloud> => ({
    id: host,
    header: CLOUD_HOST_TEXTS[host].label,
    width: 230,
    grow: true,
    hidden: !SHOWN.includes(host),
    value: (cloud) => cloud[host]?.replace('https://', '') ?? null,
  })),
  {
    id: 'kind',
    header: columns.kind,
    width: 180,
    hidden: true,
    value: (cloud) => (isCustomCloud(cloud) ? custom : ships),
  },
  { id: 'pacName', header: columns.pacName, width: 120, hidden: true, value: (cloud) => cloud.pacName },
];

/** The table of clouds: which hosts belong together. */
export const CloudsSection = (): ReactElement => {
  const styles = useStyles();
  const [params, change] = usePlaceParams();
  const { data, error, loading, refresh } = useCall('clouds.list', {});
  return (
    <div className={styles.box}>
      <p className={styles.text}>{text}</p>
      <DataTable
        label={table}
        columns={COLUMNS}
        rows={data?.clouds ?? NO_CLOUDS}
        rowKey={(cloud) => cloud.id}
        onOpen={(cloud) => change({ cloud: cloud.id, panel: null })}
        openKey={params['cloud'] ?? null}
        toolbar={() => (
          <Button icon={<AddIcon />} onClick={() => change({ panel: 'add', cloud: null })}>
            {CLOUDS_TEXTS.add}
          </Button>
        )}
        loading={loading}
        empty={error === null ? null : <ErrorPanel error={error} handlers={{ retry: refresh }} />}
      />
    </div>
  );
};
