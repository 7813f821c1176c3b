import type { ReactElement } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { useCall } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { CloudForm } from './cloud-form.tsx';
import type { CloudFormStart } from './cloud-form.tsx';
import { isCustomCloud } from './cloud-kind.ts';
import { CloudPanel } from './cloud-panel.tsx';

const NO_CLOUDS: readonly Cloud[] = [];

const formOf = (panel: string | undefined, cloud: Cloud | null): CloudFormStart | null => {
  if (panel === 'add') return { kind: 'add', cloud: null };
  if (cloud === null) return null;
  if (panel === 'copy') return { kind: 'copy', cloud };
  return panel === 'edit' && isCustomCloud(cloud) ? { kind: 'edit', cloud } : null;
};

/** The panel beside the clouds that the address asks for: one cloud, or the form; nothing without one. */
export const CloudDetails = (): ReactElement | null => {
  const [params, change] = usePlaceParams();
  const clouds = useCall('clouds.list', {}).data?.clouds ?? NO_CLOUDS;
  const cloud = clouds.find(({ id }) => id === params['cloud']) ?? null;
  const start = formOf(params['panel'], cloud);
  if (start !== null)
    return (
      <CloudForm
        key={`${start.kind} ${cloud?.id ?? ''}`}
        start={start}
        clouds={clouds}
        onSaved={(saved) => change({ panel: null, cloud: saved.id })}
        onClose={() => change({ panel: null })}
      />
    );
  return cloud === null ? null : (
    <CloudPanel
      key={cloud.id}
      cloud={cloud}
      onEdit={() => change({ panel: 'edit' })}
      onCopy={() => change({ panel: 'copy' })}
      onClose={() => change({ cloud: null })}
    />
  );
};
