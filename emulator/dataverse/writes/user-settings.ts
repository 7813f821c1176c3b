import { settingsOf } from '../base/generate-user-settings.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

const settings = requireTable('usersettings');

/** Has the settings of a user follow it: they begin with it, move with it, and end with it. */
export function followUser({ environment }: Session, user: Row, isThere = true): void {
  const store = environment.mutable(settings);
  const id = idOf(user, 'systemuserid');
  if (!isThere) return store.remove(id);
  const before = store.get(id);
  const unit = user['businessunitid'] ?? null;
  if (before !== null && before['businessunitid'] === unit) return;
  store.put({
    ...(before ?? settingsOf(user)),
    businessunitid: unit,
    versionnumber: environment.nextVersion(),
  });
}
