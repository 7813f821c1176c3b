import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { partialRemedies } from '../../session/index.ts';
import {
  Button,
  ErrorPanel,
  FoldedBanners,
  formatMoment,
  NoticeBar,
  PartialBanner,
  StreamBar,
} from '../../ui/index.ts';
import type { InventoryStream } from '../../inventory/index.ts';

/** Progress, what failed, what was cancelled: everything that keeps the inventory from being the whole truth. */
export const InventoryBanners = (props: {
  readonly inventory: InventoryStream;
  readonly environments: readonly Environment[];
  readonly listError: AppError | null;
  /** What else is to be said of the rows. */
  readonly note?: ReactElement | null;
}): ReactElement => {
  const { environments, inventory } = props;
  const workspace = useWorkspace();
  const { answers, asked, run } = inventory.data;
  const pending = (environment: Environment): boolean =>
    (asked?.has(environment.id) ?? true) && answers.get(environment.id)?.run !== run;
  const failures = environments.flatMap((environment) => {
    const error = answers.get(environment.id)?.error ?? null;
    if (error === null || (inventory.running && pending(environment))) return [];
    return [{ id: environment.id, name: environment.name, error }];
  });
  const readThose = (ids: readonly string[]) =>
    inventory.read(environments.filter(({ id }) => ids.includes(id)).map(({ id }) => id));
  const unread = inventory.state === 'cancelled' ? environments.filter(pending) : [];
  // What failed now may have answered before: then its rows stand there, and it is said from when they are.
  const [oldest] = failures.flatMap(({ id }) => answers.get(id)?.asOf ?? []).toSorted();
  const total = inventory.count.total ?? environments.length;
  return (
    <>
      {props.listError === null ? null : <ErrorPanel error={props.listError} />}
      {inventory.state === 'failed' && inventory.error !== null ? (
        <ErrorPanel
          error={inventory.error}
          handlers={{ retry: () => inventory.read(environments.map(({ id }) => id)) }}
        />
      ) : null}
      {inventory.running ? (
        <StreamBar
          label={TEXTS.reading(inventory.count.done, total)}
          done={inventory.count.done}
          total={total}
          onCancel={inventory.cancel}
        />
      ) : null}
      <FoldedBanners>
        {failures.length === 0 ? null : (
          <PartialBanner
            failures={failures}
            total={environments.length}
            onRetry={readThose}
            {...(oldest === undefined ? {} : { note: TEXTS.kept(formatMoment(oldest)) })}
            {...partialRemedies(failures, workspace, readThose)}
          />
        )}
        {unread.length === 0 ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.cancelled(unread.length)}
            actions={
              <Button size="small" onClick={() => inventory.read(unread.map(({ id }) => id))}>
                {TEXTS.readRest}
              </Button>
            }
          />
        )}
        {props.note ?? null}
      </FoldedBanners>
    </>
  );
};
