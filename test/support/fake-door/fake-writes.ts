import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import { environments } from './fake-world.ts';

const BEFORE = [
  { column: 'accountid', value: '"a1b2c3d4-0000-4000-8000-000000000001"' },
  { column: 'name', value: '"Adatum"' },
  { column: 'revenue', value: '1200000' },
];

const REFUSED: OutputOf<'fleet.writeAnswer'> = {
  status: 403,
  milliseconds: 90,
  headers: [],
  body: '',
  error: appError('dataverse', {
    hex: '0x80040220',
    name: 'PrivilegeDenied',
    message: 'Principal user is missing prvDeleteAccount privilege',
    status: 403,
    privilege: 'prvDeleteAccount',
    table: 'Account',
  }),
  there: null,
  changes: [],
};

const CHANGED: OutputOf<'fleet.writeAnswer'> = {
  status: 204,
  milliseconds: 131,
  headers: [
    { name: 'odata-version', value: '4.0' },
    { name: 'x-ms-service-request-id', value: 'e0a6d1f2-7c1b-4a44-9f59-2f6c1f1f7a10' },
  ],
  body: '',
  error: null,
  there: true,
  changes: [{ column: 'revenue', before: '1200000', after: '1300000' }],
};

/** Write tests: a deletion is refused, everything else changes one column. */
export const fakeWrites = () => {
  let method = 'PATCH';
  return {
    'fleet.planWrite': (input: InputOf<'fleet.planWrite'>): Result<OutputOf<'fleet.planWrite'>> => {
      const { environmentId, request, workspaceId } = input;
      const environment = environments.find(({ id }) => id === environmentId);
      if (environment === undefined) return failed('not-found', { what: 'environment', id: environmentId });
      ({ method } = request);
      const { name: environmentName, production } = environment;
      return ok({
        plan: {
          id: fakeId.plan(40),
          digest: 'digest',
          workspaceId,
          madeAt: '2026-06-01T08:00:00Z',
          tenant: null,
          environments: [
            {
              environmentId,
              environmentName,
              production,
              clientId: fakeId.client(1),
              appName: 'Order sync',
              steps: [
                {
                  id: 'write',
                  kind: 'test-request',
                  subject: `${request.method} ${request.path}`,
                  before: '',
                  after: 'body of 18 bytes, SHA-256 6f1ed002ab559585…, If-Match *',
                  risks: ['not-undone'],
                },
              ],
              problem: null,
            },
          ],
          confirmations: production ? [environmentName] : [],
        },
        before: method === 'POST' ? null : BEFORE,
        beforeError: null,
      });
    },
    'fleet.writeAnswer': (): Result<OutputOf<'fleet.writeAnswer'>> =>
      ok(method === 'DELETE' ? REFUSED : CHANGED),
  };
};
