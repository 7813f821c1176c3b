import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AskedState } from '../../../preload/contract/fleet.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  Button,
  Dropdown,
  EnvironmentMenu,
  ErrorPanel,
  Facts,
  Field,
  Inline,
  makeStyles,
  Option,
  PanelSection,
  Radio,
  RadioGroup,
  SidePanel,
  Skeleton,
  SkeletonItem,
  StatusBadge,
  Switch,
  tokens,
} from '../../ui/index.ts';
import type { CopyTarget } from './copy-targets.ts';
import { compareTarget, copiesOf, copyTargets } from './copy-targets.ts';
import type { UserRow } from './user-rows.ts';

const TEXTS = BASELINE_TEXTS.copy;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.4fr)',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const listed = (names: readonly string[]): string => (names.length === 0 ? TEXTS.none : names.join(', '));

/** Gives what one application user holds to its app in other environments, or to another app: compared first, then as an ordinary plan. */
export const CopyPanel = (props: {
  readonly row: UserRow;
  readonly rows: readonly UserRow[];
  readonly environments: readonly Environment[];
  readonly profiles: readonly AppProfile[];
  /** Environments that have said who is there. */
  readonly answered: ReadonlySet<EnvironmentId>;
  readonly onClose: () => void;
  readonly onDone: (touched: readonly EnvironmentId[]) => void;
}): ReactElement => {
  const { environments, onClose, profiles, row, rows } = props;
  const styles = useStyles();
  const { id: workspaceId, readOnly } = useWorkspace();
  const { user } = row;
  const standing = useCall('baseline.standing', {
    workspaceId,
    environmentId: user.environmentId,
    clientId: user.clientId,
  });
  const [to, setTo] = useState<'same' | 'other'>('same');
  const [other, setOther] = useState<ClientId | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<EnvironmentId>>(new Set());
  const [exact, setExact] = useState(false);
  const [desired, setDesired] = useState<readonly AskedState[] | null>(null);

  const apps = useMemo(() => {
    const names = new Map<ClientId, string>();
    for (const { user: one } of rows)
      if (!one.platform && one.clientId !== user.clientId) names.set(one.clientId, one.name);
    for (const profile of profiles)
      if (profile.clientId !== user.clientId) names.set(profile.clientId, profile.name);
    return [...names].toSorted(([, a], [, b]) => a.localeCompare(b));
  }, [profiles, rows, user.clientId]);
  // The source itself is no target.
  const offered = to === 'same' ? environments.filter(({ id }) => id !== user.environmentId) : environments;
  const clientId = to === 'same' ? user.clientId : other;
  const source = standing.data;
  const targets: readonly CopyTarget[] =
    clientId === null
      ? []
      : copyTargets(
          clientId,
          offered.filter(({ id }) => chosen.has(id)),
          rows,
        );

  if (desired !== null)
    return (
      <ChangePanel
        title={TEXTS.planTitle}
        change={{ kind: 'users', desired }}
        onClose={onClose}
        onBack={() => setDesired(null)}
        onDone={() => props.onDone(desired.map(({ environmentId }) => environmentId))}
      />
    );
  const difference = (target: CopyTarget): ReactElement => {
    if (source === undefined) return <></>;
    const compared = compareTarget(source, target);
    if (target.row === null && !props.answered.has(target.environment.id))
      return <StatusBadge status="unknown" word={TEXTS.unread} />;
    if (compared === null) return <StatusBadge status="attention" word={TEXTS.missing} />;
    const words = [
      compared.lacks.length === 0 ? '' : TEXTS.lacks(compared.lacks),
      compared.beyond.length === 0 ? '' : TEXTS.beyond(compared.beyond),
      compared.elsewhere === null ? '' : TEXTS.elsewhere(compared.elsewhere),
    ].filter(Boolean);
    return words.length === 0 ? (
      <StatusBadge status="healthy" word={TEXTS.same} />
    ) : (
      <span>{words.join('. ')}</span>
    );
  };
  return (
    <SidePanel
      title={TEXTS.title(user.name)}
      subtitle={TEXTS.from(row.environment.name)}
      startWidth={520}
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          disabled={readOnly || source === undefined || targets.length === 0}
          title={readOnly ? BASELINE_TEXTS.readOnly : undefined}
          onClick={() => (source === undefined ? undefined : setDesired(copiesOf(source, targets, exact)))}
        >
          {TEXTS.next}
        </Button>
      }
    >
      {standing.error === null ? null : (
        <ErrorPanel error={standing.error} handlers={{ retry: standing.refresh }} />
      )}
      {source === undefined ? (
        standing.error === null ? (
          <Skeleton aria-hidden>
            <SkeletonItem size={36} />
          </Skeleton>
        ) : null
      ) : (
        <Facts
          facts={[
            { label: TEXTS.roles, value: listed(source.roles) },
            { label: TEXTS.unit, value: source.businessUnitName || TEXTS.none },
            { label: TEXTS.teams, value: listed(source.teams) },
            ...(source.profiles.length === 0
              ? []
              : [{ label: TEXTS.profiles, value: listed(source.profiles) }]),
          ]}
        />
      )}
      <Field label={TEXTS.to}>
        <RadioGroup
          value={to}
          onChange={(_event, data) => {
            setTo(data.value === 'other' ? 'other' : 'same');
            setChosen(data.value === 'other' ? new Set([user.environmentId]) : new Set());
          }}
        >
          <Radio value="same" label={TEXTS.sameApp} />
          <Radio value="other" label={TEXTS.otherApp} disabled={apps.length === 0} />
        </RadioGroup>
      </Field>
      {to === 'same' ? null : (
        <Field label={TEXTS.app}>
          <Dropdown
            placeholder={TEXTS.appPlaceholder}
            value={apps.find(([id]) => id === other)?.[1] ?? ''}
            selectedOptions={other === null ? [] : [other]}
            onOptionSelect={(_event, data) =>
              setOther(apps.find(([id]) => id === data.optionValue)?.[0] ?? null)
            }
          >
            {apps.map(([id, name]) => (
              <Option key={id} value={id}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      <Field label={TEXTS.environments}>
        <Inline>
          <EnvironmentMenu
            label={TEXTS.environments}
            environments={offered}
            chosen={chosen}
            onChosen={setChosen}
          />
        </Inline>
      </Field>
      <Field hint={TEXTS.exactHint}>
        <Switch label={TEXTS.exact} checked={exact} onChange={(_event, data) => setExact(data.checked)} />
      </Field>
      {targets.length === 0 || source === undefined ? null : (
        <PanelSection title={TEXTS.compare}>
          <ul className={styles.list}>
            {targets.map((target) => (
              <li key={target.environment.id} className={styles.line}>
                <span className={styles.name} title={target.environment.name}>
                  {target.environment.name}
                </span>
                {difference(target)}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </SidePanel>
  );
};
