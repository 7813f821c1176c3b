import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { Adding } from './profile-panel.tsx';

/** A change of the tenant that a person asked for, and what its preview is called. */
export type WantedChange = { readonly title: string; readonly change: TenantChange };

/** What every part of an app's panel is given. */
export type ProfileTabProps = {
  readonly profile: AppProfile;
  /** The instant at which health is judged, in milliseconds since the epoch. */
  readonly now: number;
  readonly onAdding: (adding: Adding) => void;
  /** Previews a change of the tenant in the panel's place. */
  readonly onChange: (wanted: WantedChange) => void;
};

/** One part of an app's panel. */
export type ProfileTab = {
  /** As it stands in the address. */
  readonly id: string;
  readonly title: string;
  readonly Content: (props: ProfileTabProps) => ReactElement;
};
