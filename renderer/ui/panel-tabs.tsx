import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

export type PanelTabsProps = {
  /** What the parts are parts of, for screen readers. */
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** The element that shows the selected part; it is named by `<panelId>-<id>`. */
  readonly panelId: string;
};

/** The parts of a details panel below its title. */
export const PanelTabs = (props: PanelTabsProps): ReactElement => (
  <TabList
    className={useStyles().tabs}
    aria-label={props.label}
    selectedValue={props.selected}
    onTabSelect={(_event, data) => props.onSelect(String(data.value))}
  >
    {props.items.map(({ id, title }) => (
      <Tab key={id} value={id} id={`${props.panelId}-${id}`} aria-controls={props.panelId}>
        {title}
      </Tab>
    ))}
  </TabList>
);
