import type { ReactElement } from 'react';
import { ALL_CLIENTS_TEXTS as TEXTS, explain } from '../../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../../preload/contract/workspaces.ts';
import { useGo } from '../../../places/index.ts';
import { Button, ErrorPanel, FoldedBanners, NoticeBar, PartialBanner, StreamBar } from '../../../ui/index.ts';
import { OpenClient } from './open-client.tsx';
import type { AllClientsStream } from './use-all-clients.ts';

/** Of whom nothing can be told, and why: what is kept does not open, or nothing was ever read. */
export const ClientsBanners = (props: {
  readonly stream: AllClientsStream;
  readonly workspaces: readonly Workspace[];
  /** Those that are worth a line here; none where the page itself says so. */
  readonly neverRead: readonly Workspace[];
}): ReactElement => {
  const { neverRead, stream, workspaces } = props;
  const go = useGo();
  const { data } = stream;
  const failures = workspaces.flatMap(({ id, name }) => {
    const error = data.get(id)?.error ?? null;
    return error === null ? [] : [{ id, name, error }];
  });
  const [first] = failures;
  const total = workspaces.length;
  if (stream.running)
    return (
      <StreamBar
        label={TEXTS.opening(data.size, total)}
        done={data.size}
        total={total}
        onCancel={stream.cancel}
      />
    );
  return (
    <>
      {stream.error === null ? null : <ErrorPanel error={stream.error} handlers={{ retry: stream.open }} />}
      <FoldedBanners>
        {stream.state === 'cancelled' ? (
          <NoticeBar
            intent="info"
            title={TEXTS.cancelled.title(data.size, total)}
            actions={
              <Button size="small" onClick={stream.open}>
                {TEXTS.cancelled.goOn}
              </Button>
            }
          />
        ) : null}
        {first === undefined ? null : (
          <PartialBanner
            title={TEXTS.shut(failures.length, total, explain(first.error).title)}
            failures={failures}
            total={total}
            actions={
              <Button size="small" onClick={() => go({ page: 'settings', params: { section: 'vault' } })}>
                {TEXTS.vault}
              </Button>
            }
            onRetry={stream.open}
          />
        )}
        {neverRead.length === 0 ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.neverRead.title(neverRead.map(({ name }) => name))}
            actions={<OpenClient workspaces={neverRead} />}
          >
            {TEXTS.neverRead.text}
          </NoticeBar>
        )}
      </FoldedBanners>
    </>
  );
};
