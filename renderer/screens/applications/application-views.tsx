import type { ReactElement } from 'react';
import { APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { usePlaceParams } from '../../places/index.ts';
import { makeStyles, Tab, TabList, tokens } from '../../ui/index.ts';

/** The parts of the screen, as they stand in the address; the first is shown when it names none. */
export const APPLICATION_VIEWS = ['apps', 'consent', 'management'] as const;
export type ApplicationView = (typeof APPLICATION_VIEWS)[number];

/** The part that an address names. */
export const applicationView = (text: string | undefined): ApplicationView =>
  APPLICATION_VIEWS.find((view) => view === text) ?? 'apps';

// Above a table that fills the rest of the page.
const useStyles = makeStyles({ tabs: { flexShrink: 0, marginBottom: tokens.spacingVerticalS } });

/** Chooses between the parts of the screen Applications. */
export const ApplicationViews = (): ReactElement => {
  const [params, change] = usePlaceParams();
  const shown = applicationView(params['view']);
  return (
    <TabList
      className={useStyles().tabs}
      aria-label={APPLICATIONS_TEXTS.views.label}
      selectedValue={shown}
      onTabSelect={(_event, data) => {
        const view = applicationView(String(data.value));
        change({ ...LEFT_BEHIND, view: view === 'apps' ? null : view });
      }}
    >
      {APPLICATION_VIEWS.map((view) => (
        <Tab key={view} value={view}>
          {APPLICATIONS_TEXTS.views[view]}
        </Tab>
      ))}
    </TabList>
  );
};

/** What the address says of one part and means nothing in another. */
const LEFT_BEHIND = { app: null, tab: null, add: null, panel: null, row: null, ask: null };
