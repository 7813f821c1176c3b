/** The three parts of a compact JSON Web Token, decoded but not verified. */
export type DecodedToken = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signedText: string;
  readonly signature: Buffer;
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decodePart(part: string): Readonly<Record<string, unknown>> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) {
    return null;
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Takes a compact token apart (RFC 7515, 7.1); `null` for anything that is not one. */
export function decodeToken(text: string): DecodedToken | null {
  const [head = '', body = '', signature = '', ...more] = text.split('.');
  const header = decodePart(head);
  const claims = decodePart(body);
  if (header === null || claims === null || more.length > 0 || !/^[A-Za-z0-9_-]+$/.test(signature)) {
    return null;
  }
  return { header, claims, signedText: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') };
}

/** A claim that must be text; empty text where it is missing or something else. */
export function textClaim(claims: Readonly<Record<string, unknown>>, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value : '';
}

/** A claim that must be a finite number; `null` where it is missing or something else. */
export function numberClaim(claims: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A claim that must be a list of texts; what is something else is left out. */
export function textsIn(claims: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = claims[name];
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : [];
}
