import type { ComponentType, ReactElement, ReactNode } from 'react';
import { DOCTOR_TEXTS as TEXTS, EXPLAINER_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { usePlaceParams } from '../../places/index.ts';
import { makeStyles, Tab, TabList, tokens } from '../../ui/index.ts';
import { Diagnose } from './diagnose.tsx';
import { ExplainView } from './explain/explain-view.tsx';

/** One part of the doctor: a page that shows the tabs above its content. */
type DoctorPart = {
  /** As it stands in the address. */
  readonly id: string;
  readonly title: string;
  readonly Content: ComponentType<{ readonly tabs: ReactNode }>;
};

const DIAGNOSE: DoctorPart = { id: 'diagnose', title: TEXTS.diagnose, Content: Diagnose };

/** The parts in their order; the first is shown when the address names none. */
const PARTS: readonly DoctorPart[] = [
  DIAGNOSE,
  { id: 'explain', title: EXPLAINER_TEXTS.tab, Content: ExplainView },
];

const useStyles = makeStyles({
  tabs: { flexShrink: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Says why something is denied: by looking at every link of the chain. */
export const DoctorScreen = (): ReactElement => {
  const styles = useStyles();
  const [params, changeParams] = usePlaceParams();
  const { id, Content } = PARTS.find((part) => part.id === params['tab']) ?? DIAGNOSE;
  const tabs = (
    <TabList
      className={styles.tabs}
      aria-label={TEXTS.tabs}
      selectedValue={id}
      onTabSelect={(_event, data) => changeParams({ tab: String(data.value) }, { replace: true })}
    >
      {PARTS.map((part) => (
        <Tab key={part.id} value={part.id}>
          {part.title}
        </Tab>
      ))}
    </TabList>
  );
  return <Content tabs={tabs} />;
};
