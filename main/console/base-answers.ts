import type { Settings } from '../../preload/contract/settings.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { cloudsHandlers } from '../clouds/handlers.ts';
import type { Document } from '../settings/document.ts';
import { explainHandlers } from '../doctor/explain/handlers.ts';
import { settingsHandlers } from '../settings/handlers.ts';
import { appHandlers } from './app-handlers.ts';
import type { AppPorts } from './app-handlers.ts';
import { createHeldText } from './held-text.ts';

/** Answers what concerns the console itself and no workspace: `app.*`, `settings.*`, `clouds.*`, `explain.*`. */
export const baseAnswers = (
  rooms: AppPorts & { readonly settings: Document<Settings>; readonly clouds: Clouds },
) => {
  const heldText = createHeldText();
  return {
    ...appHandlers(rooms, heldText),
    ...settingsHandlers(rooms),
    ...cloudsHandlers(rooms),
    ...explainHandlers(heldText.take),
  };
};
