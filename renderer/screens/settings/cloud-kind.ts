import type { Cloud } from '../../../preload/contract/clouds.ts';

/** Whether a person added this cloud; those that ship never change. */
export const isCustomCloud = (cloud: Cloud): boolean => cloud.id.startsWith('custom:');
