import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';

/** An error of the Power Platform API: a code and a message, without anything around them (recorded by Microsoft's Terraform provider). */
export const powerPlatformFailure = (
  status: number,
  code: string,
  message: string,
  innererror?: { readonly code: string; readonly message?: string },
): ServiceResponse => json(status, { code, message, ...(innererror === undefined ? {} : { innererror }) });
