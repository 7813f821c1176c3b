import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { DOCTOR_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  DoctorIcon,
  EmptyState,
  HealthyIcon,
  makeStyles,
  MatrixTable,
  ProductionBadge,
  StatusBadge,
  Switch,
  TextWithMark,
  tokens,
} from '../../ui/index.ts';
import type { DoctorRun } from './doctor-run.ts';
import { chainKey, outcomeCounts } from './doctor-run.ts';
import { chainWords } from './verdict-words.ts';

const idOf = ({ id }: { readonly id: string }): string => id;
const nameOf = ({ name }: { readonly name: string }): string => name;

const useStyles = makeStyles({
  word: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minWidth: 0 },
  line: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** Every app in every environment: the first failing link of each. */
export const ChainMatrix = (props: {
  readonly run: DoctorRun;
  readonly running: boolean;
  readonly profiles: readonly AppProfile[];
  readonly environments: readonly Environment[];
  readonly openKey: string | null;
  readonly onOpen: (key: string) => void;
  /** Looks at all of them again until they work. */
  readonly onWatch: () => void;
}): ReactElement => {
  const styles = useStyles();
  const { environments, profiles, run, running } = props;
  const [filter, setFilter] = useState('');
  const [problems, setProblems] = useState(false);
  const shown = useMemo(() => {
    const text = filter.trim().toLowerCase();
    const rows = environments.filter(
      ({ id, name }) =>
        name.toLowerCase().includes(text) &&
        (!problems ||
          profiles.some((profile) => run.chains.get(chainKey(profile.id, id))?.end?.outcome !== 'ok')),
    );
    return [{ key: 'all', label: null, rows }];
  }, [environments, filter, problems, profiles, run]);
  const wordsOf = (environment: Environment, profile: AppProfile) =>
    chainWords(run.chains.get(chainKey(profile.id, environment.id)), running);
  const counts = outcomeCounts(run);
  const sound = problems && filter.trim() === '';
  const cellText = (environment: Environment, profile: AppProfile): string => {
    const { word, line } = wordsOf(environment, profile);
    return line === '' ? word : `${word}: ${line}`;
  };
  return (
    <MatrixTable
      label={TEXTS.matrix}
      corner={TEXTS.environment}
      groups={shown}
      columns={profiles}
      rowKey={idOf}
      rowName={nameOf}
      columnKey={idOf}
      columnName={nameOf}
      rowHead={(environment) => (
        <TextWithMark
          wraps
          text={environment.name}
          mark={environment.production ? <ProductionBadge /> : null}
        />
      )}
      columnHead={(profile) => <TextWithMark text={profile.name} mark={null} />}
      cell={(environment, profile) => {
        const { line, status, word } = wordsOf(environment, profile);
        return (
          <>
            <span className={styles.word}>
              <StatusBadge status={status} word={word} />
            </span>
            {line === '' ? null : <span className={styles.line}>{line}</span>}
          </>
        );
      }}
      cellName={(environment, profile) =>
        `${TEXTS.chain(profile.name, environment.name)}: ${cellText(environment, profile)}`
      }
      cellText={cellText}
      opens={(environment, profile) => () => props.onOpen(chainKey(profile.id, environment.id))}
      isOpen={(environment, profile) => chainKey(profile.id, environment.id) === props.openKey}
      all={environments.length}
      filter={filter}
      onFilter={setFilter}
      toolbar={
        <>
          <span>{TEXTS.summary(counts, running)}</span>
          {running || counts.ok === run.chains.size ? null : (
            <Button size="small" title={TEXTS.watchHint} onClick={props.onWatch}>
              {TEXTS.watchAll}
            </Button>
          )}
          <Switch
            label={TEXTS.onlyProblems}
            checked={problems}
            onChange={(_event, data) => setProblems(data.checked)}
          />
        </>
      }
      loading={false}
      empty={
        <EmptyState
          icon={sound ? HealthyIcon : DoctorIcon}
          title={sound ? TEXTS.nothingBroken : TEXTS.nothingMatches}
          text={sound ? TEXTS.nothingBrokenText : TEXTS.nothingMatchesText}
        >
          <Button
            onClick={() => {
              setFilter('');
              setProblems(false);
            }}
          >
            {TEXTS.showAll}
          </Button>
        </EmptyState>
      }
    />
  );
};
