import type { ReactElement } from 'react';
import { SETTINGS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { useSettings } from '../../session/index.ts';
import { ErrorPanel, makeStyles, Page, Tab, TabList, tokens } from '../../ui/index.ts';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { CloudDetails } from './cloud-details.tsx';
import { CloudsSection } from './clouds-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { VaultDetails } from './vault-details.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { VaultSection } from './vault-section.tsx';

const SECTIONS = ['appearance', 'network', 'reminders', 'vault', 'clouds', 'about'] as const;
type Section = (typeof SECTIONS)[number];

const useStyles = makeStyles({
  columns: { display: 'flex', gap: tokens.spacingHorizontalXXL, flexGrow: 1, minHeight: 0 },
  tabs: { flexShrink: 0, width: '160px' },
  section: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
  },
});

const sectionOf = (text: unknown): Section => SECTIONS.find((section) => section === text) ?? 'appearance';

/** Everything a person can set that is not a workspace. */
export const SettingsScreen = (): ReactElement => {
  const styles = useStyles();
  const [params, change] = usePlaceParams();
  const section = sectionOf(params['section']);
  const { error } = useCall('settings.get', {});
  const { settings, change: changeSettings } = useSettings();
  return (
    <Page
      title={SETTINGS_TEXTS.title}
      purpose={SETTINGS_TEXTS.purpose}
      details={section === 'clouds' ? <CloudDetails /> : section === 'vault' ? <VaultDetails /> : null}
    >
      {error === null ? null : <ErrorPanel error={error} />}
      <div className={styles.columns}>
        <TabList
          vertical
          className={styles.tabs}
          selectedValue={section}
          onTabSelect={(_event, data) =>
            change(
              { section: sectionOf(data.value), cloud: null, panel: null, enter: null },
              { replace: true },
            )
          }
        >
          {SECTIONS.map((each) => (
            <Tab key={each} value={each} id={`tab-${each}`}>
              {SETTINGS_TEXTS.sections[each]}
            </Tab>
          ))}
        </TabList>
        <div className={styles.section} role="tabpanel" aria-labelledby={`tab-${section}`}>
          {settings === undefined ? null : (
            <>
              {section === 'appearance' ? (
                <AppearanceSection settings={settings} onChange={changeSettings} />
              ) : null}
              {section === 'network' ? (
                <NetworkSection settings={settings} onChange={changeSettings} />
              ) : null}
            </>
          )}
          {section === 'reminders' && settings !== undefined ? (
            <RemindersSection settings={settings} onChange={changeSettings} />
          ) : null}
          {section === 'vault' ? <VaultSection /> : null}
          {section === 'clouds' ? <CloudsSection /> : null}
          {section === 'about' ? <AboutSection /> : null}
        </div>
      </div>
    </Page>
  );
};
