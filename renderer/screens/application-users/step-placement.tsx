import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  EnvironmentsIcon,
  ErrorPanel,
  NoticeBar,
  PartialBanner,
  StatusBadge,
  StreamBar,
} from '../../ui/index.ts';
import type { NameOffer } from './name-offers.ts';
import { nameOffers } from './name-offers.ts';
import { usePlacement } from './use-placement.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.placement;
const WHERE = APPLICATION_USERS_TEXTS.wizard.roles;

/** No business unit can be called so: names are trimmed. */
const ROOT = ' root';
const BY_WHERE = { column: 'where', descending: false } as const;
const keyOf = ({ name }: NameOffer): string => name;
const wordOf = ({ name }: NameOffer): string => (name === ROOT ? TEXTS.root : name);

const columnsFor = (what: 'unit' | 'teams', nameOf: (id: string) => string): readonly Column<NameOffer>[] => [
  { id: 'name', header: TEXTS.columns[what], width: 280, grow: true, required: true, value: wordOf },
  {
    id: 'where',
    header: WHERE.columns.where,
    width: 240,
    grow: true,
    value: ({ name, missingIn }) => (name === ROOT ? -1 : missingIn.length),
    cell: ({ in: has, missingIn }) =>
      missingIn.length === 0 ? (
        WHERE.everywhere(has.length)
      ) : (
        <span title={WHERE.missing(missingIn.map(nameOf).join(', '))}>
          <StatusBadge status="attention" word={WHERE.some(has.length, has.length + missingIn.length)} />
        </span>
      ),
  },
];

/** Chooses a business unit, or teams, by name over all environments of the selected users. */
export const StepPlacement = (props: {
  readonly what: 'unit' | 'teams';
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly environments: readonly Environment[];
}): ReactElement => {
  const { act, draft, environments, what } = props;
  const { environmentIds } = draft;
  const workspace = useWorkspace();
  const placement = usePlacement(workspace.id, environmentIds);
  const { data, running, state } = placement;
  const offers = useMemo((): readonly NameOffer[] => {
    if (what === 'teams') return nameOffers(data.teams, environmentIds);
    const read = environmentIds.filter((id) => data.units.has(id));
    return read.length === 0
      ? []
      : [{ name: ROOT, in: read, missingIn: [] }, ...nameOffers(data.units, environmentIds)];
  }, [data, environmentIds, what]);
  const columns = useMemo(() => {
    const byId = new Map<string, string>(environments.map(({ id, name }) => [id, name]));
    return columnsFor(what, (id) => byId.get(id) ?? id);
  }, [environments, what]);

  const chosen = useMemo((): ReadonlySet<string> => {
    if (what === 'teams') return new Set(draft.teams);
    if (draft.unit === null) return new Set();
    return new Set([draft.unit.kind === 'root' ? ROOT : draft.unit.name]);
  }, [draft.teams, draft.unit, what]);
  const chooseTeams = (keys: ReadonlySet<string>) =>
    act({ kind: 'choose-teams', names: offers.map(keyOf).filter((name) => keys.has(name)) });
  const toggle = ({ name }: NameOffer) => {
    if (what === 'unit') {
      act({ kind: 'choose-unit', unit: name === ROOT ? { kind: 'root' } : { kind: 'named', name } });
      return;
    }
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    chooseTeams(next);
  };
  const failures = environments.flatMap(({ id, name }) => {
    const error = environmentIds.includes(id) ? data.errors.get(id) : undefined;
    return error === undefined ? [] : [{ id, name, error }];
  });
  const done = environmentIds.filter((id) => data.units.has(id) || data.errors.has(id)).length;
  const again = () => placement.read(environmentIds);
  const partly = offers.some(({ name, missingIn }) => chosen.has(name) && missingIn.length > 0);
  return (
    <>
      {running ? (
        <StreamBar
          label={TEXTS.reading(done, environmentIds.length)}
          done={done}
          total={environmentIds.length}
          onCancel={placement.cancel}
        />
      ) : null}
      {state === 'failed' && placement.error !== null ? (
        <ErrorPanel error={placement.error} handlers={{ retry: again }} />
      ) : null}
      <PartialBanner
        failures={failures}
        total={environmentIds.length}
        onRetry={(ids) => placement.read(environmentIds.filter((id) => ids.includes(id)))}
      />
      <NoticeBar intent="info" title={TEXTS.noteTitle[what]}>
        {TEXTS.note[what]}
      </NoticeBar>
      {partly ? <NoticeBar intent="warning" title={TEXTS.partly} /> : null}
      <DataTable
        label={TEXTS.columns[what]}
        columns={columns}
        rows={offers}
        rowKey={keyOf}
        initialSort={BY_WHERE}
        {...(what === 'teams'
          ? { selected: chosen, onSelected: chooseTeams }
          : { openKey: [...chosen][0] ?? null })}
        onOpen={toggle}
        loading={running && offers.length === 0}
        empty={
          <EmptyState icon={EnvironmentsIcon} title={TEXTS.none[what]} text={TEXTS.noneText}>
            <Button onClick={again}>{WHERE.again}</Button>
          </EmptyState>
        }
      />
    </>
  );
};
