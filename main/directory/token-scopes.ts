import { z } from 'zod';

const payload = z.object({ scp: z.string() });

/** Delegated permissions in an access token (claim `scp`); null for a token that is not to be read. It decides no access, only words. */
export const tokenScopes = (token: string): readonly string[] | null => {
  const [, middle = ''] = token.split('.');
  try {
    const claims = payload.safeParse(JSON.parse(Buffer.from(middle, 'base64url').toString('utf8')));
    return claims.success ? claims.data.scp.split(' ') : null;
  } catch {
    return null;
  }
};
