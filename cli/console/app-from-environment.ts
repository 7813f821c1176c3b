/** The app that the process's environment describes, in the names that @azure/identity gives them (EnvironmentCredential). */
export type AppFromEnvironment = {
  readonly clientId: string;
  /** Null: the environment's own 401 challenge tells. */
  readonly tenantId: string | null;
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly path: string; readonly password: string | null };
};

/**
 * Reads AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH (with
 * AZURE_CLIENT_CERTIFICATE_PASSWORD). Null without a client id: the console's own vault is used. A problem in words when the
 * credential is missing.
 */
export const appFromEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
): AppFromEnvironment | string | null => {
  const given = (name: string): string | null => (env[name] ?? '').trim() || null;
  const clientId = given('AZURE_CLIENT_ID');
  if (clientId === null) return null;
  const tenantId = given('AZURE_TENANT_ID');
  const secret = given('AZURE_CLIENT_SECRET');
  const path = given('AZURE_CLIENT_CERTIFICATE_PATH');
  if (secret !== null) return { clientId, tenantId, credential: { kind: 'secret', secret } };
  if (path === null) {
    return 'AZURE_CLIENT_ID is set, but neither AZURE_CLIENT_SECRET nor AZURE_CLIENT_CERTIFICATE_PATH.';
  }
  const password = given('AZURE_CLIENT_CERTIFICATE_PASSWORD');
  return { clientId, tenantId, credential: { kind: 'certificate', path, password } };
};
