import type { ReactElement } from 'react';
import { SETTINGS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { Card, Facts, Stack } from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.about;

/** Which console this is, and its keys. */
export const AboutSection = (): ReactElement => {
  const { data } = useCall('app.start', {});
  return (
    <Stack gap="l">
      <Card title={SETTINGS_TEXTS.sections.about}>
        {data === undefined ? null : (
          <Facts
            facts={[
              { label: TEXTS.version, value: data.version },
              { label: TEXTS.host, value: TEXTS.hosts[data.host] },
              { label: TEXTS.platform, value: TEXTS.platforms[data.platform] },
              { label: TEXTS.demoCloud, value: data.demoCloud ? TEXTS.demoRunning : TEXTS.demoOff },
              { label: TEXTS.licence, value: TEXTS.mit },
            ]}
          />
        )}
      </Card>
      <Card title={TEXTS.shortcuts}>
        <Facts
          facts={SETTINGS_TEXTS.shortcuts.map(({ keys, does }) => ({
            label: does,
            value: <kbd>{keys}</kbd>,
          }))}
        />
      </Card>
    </Stack>
  );
};
