import { APPLICATION_USER_SCREENS } from './application-users.ts';
import { APPLICATION_SCREENS } from './applications.ts';
import { BASELINE_SCREENS } from './baseline.ts';
import { DOCTOR_SCREENS } from './doctor.ts';
import { ROLE_AND_QUERY_SCREENS } from './roles-and-queries.ts';
import { SETTINGS_AND_WORKSPACE_SCREENS } from './settings-and-workspaces.ts';
import { SHELL_SCREENS } from './shell.ts';
import type { Screen } from './screen.ts';

/** Every screen in every state, those of one scenario side by side. */
export const SCREENS: readonly Screen[] = [
  ...APPLICATION_SCREENS,
  ...APPLICATION_USER_SCREENS,
  ...BASELINE_SCREENS,
  ...DOCTOR_SCREENS,
  ...ROLE_AND_QUERY_SCREENS,
  ...SETTINGS_AND_WORKSPACE_SCREENS,
  ...SHELL_SCREENS,
];
