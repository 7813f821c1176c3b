import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import type { Of } from './tenant-place.ts';

/** Keeps what signs in today in use until the new credential is proved: the newest would be taken otherwise. */
export const keepInUse = (
  profile: StoredProfile,
  action: Of<'add-secret'> | Of<'generate-certificate'>,
): StoredProfile =>
  profile.current === null && action.staysInUse !== null
    ? { ...profile, current: action.staysInUse }
    : profile;
