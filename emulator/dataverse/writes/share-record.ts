import { wireTime } from '../base/wire-time.ts';
import type { Session } from '../session.ts';
import type { SharedWith } from '../store/shares.ts';
import { shareSent } from './record-audit.ts';

/** A record that is shared, by its table and id. */
export type SharedTarget = { readonly table: string; readonly id: string };

/** Sets what a principal has of a record; without a mask it has nothing. */
export function share(
  session: Session,
  { id, table }: SharedTarget,
  principal: SharedWith,
  given: (before: number) => number,
): void {
  const { environment, ports } = session;
  const { shares } = environment;
  const before = shares.of(id).find((it) => it.principalId === principal.principalId)?.mask ?? 0;
  const after = given(before);
  if (after === before) return;
  shares.put(id, {
    ...principal,
    mask: after,
    table,
    changedOn: wireTime(ports.now()),
    version: environment.nextVersion(),
  });
  shareSent(session, id, principal.principalId);
}

/** Takes back what was shared of a record that is gone. */
export function forgetSharesOf({ environment }: Session, recordId: string): void {
  for (const given of environment.shares.of(recordId))
    environment.shares.put(recordId, { ...given, mask: 0 });
}

/** Takes back all that was shared with somebody who is gone. */
export function forgetShares({ environment }: Session, principalId: string): void {
  for (const { recordId, share: given } of [...environment.shares.all()])
    if (given.principalId === principalId) environment.shares.put(recordId, { ...given, mask: 0 });
}
