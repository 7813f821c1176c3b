import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { FoundApp } from '../../../preload/contract/directory.ts';
import type { AppPlace } from '../../../preload/contract/words/directory.ts';
import { APP_DIRECTORY_TEXTS, APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import {
  Badge,
  Button,
  ErrorPanel,
  Identifier,
  makeStyles,
  PanelSection,
  Skeleton,
  SkeletonItem,
  tokens,
} from '../../ui/index.ts';

const TEXTS = APP_DIRECTORY_TEXTS.add;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Apps that one search found, with what can be done with each: add it, use it from another workspace, or nothing more. */
export const FoundApps = (props: {
  readonly place: AppPlace;
  readonly text: string;
  readonly profiles: readonly AppProfile[];
  readonly linkable: readonly AppProfile[];
  readonly busy: boolean;
  readonly onAdd: (app: FoundApp) => void;
  readonly onLink: (profile: AppProfile) => void;
}): ReactElement | null => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { place, text } = props;
  const found = useCall('directory.search', { workspaceId: workspace.id, place, text });
  const title = TEXTS[place];

  const actionOf = (app: FoundApp): ReactElement => {
    if (props.profiles.some(({ clientId }) => clientId === app.clientId))
      return (
        <Badge appearance="tint" shape="rounded" color="informative">
          {TEXTS.added}
        </Badge>
      );
    const elsewhere = props.linkable.find(({ clientId }) => clientId === app.clientId);
    return elsewhere === undefined ? (
      <Button
        size="small"
        disabled={props.busy}
        aria-label={TEXTS.addName(app.name)}
        onClick={() => props.onAdd(app)}
      >
        {TEXTS.add}
      </Button>
    ) : (
      <Button
        size="small"
        disabled={props.busy}
        title={TEXTS.elsewhere}
        aria-label={TEXTS.useName(app.name)}
        onClick={() => props.onLink(elsewhere)}
      >
        {APPLICATIONS_TEXTS.linkPanel.take}
      </Button>
    );
  };
  // One refusal is enough for both lists: who may not read the one may not read the other.
  if (found.error !== null)
    return place === 'own' ? <ErrorPanel error={found.error} handlers={{ retry: found.refresh }} /> : null;
  return (
    <PanelSection title={title}>
      {found.data === undefined ? (
        <Skeleton aria-label={TEXTS.loading}>
          <SkeletonItem size={48} />
        </Skeleton>
      ) : found.data.apps.length === 0 ? (
        <span className={styles.quiet}>{place === 'own' ? TEXTS.noneOwn : TEXTS.noneEnterprise}</span>
      ) : (
        <ul className={styles.list} aria-label={title}>
          {found.data.apps.map((app) => (
            <li key={app.clientId} className={styles.item}>
              <div>
                <div className={styles.name} title={app.name}>
                  {app.name}
                </div>
                <Identifier value={app.clientId} what={APPLICATIONS_TEXTS.columns.clientId} />
              </div>
              {actionOf(app)}
            </li>
          ))}
        </ul>
      )}
      {found.data?.more === true ? <span className={styles.quiet}>{TEXTS.more}</span> : null}
    </PanelSection>
  );
};
