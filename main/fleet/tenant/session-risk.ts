import type { TenantPorts } from './tenant-ports.ts';
import type { PlannedTenantStep, TenantAction } from './tenant-action.ts';

type Ports = { readonly profiles: Pick<TenantPorts['profiles'], 'find' | 'show'> } & Pick<
  TenantPorts,
  'vaultKeeps'
>;

/** Whether the step makes, or relies on, a credential that is gone when the console closes. */
const endsWithSession = async ({ profiles, vaultKeeps }: Ports, action: TenantAction): Promise<boolean> => {
  if (action.kind === 'add-secret' || action.kind === 'generate-certificate')
    return (await vaultKeeps()) === 'session';
  if (!('onlyWhile' in action) || action.onlyWhile === null) return false;
  const { appProfileId, uses } = action.onlyWhile;
  const profile = profiles.find(appProfileId);
  if (!profile.ok) return false;
  const { credentials } = await profiles.show(profile.value);
  return credentials.some(({ id, kept }) => id === uses && kept === 'session');
};

/**
 * Warns where a new credential would live in memory alone because the keychain is locked, another one or none: nobody can enter it again,
 * and after the old one is removed the app has none.
 */
export const withSessionRisk = (
  ports: Ports,
  steps: readonly PlannedTenantStep[],
): Promise<readonly PlannedTenantStep[]> =>
  Promise.all(
    steps.map(async ({ step, action }) => {
      if (!(await endsWithSession(ports, action))) return { step, action };
      const warned = { ...step, risks: [...step.risks, 'kept-for-session' as const] };
      return { step: warned, action: 'staysInUse' in action ? { ...action, forSession: true } : action };
    }),
  );
