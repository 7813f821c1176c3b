import type { AppProfile } from '../../../preload/contract/app-profiles.ts';

/** Whether the credential that a profile was given last is gone when the console closes. */
export const keptForSession = ({ credentials }: Pick<AppProfile, 'credentials'>): boolean =>
  credentials.toSorted((a, b) => Date.parse(b.addedOn) - Date.parse(a.addedOn)).at(0)?.kept === 'session';
