/** What the `claims` parameter of a request asks for (OpenID Connect Core, 5.5; Learn: claims-challenge). */
export type RequestedClaims = {
  /** True when the client says that it understands claims challenges: `xms_cc` with `cp1`. */
  readonly capable: boolean;
  /** True when it asks for more in the access token than that, as it does in answer to a challenge. */
  readonly more: boolean;
};

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

/** Reads it; a text that is no JSON object asks for nothing. */
export function readClaims(text: string | null): RequestedClaims {
  try {
    const access = record(record(JSON.parse(text ?? '{}'))?.['access_token']) ?? {};
    const values = record(access['xms_cc'])?.['values'];
    return {
      capable: Array.isArray(values) && values.includes('cp1'),
      more: Object.keys(access).some((name) => name !== 'xms_cc'),
    };
  } catch {
    return { capable: false, more: false };
  }
}
