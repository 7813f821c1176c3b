import { expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { readEffectiveAccess } from '../../../main/security-roles/read-effective-access.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { valueFrom } from '../fleet/support/fleet-rig.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { withRoleRig } from '../fleet/support/role-rig.ts';

const ENVIRONMENT = 'Contoso Production';
const CALLER = 'Contoso Integration Hub';
const UNIT = 'Contoso Europe';

const quiet = (): AbortSignal => new AbortController().signal;

test('who reads roles of its own business unit alone is told what it may do: the copy that it holds is read, not the original', async () => {
  const cloud = await startDemoCloud({ control: true });
  try {
    await withRoleRig({ cloud: cloud.description }, async (admin) => {
      const sees = {
        ...Object.fromEntries(
          ['User', 'Team', 'BusinessUnit', 'Organization'].map((table) => [`prvRead${table}`, 'Global']),
        ),
        prvReadRole: 'Local',
      };
      await admin.apply(await admin.planRoles([admin.create(ENVIRONMENT, 'Sees its unit', sees)]));
      const desired = admin.desire(CALLER, ENVIRONMENT, {
        businessUnit: { kind: 'named', name: UNIT },
        addRoles: ['Sees its unit'],
        removeRoles: ['System Administrator'],
      });
      await admin.apply(await admin.plan([desired]));
      const found = await readApplicationUsers(admin.client(ENVIRONMENT), [desired.clientId], quiet());
      const { systemUserId } = must(valueFrom(found)[0]);
      const { tenantId } = must(cloud.description.environments.find(({ name }) => name === ENVIRONMENT));
      await withRoleRig(
        { cloud: cloud.description, bearer: ({ url }) => appTokenFor(cloud, CALLER, tenantId, url) },
        async (caller) => {
          const access = valueFrom(
            await readEffectiveAccess(caller.client(ENVIRONMENT), systemUserId, quiet()),
          );
          expect(access.roles.map(({ businessUnitName }) => businessUnitName)).toContain(UNIT);
          expect(access.privileges.find(({ name }) => name === 'prvReadRole')).toMatchObject({
            depth: 'Local',
          });
        },
      );
    });
  } finally {
    await cloud.close();
  }
});
