/**
 * Every expected failure of the console, by code. The code decides title, cause and remedy (texts/en.ts);
 * `params` fill the gaps of those texts and never hold a secret.
 */
export const ERROR_CODES = [
  // the border
  'invalid-input', // params: path, problem
  'invalid-output',
  'unknown-method',
  'payload-too-large', // params: limitBytes
  'untrusted-sender',
  'cancelled',
  'timed-out', // params: what, seconds
  'internal', // params: reference
  'not-available-here', // params: what
  // things of ours
  'not-found', // params: what, id
  'disk-refused', // params: what (a document's name, file or vault), reason (full, denied, other)
  'journal-unwritable', // params: what, reason
  'already-exists', // params: what, name
  'app-of-other-kind', // params: app, kept (demo, real)
  'workspace-read-only', // params: workspace
  'confirmation-missing', // params: environment
  'plan-unknown',
  'plan-changed',
  'plan-blocked', // params: count
  'cloud-invalid', // params: field, problem
  'cloud-in-use', // params: cloud, workspaces
  'url-not-understood', // params: text, reason
  'link-not-allowed', // params: host
  // the vault
  'vault-locked',
  'vault-not-locked',
  'vault-no-service',
  'vault-unsupported',
  'vault-unreadable', // params: what
  'secret-missing', // params: credential
  'secret-looks-like-id',
  'secret-damaged', // params: problem, field
  'certificate-unreadable', // params: problem, cipher
  'certificate-key-mismatch', // params: certificate
  'certificate-key-unsupported', // params: keyType, bits
  'certificate-not-valid-now', // params: notBefore, notAfter, why (expired, early)
  'certificate-password', // params: problem (missing, wrong)
  'certificate-other', // params: expected, actual
  'copy-not-allowed', // params: credential
  // moving things in and out
  'import-unreadable', // params: problem, detail
  'import-passphrase-needed',
  'import-passphrase', // the wrong one
  'passphrase-weak', // params: strength
  // the network
  'network-unreachable', // params: host, reason
  'network-timeout', // params: host, seconds
  'tls-untrusted', // params: host, reason
  'redirect-refused', // params: host, to
  'origin-mismatch', // params: expected, actual
  'unexpected-answer', // params: host, status, what
  'service-unavailable', // params: host, status
  'throttled', // params: host, limit, retryAfterSeconds
  'circuit-open', // params: host, seconds, failures (in a row)
  // Entra and Dataverse
  'sign-in-needed', // params: workspace, aadsts
  'sign-in-cancelled',
  'sign-in-failed', // params: reason
  'device-code-expired',
  'graph-consent-needed', // params: permission, account
  'entra', // params: aadsts, error, clientId, tenantId, resource; of a person also way (browser, code, silent), workspace
  'challenge-missing', // params: host
  'tenant-mismatch', // params: expected, actual
  'tenant-unknown', // params: workspace
  'power-platform-denied',
  'consent-refused', // params: reason, error, aadsts
  'consent-answer-unreadable', // params: reason
  'consent-elsewhere', // params: expected, actual
  'cloud-mismatch', // params: host, cloud, cloudName
  'cloud-unknown', // params: host, authority
  'dataverse', // params: hex, name, message, status, privilege, table, depth
  // the directory (Microsoft Graph)
  'directory-denied', // params: permission, missing (permission, role, unknown)
  'directory-policy', // params: policy, message
  'directory-changed', // params: what
  'secret-not-kept', // params: name, keyId, reason; removed from Entra again
  'secret-left-behind', // params: name, keyId, reason
  'certificate-not-noted', // params: name, keyId, reason
  'app-not-kept', // params: name, clientId, reason
  'directory', // params: code, message, status
  // application users and roles
  'role-not-found', // params: role, environment
  'role-ambiguous', // params: role, environment, count
  'role-exists', // params: role, environment
  'role-not-changeable', // params: role, environment, reason (system, managed, locked)
  'role-in-use', // params: role, environment, holders
  'role-changed', // params: role, environment
  'privilege-not-found', // params: privilege, environment
  'privilege-depth', // params: privilege, depth, environment, possible
  'team-not-found', // params: team, environment
  'team-ambiguous', // params: team, environment, count
  'owned-unknown', // params: app, environment
  'team-role-refused', // params: team, role, environment, reason (access, group)
  'team-not-changeable', // params: team, environment, reason (default, entra)
  'business-unit-not-found', // params: unit, environment
  'business-unit-ambiguous', // params: unit, environment, count
  'business-unit-disabled', // params: unit, environment
  'user-ambiguous', // params: clientId, count
  'user-missing', // params: clientId, environment
  'user-soft-deleted', // params: clientId, environment
  'platform-user', // params: name
  'user-disabled', // params: clientId, environment
  'user-of-other-principal', // params: clientId, environment, expected, actual
  'user-no-roles', // params: clientId, environment
  'user-changed', // params: name, environment
  'state-not-reached', // params: what
  // what the doctor finds
  'claim-differs', // params: claim, expected, actual
  'privilege-lacking', // params: privilege, table, environment
  'record-out-of-reach', // params: table, privilege, verb, depth, needed, environment
  'still-propagating', // params: environment, seconds
  // rotations
  'rotation-unfinished', // params: app
  'rotation-not-ready', // params: app
  'credential-unproved', // params: count, environments
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Ids that a support engineer of the service asks for. Never a token, never a secret. */
export type Correlation = {
  readonly requestId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly traceId?: string | undefined;
  readonly timestamp?: string | undefined;
};

/** An expected failure as a value; crosses the border as `{ ok: false, error }`. */
export type AppError = {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** True when the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly correlation: Correlation;
};

export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Failed = { readonly ok: false; readonly error: AppError };
/** What every function returns that can fail in an expected way. */
export type Result<Value> = Ok<Value> | Failed;

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

/** Builds an AppError; not retryable and without correlation unless said otherwise. */
export const appError = (
  code: ErrorCode,
  params: AppError['params'] = {},
  more: { readonly retryable?: boolean; readonly correlation?: Correlation } = {},
): AppError => ({ code, params, retryable: more.retryable ?? false, correlation: more.correlation ?? {} });

/** The failed result of an AppError made from the same arguments. */
export const failed = (...args: Parameters<typeof appError>): Failed => ({
  ok: false,
  error: appError(...args),
});
