import { useCallback } from 'react';
import type { Cloud } from '../../preload/contract/clouds.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import { cloudLabel } from '../../preload/contract/words/texts/en.ts';
import { useCall } from '../bridge/index.ts';

/** What a cloud is called in lists: a custom one by the name it was given, those that ship by their short one. */
export const cloudNameIn = (clouds: readonly Pick<Cloud, 'id' | 'name'>[], cloud: CloudId): string =>
  clouds.find(({ id }) => id.startsWith('custom:') && id === cloud)?.name ?? cloudLabel(cloud);

const NO_CLOUDS: readonly Cloud[] = [];

/** Names of these clouds; a custom one goes by its id until the list is there, which only custom ones need. */
export const useCloudName = (among: readonly (CloudId | null)[]): ((cloud: CloudId) => string) => {
  const custom = among.some((cloud) => cloud?.startsWith('custom:') === true);
  const clouds = useCall('clouds.list', custom ? {} : null).data?.clouds ?? NO_CLOUDS;
  return useCallback((cloud) => cloudNameIn(clouds, cloud), [clouds]);
};
