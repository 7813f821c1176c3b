import { Badge, Button, Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { highlight } from './highlight.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  search: { flexGrow: 1, minWidth: '180px', maxWidth: 'none' },
  list: {
    overflowY: 'auto',
    maxHeight: '320px',
    minHeight: '72px',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    paddingRight: tokens.spacingHorizontalM,
    ':hover': { backgroundColor: highlight.hover },
  },
  label: { flexGrow: 1, minWidth: 0 },
  url: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  foot: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  production: { flexShrink: 0, verticalAlign: 'middle' },
  none: { padding: tokens.spacingVerticalL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

const hostOf = (environment: Environment): string => environment.url.replace('https://', '');

/** Badge that makes a production environment unmistakable. */
export const ProductionBadge = (): ReactElement => {
  const styles = useStyles();
  return (
    <Badge className={styles.production} appearance="tint" color="danger" size="small" shape="rounded">
      {UI_TEXTS.production}
    </Badge>
  );
};

/** Chooses environments: search, all / all but production / none, production marked. */
export const EnvironmentPicker = (props: {
  readonly label: string;
  readonly environments: readonly Environment[];
  readonly chosen: ReadonlySet<EnvironmentId>;
  readonly onChosen: (chosen: ReadonlySet<EnvironmentId>) => void;
}): ReactElement => {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const { environments, chosen, onChosen } = props;
  const shown = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return environments.filter((environment) =>
      `${environment.name} ${environment.url} ${environment.region ?? ''}`
        .toLocaleLowerCase()
        .includes(wanted),
    );
  }, [environments, search]);
  const choose = (wanted: readonly Environment[]) =>
    onChosen(new Set([...chosen, ...wanted.map((environment) => environment.id)]));
  const chooseNonProduction = () => {
    const production = new Set(shown.filter((environment) => environment.production).map(({ id }) => id));
    const others = shown.filter(({ id }) => !production.has(id)).map(({ id }) => id);
    onChosen(new Set([...[...chosen].filter((id) => !production.has(id)), ...others]));
  };
  const toggle = (id: EnvironmentId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <div className={styles.box} role="group" aria-label={props.label}>
      <div className={styles.head}>
        <SearchBox
          className={styles.search}
          placeholder={UI_TEXTS.searchEnvironments}
          aria-label={UI_TEXTS.searchEnvironments}
          value={search}
          onChange={(_event, data) => setSearch(data.value)}
        />
        <Button size="small" appearance="subtle" onClick={() => choose(shown)}>
          {UI_TEXTS.selectAllShown}
        </Button>
        <Button size="small" appearance="subtle" onClick={chooseNonProduction}>
          {UI_TEXTS.selectNonProduction}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onChosen(new Set())}>
          {UI_TEXTS.selectNone}
        </Button>
      </div>
      <div className={styles.list}>
        {shown.length === 0 ? <div className={styles.none}>{UI_TEXTS.noEnvironmentMatches}</div> : null}
        {shown.map((environment) => (
          <div key={environment.id} className={styles.row}>
            <Checkbox
              className={styles.label}
              checked={chosen.has(environment.id)}
              onChange={() => toggle(environment.id)}
              label={environment.name}
            />
            {environment.production ? <ProductionBadge /> : null}
            <span className={styles.url}>{hostOf(environment)}</span>
          </div>
        ))}
      </div>
      <div className={styles.foot} role="status">
        {UI_TEXTS.environmentsChosen(chosen.size, environments.length)}
      </div>
    </div>
  );
};
