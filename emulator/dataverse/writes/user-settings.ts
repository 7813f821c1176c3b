import { settingsOf, zoneSettings } from '../base/generate-user-settings.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { invalidArgument } from '../errors/request-faults.ts';
import type { Payload } from './payload.ts';
import { updateRecord } from './record-writes.ts';

const settings = requireTable('usersettings');

/** Changes settings; what a zone means for the clocks is worked out (Learn: "Specify time zone settings for a user", system calculated). */
export function updateSettings(session: Session, before: Row, payload: Payload): Row {
  const code = payload.values['timezonecode'];
  if (typeof code !== 'number') return updateRecord(session, settings, before, payload);
  const zone = zoneSettings(code);
  if (zone === null) throw invalidArgument('timezonecode');
  return updateRecord(session, settings, before, { ...payload, values: { ...payload.values, ...zone } });
}

/** Has the settings of a user follow it: they begin with it, move with it, and end with it. */
export function followUser({ environment }: Session, user: Row, isThere = true): void {
  const store = environment.mutable(settings);
  const id = idOf(user, 'systemuserid');
  if (!isThere) return store.remove(id);
  const before = store.get(id);
  const unit = user['businessunitid'] ?? null;
  if (before !== null && before['businessunitid'] === unit) return;
  store.put({
    ...(before ?? settingsOf(environment.seed, user)),
    businessunitid: unit,
    versionnumber: environment.nextVersion(),
  });
}
