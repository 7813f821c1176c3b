import type { ReactElement } from 'react';
import { EXPIRY_TEXTS as TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useWorkspaceOrNone } from '../../bridge/index.ts';
import { AskRemedy } from '../../session/index.ts';
import {
  Button,
  ErrorPanel,
  FoldedBanners,
  formatMoment,
  NoticeBar,
  PartialBanner,
  StreamBar,
} from '../../ui/index.ts';
import type { ExpiryStream } from './use-expiry.ts';

/** How the directories stand: being asked, partly failed, never asked, or known from before. */
export const ExpiryBanners = (props: {
  readonly stream: ExpiryStream;
  readonly workspaces: readonly Workspace[];
}): ReactElement => {
  const { stream, workspaces } = props;
  const shown = useWorkspaceOrNone()?.id;
  const places = [...stream.data.places.values()].filter(({ state }) => state !== 'nothing-to-ask');
  const nameOf = (id: string) => workspaces.find((workspace) => workspace.id === id)?.name ?? '';
  const failures = places.flatMap(({ error, state, workspaceId }) =>
    state === 'failed' && error !== null && error.code !== 'cancelled'
      ? [{ id: workspaceId, name: nameOf(workspaceId), error }]
      : [],
  );
  const unasked =
    stream.state === 'cancelled'
      ? places.filter(({ error, state }) => state === 'asking' || error?.code === 'cancelled')
      : [];
  const never = places.filter(({ state }) => state === 'never-asked');
  const old = places
    .flatMap(({ asOf, state }) => (asOf !== null && (state === 'known' || state === 'failed') ? [asOf] : []))
    .toSorted()
    .at(0);
  const first = failures.find(({ id }) => id === shown) ?? (failures.length === 1 ? failures[0] : undefined);
  const remedyFor = ({ error, id, name }: (typeof failures)[number]) => (
    <AskRemedy error={error} workspace={{ id, name }} onAllowed={() => stream.ask([id])} />
  );
  const unregistered = [
    ...new Set(
      [...stream.data.apps.values()].flat().flatMap((row) => (row.unregistered ? [row.appName] : [])),
    ),
  ];
  const { done, total } = stream.count;
  if (stream.running && total !== null && total > 0)
    return <StreamBar label={TEXTS.asking(done, total)} done={done} total={total} onCancel={stream.cancel} />;
  return (
    <>
      {stream.error === null ? null : (
        <ErrorPanel error={stream.error} handlers={{ retry: () => stream.ask('all') }} />
      )}
      <FoldedBanners>
        {unasked.length === 0 ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.cancelled.title(unasked.length, places.length)}
            actions={
              <Button size="small" onClick={() => stream.ask(unasked.map(({ workspaceId }) => workspaceId))}>
                {TEXTS.ask}
              </Button>
            }
          >
            {TEXTS.cancelled.text}
          </NoticeBar>
        )}
        {unregistered.length === 0 ? null : (
          <NoticeBar intent="warning" title={TEXTS.unregistered.title(unregistered.join(', '))}>
            {TEXTS.unregistered.text}
          </NoticeBar>
        )}
        {failures.length === 0 ? null : (
          <PartialBanner
            title={
              failures.length === 1 && first !== undefined
                ? TEXTS.failedOnly(first.name, explain(first.error).title)
                : TEXTS.failed(failures.length, places.length)
            }
            failures={failures}
            total={places.length}
            actions={first === undefined ? null : remedyFor(first)}
            actionFor={({ id }) => {
              const one = failures.find((failure) => failure.id === id);
              return one === undefined || one === first ? null : remedyFor(one);
            }}
            onRetry={(ids) =>
              stream.ask(
                places.filter((place) => ids.includes(place.workspaceId)).map((place) => place.workspaceId),
              )
            }
          />
        )}
        {never.length === 0 || stream.running ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.neverAsked.title(never.length)}
            actions={
              <Button size="small" onClick={() => stream.ask(never.map(({ workspaceId }) => workspaceId))}>
                {TEXTS.ask}
              </Button>
            }
          >
            {TEXTS.neverAsked.text}
          </NoticeBar>
        )}
        {old === undefined || failures.length > 0 ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.oldest(formatMoment(old))}
            actions={
              <Button size="small" onClick={() => stream.ask('all')}>
                {TEXTS.ask}
              </Button>
            }
          />
        )}
      </FoldedBanners>
    </>
  );
};
