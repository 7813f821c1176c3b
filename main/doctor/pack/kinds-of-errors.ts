import { dataverseCode } from '../explain/catalogue/dataverse-catalogue.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { FieldKind } from './field-kinds.ts';
import type { Redactor } from './redactor.ts';

/** What the params of errors are (words/errors.ts); a name that stands in no row is of no known kind. */
const KINDS: Readonly<Record<string, FieldKind>> = {
  host: 'host',
  to: 'host',
  resource: 'host',
  authority: 'host',
  clientId: 'app-id',
  tenantId: 'tenant-id',
  environment: 'environment',
  app: 'app',
  role: 'role',
  team: 'team',
  unit: 'unit',
  credential: 'credential',
  certificate: 'credential',
  workspace: 'workspace',
  account: 'person',
  privilege: 'schema-name',
  table: 'schema-name',
  depth: 'word',
  needed: 'word',
  claim: 'word',
  verb: 'word',
  what: 'word',
  reason: 'word',
  problem: 'word',
  limit: 'word',
  why: 'word',
  way: 'word',
  error: 'word',
  possible: 'word',
  cloud: 'cloud',
  cloudName: 'cloud',
  aadsts: 'code',
  hex: 'code',
  status: 'number',
  seconds: 'number',
  count: 'number',
  failures: 'number',
  retryAfterSeconds: 'number',
  limitBytes: 'number',
  message: 'message',
  text: 'message',
  detail: 'message',
};

/** An error whose params may stand in a pack, ready to be explained. What a service calls its code is taken from our list of codes. */
export const tellableError = (error: AppError, { say }: Redactor): AppError => {
  const params = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => {
      if (error.code === 'dataverse' && name === 'name')
        return [name, dataverseCode(String(error.params['hex'] ?? '').toLowerCase())?.name ?? ''];
      return [name, say(KINDS[name] ?? 'value', value)];
    }),
  );
  return appError(error.code, params, { retryable: error.retryable });
};
