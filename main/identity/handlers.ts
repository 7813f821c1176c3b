import { implement, implementStream } from '../../preload/contract/implement.ts';
import * as contract from '../../preload/contract/identity.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Admin } from './admin.ts';
import { certificateHandlers } from './app-profiles/certificate-handlers.ts';
import type { CertificatePorts } from './app-profiles/certificate-handlers.ts';
import { appProfileHandlers } from './app-profiles/handlers.ts';
import type { AppProfilePorts } from './app-profiles/handlers.ts';
import { inspectorHandlers } from './inspector/handlers.ts';
import type { InspectorPorts } from './inspector/handlers.ts';

/** Answers `identity.*`, `appProfiles.*` and `tokens.*`. */
export const identityHandlers = (ports: {
  readonly admin: Admin;
  readonly appProfiles: AppProfilePorts;
  readonly certificates: CertificatePorts;
  readonly inspector: InspectorPorts;
}) => ({
  'identity.signIn': implement(contract.signIn, ({ workspaceId, loginHint, purpose }, signal) =>
    ports.admin.signIn(
      workspaceId,
      { purpose: purpose ?? { kind: 'account' }, loginHint: loginHint ?? null },
      signal,
    ),
  ),
  'identity.signInWithCode': implementStream(
    contract.signInWithCode,
    ({ workspaceId, purpose }, emit, signal) =>
      ports.admin.signInWithCode(
        workspaceId,
        { purpose: purpose ?? { kind: 'account' }, loginHint: null },
        ({ userCode, verificationUrl, expiresAt }) =>
          void emit({ userCode, verificationUrl, expiresAt: new Date(expiresAt).toISOString() }),
        signal,
      ),
  ),
  'identity.switchAccount': implement(contract.switchAccount, ({ workspaceId, accountId }) =>
    ports.admin.switchAccount(workspaceId, accountId),
  ),
  'identity.signOut': implement(contract.signOut, async ({ workspaceId, accountId }) => {
    const out = await ports.admin.signOut(workspaceId, accountId ?? null);
    return out.ok ? ok({}) : out;
  }),
  'identity.account': implement(contract.account, ({ workspaceId }) => ports.admin.account(workspaceId)),
  ...appProfileHandlers(ports.appProfiles),
  ...certificateHandlers(ports.certificates),
  ...inspectorHandlers(ports.inspector),
});
