import { ServiceFault } from './service-fault.ts';

/** MergeEntitiesIdenticalError. */
export const mergeIntoItself = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80045305',
    'Merge cannot be performed on master and sub-entities that are identical.',
  );

/** MergeEntityNotActiveError. */
export const mergeInactive = (): ServiceFault =>
  new ServiceFault(400, '0x80045304', 'Merge cannot be performed on entity that is inactive.');

/** MergeCyclicalParentingError. */
export const mergeMakesCycle = (): ServiceFault =>
  new ServiceFault(400, '0x80045300', 'Merge could create cyclical parenting.');

/** MergeDifferentlyParentedWarning. */
export const mergeOtherParent = (): ServiceFault =>
  new ServiceFault(400, '0x80045316', 'Merge warning: sub-entity will be differently parented.');

/** MergeLossOfParentingWarning. */
export const mergeLosesParent = (): ServiceFault =>
  new ServiceFault(400, '0x80045317', 'Merge warning: sub-entity might lose parenting');

/** MergeSecurityError. */
export const mergeDenied = (): ServiceFault =>
  new ServiceFault(403, '0x80045301', 'Merge is not allowed: caller does not have the privilege or access.');

/** NoIncidentMergeHavingSameParent. */
export const casesOfOtherParents = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8003F450',
    'Child cases having different parent case associated can not be merged.',
  );
