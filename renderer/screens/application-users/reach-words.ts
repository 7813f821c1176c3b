import type { CountedRole } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const { reach, direct, team } = APPLICATION_USERS_TEXTS.access;

/** How a role came to a user. */
export const throughWords = ({ through }: CountedRole): string =>
  through.kind === 'direct' ? direct : team(through.teamName, through.teamType);

/** Which rows one grant reaches (Microsoft Learn: "Security concepts in Microsoft Dataverse"). */
export const reachWords = (depth: Depth, { through, businessUnitName }: CountedRole): string => {
  switch (depth) {
    case 'None':
      return '';
    case 'Basic':
      if (through.kind === 'direct') return reach.own;
      return through.membersInherit ? reach.ownAndTeam(through.teamName) : reach.teamOnly(through.teamName);
    case 'Local':
      return reach.unit(businessUnitName);
    case 'Deep':
      return reach.unitAndBelow(businessUnitName);
    case 'Global':
      return reach.all;
  }
};
