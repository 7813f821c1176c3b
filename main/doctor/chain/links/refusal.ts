import type { AppError } from '../../../../preload/contract/words/errors.ts';

/** What a refusal of an environment points to (Microsoft Learn: web-service-error-codes). */
export type Refusal = 'no-user' | 'disabled' | 'no-roles' | 'other';

/** Reads where the reason of a refusal lies; `other` is a reason by itself. */
export const refusalOf = (error: AppError): Refusal => {
  if (error.code !== 'dataverse') return 'other';
  switch (String(error.params['hex'] ?? '').toUpperCase()) {
    case '0X80072560':
      return 'no-user';
    case '0X80040225':
    case '0X8004A112':
      return 'disabled';
    case '0X80042F09':
      return 'no-roles';
    default:
      return 'other';
  }
};

/** Nobody is signed in who could look; everything else is a refusal of somebody who is. */
export const whyNotSeen = (error: AppError): 'not-signed-in' | 'admin-denied' =>
  ['sign-in-needed', 'sign-in-failed', 'sign-in-cancelled'].includes(error.code)
    ? 'not-signed-in'
    : 'admin-denied';
