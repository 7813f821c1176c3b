import * as contract from '../../../preload/contract/tokens.ts';
import type { TokenRecord as ShownRecord } from '../../../preload/contract/tokens.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, TenantId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { ClockSkew } from '../../http/clock-skew.ts';
import type { Profiles } from '../app-profiles/profiles.ts';
import type { TokenSource } from '../token-source.ts';
import type { TokenRecord, TokenRecords } from './token-records.ts';

/** An environment as far as a token for it needs it. */
export type TokenPlace = {
  readonly id: EnvironmentId;
  readonly url: string;
  readonly tenantId: TenantId | null;
};

/** What `tokens.*` is answered with. */
export type InspectorPorts = {
  readonly profiles: Pick<Profiles, 'find'>;
  readonly records: TokenRecords;
  readonly forApp: TokenSource['forApp'];
  readonly placesOf: (workspaceId: WorkspaceId) => readonly TokenPlace[];
  readonly clockSkew: () => ClockSkew | null;
};

const shown = (record: TokenRecord, environmentId: EnvironmentId): ShownRecord => ({
  environmentId,
  credentialId: record.credentialId,
  at: new Date(record.at).toISOString(),
  expiresOn: record.expiresAt === null ? null : new Date(record.expiresAt).toISOString(),
  content:
    record.content === null ? null : { header: record.content.header, claims: [...record.content.claims] },
  refusal: record.refusal,
});

/** Answers `tokens.*`: decoded in main, so that the token and its signature stay here. */
export const inspectorHandlers = ({ profiles, records, forApp, placesOf, clockSkew }: InspectorPorts) => ({
  'tokens.list': implement(contract.list, async ({ workspaceId, appProfileId }) => {
    const places = placesOf(workspaceId);
    const tokens = records.of(workspaceId, appProfileId).flatMap((record) => {
      const place = places.find(({ url }) => url === record.resource);
      return place === undefined ? [] : [shown(record, place.id)];
    });
    return ok({ tokens, clockAheadSeconds: clockSkew()?.seconds ?? null });
  }),

  'tokens.request': implement(contract.request, async (input, signal) => {
    const { workspaceId, appProfileId, credentialId, environmentId } = input;
    const found = profiles.find(appProfileId);
    if (!found.ok) return found;
    const place = placesOf(workspaceId).find(({ id }) => id === environmentId);
    if (place === undefined) return failed('not-found', { what: 'environment', id: environmentId });
    if (place.tenantId === null) return failed('challenge-missing', { host: new URL(place.url).host });
    const { clientId } = found.value;
    const request = { workspaceId, tenantId: place.tenantId, clientId, appProfileId, credentialId };
    const answer = await forApp({ ...request, resource: place.url, fresh: true }, signal);
    const record = records
      .of(workspaceId, appProfileId)
      .find((one) => one.credentialId === credentialId && one.resource === place.url);
    if (!answer.ok && (answer.error.code === 'cancelled' || record === undefined)) return answer;
    return record === undefined ? failed('cancelled') : ok(shown(record, environmentId));
  }),
});
