import { z } from 'zod';
import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../preload/contract/words/graph-permission.ts';
import { correlationOf } from '../http/correlation.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import type { GraphAsk } from './graph-client.ts';

/** An error body of Graph (Microsoft Learn: graph/errors). */
const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Permissions that serve as well as the named one (Microsoft Learn: permissions-reference). */
const SERVES: Readonly<Record<GraphPermission, readonly string[]>> = {
  'Application.Read.All': [
    'Application.Read.All',
    'Application.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  'Application.ReadWrite.All': ['Application.ReadWrite.All', 'Directory.ReadWrite.All'],
  'DelegatedPermissionGrant.ReadWrite.All': [
    'DelegatedPermissionGrant.ReadWrite.All',
    'Directory.ReadWrite.All',
  ],
};

/**
 * What a denied person lacks. Graph says the same for both, so the permissions of the token tell them apart: without the permission
 * nobody may, with it this person lacks the role or is no owner. Null scopes are those of a token that could not be read.
 */
export const missingOf = (
  needs: GraphPermission,
  scopes: readonly string[] | null,
): 'permission' | 'role' | 'unknown' => {
  if (scopes === null) return 'unknown';
  return SERVES[needs].some((permission) => scopes.includes(permission)) ? 'role' : 'permission';
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);

/** The one place where a refusing answer (status 400 and above) of Graph becomes an AppError. */
export const graphError = (
  origin: string,
  answer: HttpAnswer,
  ask: GraphAsk,
  scopes: readonly string[] | null,
): AppError => {
  const { host } = new URL(origin);
  const { status } = answer;
  const more = { correlation: correlationOf(answer.headers) };
  const body = errorBody.safeParse(parse(answer.body));
  if (!body.success) {
    const what = /^\s*</.test(answer.body) ? 'html' : 'not JSON';
    return appError('unexpected-answer', { host, status, what }, more);
  }
  const { code } = body.data.error;
  const message = oneLine(body.data.error.message);
  if (status === 404) return appError('not-found', { what: ask.what, id: ask.id }, more);
  if (status === 409) return appError('already-exists', { what: ask.what, name: ask.id }, more);
  if (code === 'Authorization_RequestDenied')
    return appError(
      'directory-denied',
      { permission: ask.needs, missing: missingOf(ask.needs, scopes) },
      more,
    );
  // Microsoft Learn: appManagementPolicy; codes such as CredentialInvalidLifetimeAsPerAppPolicy.
  if (code.endsWith('AsPerAppPolicy')) return appError('directory-policy', { policy: code, message }, more);
  return appError('directory', { code, message, status }, more);
};
