import { parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { TenantId } from '../../../preload/contract/words/ids.ts';

/** What an administrator's browser brought back. */
export type ConsentAnswer =
  | {
      readonly kind: 'granted';
      readonly state: string | null;
      /** Who the answer says has consented. Anybody can write it: it decides nothing (Microsoft Learn: v2-admin-consent, "Warning"). */
      readonly tenantId: TenantId | null;
    }
  | {
      readonly kind: 'refused';
      readonly state: string | null;
      readonly reason: 'declined' | 'not-admin' | 'other';
      /** OAuth 2.0 error name, as far as it looks like one. */
      readonly error: string;
      /** Number behind `AADSTS`; null when none was given, as at v1. */
      readonly aadsts: number | null;
    }
  | { readonly kind: 'unreadable'; readonly reason: 'not-an-address' | 'no-answer' };

const DECLINED = 65004;
const NOT_ADMIN = new Set([90093, 90094, 90095]);

const refusal = (query: URLSearchParams, error: string): ConsentAnswer => {
  const digits = /AADSTS(\d{3,9})/.exec(query.get('error_description') ?? '')?.[1];
  const aadsts = digits === undefined ? null : Number(digits);
  const declined =
    aadsts === DECLINED || (aadsts === null && ['permission_denied', 'access_denied'].includes(error));
  return {
    kind: 'refused',
    state: query.get('state'),
    reason: declined ? 'declined' : aadsts !== null && NOT_ADMIN.has(aadsts) ? 'not-admin' : 'other',
    error: /^[a-z_]{1,60}$/.test(error) ? error : 'unknown',
    aadsts,
  };
};

/**
 * Reads the query of a callback. `error` comes first: a refusal of the v2 endpoint carries `admin_consent=True` as well (Microsoft
 * Learn: v2-admin-consent, "Error response"). A parameter that is there twice makes the answer none: it was put together by somebody.
 */
export const readConsentAnswer = (query: URLSearchParams): ConsentAnswer => {
  const names = ['error', 'admin_consent', 'state', 'tenant'];
  if (names.some((name) => query.getAll(name).length > 1)) return { kind: 'unreadable', reason: 'no-answer' };
  const error = query.get('error');
  if (error !== null) return refusal(query, error);
  if (query.get('admin_consent')?.toLowerCase() !== 'true')
    return { kind: 'unreadable', reason: 'no-answer' };
  return { kind: 'granted', state: query.get('state'), tenantId: parseTenantId(query.get('tenant') ?? '') };
};

/** Reads the whole address at which a browser ended, as a person pastes it. */
export const readConsentAddress = (text: string): ConsentAnswer => {
  const url = URL.parse(text.trim().replace(/^[<"']|[>"']$/g, ''));
  return url === null || !['http:', 'https:'].includes(url.protocol)
    ? { kind: 'unreadable', reason: 'not-an-address' }
    : readConsentAnswer(url.searchParams);
};
