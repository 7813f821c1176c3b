import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { CallerUser } from '../../../../preload/contract/query-callers.ts';
import type { EnvironmentId, WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { CALLER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../../bridge/index.ts';
import { Badge, Combobox, ErrorPanel, Field, makeStyles, Option, tokens } from '../../../ui/index.ts';

const PAUSE_MILLISECONDS = 250;

const useStyles = makeStyles({
  box: { minWidth: 0 },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  username: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const note = (text: string): ReactElement => (
  <Option disabled value="" text={text}>
    {text}
  </Option>
);

/** Finds a user of an environment by name, sign-in name or mail; disabled ones and applications are marked. */
export const UserSearch = (props: {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId;
  readonly chosen: CallerUser | null;
  readonly onChosen: (user: CallerUser | null) => void;
}): ReactElement => {
  const { chosen, environmentId, workspaceId } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.name ?? '';
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed ?? ''), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useCall('query.callers', { workspaceId, environmentId, search }, { keepPrevious: true });
  const users = found.data?.callers ?? [];
  if (found.error !== null && found.data === undefined)
    return <ErrorPanel error={found.error} handlers={{ retry: found.refresh }} />;
  return (
    <Field label={TEXTS.user}>
      <Combobox
        className={styles.box}
        placeholder={TEXTS.userPlaceholder}
        freeform
        clearable
        value={text}
        selectedOptions={chosen === null ? [] : [chosen.systemUserId]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_event, { optionValue }) => {
          const user = users.find(({ systemUserId }) => systemUserId === optionValue) ?? null;
          setTyped(user === null ? '' : null);
          props.onChosen(user);
        }}
      >
        {users.map((user) => (
          <Option key={user.systemUserId} value={user.systemUserId} text={user.name}>
            <span className={styles.option}>
              <span className={styles.head}>
                {user.name}
                {user.disabled ? (
                  <Badge appearance="outline" color="warning">
                    {TEXTS.disabled}
                  </Badge>
                ) : null}
                {user.application ? (
                  <Badge appearance="outline" color="informative">
                    {TEXTS.application}
                  </Badge>
                ) : null}
              </span>
              {user.username === null ? null : <span className={styles.username}>{user.username}</span>}
            </span>
          </Option>
        ))}
        {found.data === undefined ? note(TEXTS.reading) : users.length === 0 ? note(TEXTS.noUser) : null}
        {found.data?.more === true ? note(TEXTS.moreUsers) : null}
      </Combobox>
    </Field>
  );
};
