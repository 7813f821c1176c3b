import type { ApplicationUser } from '../../../../preload/contract/application-users.ts';
import type { CataloguePrivilege } from '../../../../preload/contract/security-roles.ts';
import { DEPTHS } from '../../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../../preload/contract/words/depth.ts';
import { APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../../bridge/index.ts';
import { useToasts } from '../../../ui/index.ts';
import type { Propose } from '../proposal.ts';
import type { JudgedNeed } from './judge-needs.ts';

const TEXTS = APPLICATION_USERS_TEXTS.least.needs;
const LONGEST_NAME = 100;

type GrantedDepth = Exclude<Depth, 'None'>;
const isGranted = (depth: Depth | undefined): depth is GrantedDepth =>
  depth !== undefined && depth !== 'None';

/** The least depth that a privilege can have and that reaches as far as wanted; its furthest where none does. */
const possibleDepth = ({ depths }: CataloguePrivilege, wanted: Depth): GrantedDepth | null => {
  const possible = Array.from(depths)
    .map((digit) => DEPTHS[Number(digit)])
    .filter(isGranted)
    .toSorted((a, b) => DEPTHS.indexOf(a) - DEPTHS.indexOf(b));
  return possible.find((depth) => DEPTHS.indexOf(depth) >= DEPTHS.indexOf(wanted)) ?? possible.at(-1) ?? null;
};

/** Proposes a new role of exactly the privileges that are needed, and then to assign it; they are granted at depths that the environment allows. */
export const useRoleOfNeeds = (
  user: ApplicationUser,
  propose: Propose,
): ((needs: readonly JudgedNeed[]) => Promise<void>) => {
  const { id: workspaceId } = useWorkspace();
  const { environmentId } = user;
  const catalogue = useAction('securityRoles.catalogue');
  const toasts = useToasts();
  return async (needs) => {
    const read = await catalogue.run({ workspaceId, environmentId });
    if (!read.ok) {
      if (read.error.code !== 'cancelled') toasts.failure(read.error);
      return;
    }
    const byName = new Map(read.value.privileges.map((each) => [each.name.toLowerCase(), each]));
    const privileges = needs.flatMap(({ need, wanted }) => {
      const known = byName.get(need.privilege.toLowerCase());
      const depth = known === undefined ? null : possibleDepth(known, wanted);
      return known === undefined || depth === null ? [] : [{ privilege: known.name, depth }];
    });
    const name = TEXTS.roleName(user.name).slice(0, LONGEST_NAME).trim();
    propose(
      TEXTS.createTitle(name),
      {
        kind: 'roles',
        changes: [{ kind: 'create', environmentId, name, description: TEXTS.roleDescription, privileges }],
      },
      {
        offer: TEXTS.assign(user.name),
        title: TEXTS.assignTitle(name, user.name),
        change: {
          kind: 'users',
          desired: [
            { environmentId, clientId: user.clientId, ensureUser: false, addRoles: [name], removeRoles: [] },
          ],
        },
      },
    );
  };
};
