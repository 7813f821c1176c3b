import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Dropdown,
  EnvironmentMenu,
  Field,
  FoldsBesidePanel,
  Input,
  makeStyles,
  Option,
  tokens,
} from '../../ui/index.ts';
import type { QueryDraft } from './query-draft.ts';
import { FEWEST_ROWS, MOST_ROWS } from './query-draft.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  app: { flex: '1 1 140px', minWidth: 0, maxWidth: '320px' },
  credential: { flex: '1 1 130px', minWidth: 0, maxWidth: '260px' },
  select: { minWidth: 0 },
  language: { minWidth: 0, width: '116px' },
  limit: { width: '104px' },
});

const NEWEST = 'newest';

const clampRows = (text: string): number => {
  const rows = Math.trunc(Number(text));
  return Number.isFinite(rows) ? Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rows)) : FEWEST_ROWS;
};

/** As whom, where and how much: everything about a query but its text. */
export const QueryBar = (props: {
  readonly draft: QueryDraft;
  readonly onDraft: (change: Partial<QueryDraft>) => void;
  readonly profiles: readonly AppProfile[];
  readonly environments: readonly Environment[];
  /** Closes the panel beside it; null where there is none. */
  readonly onUnfold: (() => void) | null;
}): ReactElement => {
  const { draft, environments, onDraft, profiles } = props;
  const styles = useStyles();
  const profile = profiles.find(({ id }) => id === draft.appId);
  const credential = profile?.credentials.find(({ id }) => id === draft.credentialId);
  const chosen = environments.filter(({ id }) => draft.environmentIds.includes(id));
  return (
    <FoldsBesidePanel
      holds={[
        profile?.name ?? TEXTS.chooseApp,
        TEXTS.languages[draft.language],
        chosen.length === 1 ? (chosen[0]?.name ?? '') : TEXTS.environmentsChosen(chosen.length),
        credential?.label ?? '',
      ]}
      onUnfold={props.onUnfold}
    >
      <div className={styles.bar}>
        <Field className={styles.app} label={TEXTS.app}>
          <Dropdown
            className={styles.select}
            placeholder={TEXTS.chooseApp}
            value={profile?.name ?? ''}
            selectedOptions={profile === undefined ? [] : [profile.id]}
            onOptionSelect={(_event, data) => {
              const found = profiles.find(({ id }) => id === data.optionValue);
              if (found !== undefined) onDraft({ appId: found.id, credentialId: null });
            }}
          >
            {profiles.map(({ id, name }) => (
              <Option key={id} value={id}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field className={styles.credential} label={TEXTS.credential}>
          <Dropdown
            className={styles.select}
            disabled={profile === undefined || profile.credentials.length === 0}
            value={credential?.label ?? TEXTS.newestCredential}
            selectedOptions={[credential?.id ?? NEWEST]}
            onOptionSelect={(_event, data) =>
              onDraft({
                credentialId: profile?.credentials.find(({ id }) => id === data.optionValue)?.id ?? null,
              })
            }
          >
            <Option value={NEWEST}>{TEXTS.newestCredential}</Option>
            <>
              {profile?.credentials.map(({ id, kept, label }) => (
                <Option key={id} value={id} text={label} disabled={kept === 'missing'}>
                  {kept === 'missing' ? `${label} (${TEXTS.credentialMissing})` : label}
                </Option>
              ))}
            </>
          </Dropdown>
        </Field>
        <Field label={TEXTS.language}>
          <Dropdown
            className={styles.language}
            value={TEXTS.languages[draft.language]}
            selectedOptions={[draft.language]}
            onOptionSelect={(_event, data) =>
              onDraft({ language: data.optionValue === 'fetchxml' ? 'fetchxml' : 'odata' })
            }
          >
            <Option value="odata">{TEXTS.languages.odata}</Option>
            <Option value="fetchxml">{TEXTS.languages.fetchxml}</Option>
          </Dropdown>
        </Field>
        <Field label={TEXTS.environments}>
          <EnvironmentMenu
            label={TEXTS.environments}
            environments={environments}
            chosen={new Set(draft.environmentIds)}
            onChosen={(chosen) => onDraft({ environmentIds: [...chosen] })}
          />
        </Field>
        <Field label={TEXTS.limit}>
          <Input
            className={styles.limit}
            type="number"
            title={TEXTS.limitHint}
            min={FEWEST_ROWS}
            max={MOST_ROWS}
            value={String(draft.rowsPerEnvironment)}
            onChange={(_event, data) => onDraft({ rowsPerEnvironment: clampRows(data.value) })}
          />
        </Field>
      </div>
    </FoldsBesidePanel>
  );
};
