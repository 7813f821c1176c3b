import type { ReactElement } from 'react';
import type { Merge } from '../../../preload/contract/portability.ts';
import { IMPORT_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Badge, Card, Facts, makeStyles, Moment, PanelSection, tokens } from '../../ui/index.ts';

const TEXTS = IMPORT_TEXTS.merge;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const Item = (props: {
  readonly name: string;
  readonly merge: Merge['apps'][number]['merge'];
  readonly lines: readonly string[];
}): ReactElement => {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span>
        <Badge appearance="outline" color={props.merge === 'cloud-unknown' ? 'warning' : 'brand'}>
          {TEXTS.how[props.merge]}
        </Badge>
      </span>
      <span>
        <span className={styles.name}>{props.name}</span>
        {props.lines.map((line) => (
          <span key={line} className={styles.line}>
            {line}
          </span>
        ))}
      </span>
    </li>
  );
};

const joined = (
  merge: Merge['apps'][number]['merge'],
  name: string,
  into: string | null,
): readonly string[] =>
  merge === 'cloud-unknown'
    ? [TEXTS.cloudUnknown]
    : into !== null && into !== name
      ? [TEXTS.joinedWith(into)]
      : [];

/** What joining an export does, or did: the same words before and after. */
export const MergeCard = (props: {
  readonly title: string;
  readonly merge: Merge;
  readonly className: string;
}): ReactElement => {
  const styles = useStyles();
  const { apps, madeAt, withSecrets, workspaces } = props.merge;
  return (
    <Card title={props.title} className={props.className}>
      <Facts
        facts={[
          { label: TEXTS.madeAt, value: <Moment at={madeAt} /> },
          { label: TEXTS.withSecrets, value: withSecrets ? TEXTS.yes : TEXTS.no },
        ]}
      />
      <PanelSection title={TEXTS.workspaces}>
        <ul className={styles.list}>
          {workspaces.map((one) => (
            <Item
              key={one.name}
              name={one.name}
              merge={one.merge}
              lines={[
                ...joined(one.merge, one.name, one.into),
                ...(one.merge === 'cloud-unknown'
                  ? []
                  : [TEXTS.environments(one.environmentsAdded, one.environmentsPresent)]),
              ]}
            />
          ))}
        </ul>
      </PanelSection>
      <PanelSection title={TEXTS.apps}>
        <ul className={styles.list}>
          {apps.map((one) => (
            <Item
              key={one.clientId}
              name={one.name}
              merge={one.merge}
              lines={[
                ...joined(one.merge, one.name, one.into),
                ...one.kept.map((what) => TEXTS.kept[what]),
                ...one.credentials.map(({ kind, label, merge }) => TEXTS.credential(kind, label, merge)),
              ]}
            />
          ))}
        </ul>
      </PanelSection>
    </Card>
  );
};
