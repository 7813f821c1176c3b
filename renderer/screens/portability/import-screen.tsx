import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ConnectionRow, Merge } from '../../../preload/contract/portability.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { Button, ErrorPanel, Inline, makeStyles, Page, Spinner, Stack, useToasts } from '../../ui/index.ts';
import { ConnectionPanel } from './connection-panel.tsx';
import { ConnectionsView } from './connections-view.tsx';
import { MergeCard } from './merge-card.tsx';
import { PassphraseCard } from './passphrase-card.tsx';
import { SourceCard } from './source-card.tsx';
import { useImport } from './use-import.ts';

const useStyles = makeStyles({ card: { maxWidth: '860px' } });

/** Brings in an export or connections of another tool: hand over, see what is in it, import. */
export const ImportScreen = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const toasts = useToasts();
  const source = useImport();
  const bring = useAction('portability.importExport', {
    invalidates: ['workspaces.list', 'environments.list', 'appProfiles.list'],
  });
  const [done, setDone] = useState<Merge | null>(null);
  const [open, setOpen] = useState<ConnectionRow | null>(null);
  const { busy, error, forget, importId, preview } = source;
  const asksPassphrase = error?.code === 'import-passphrase-needed' || error?.code === 'import-passphrase';
  const again = () => {
    setDone(null);
    setOpen(null);
    bring.reset();
    forget();
  };
  const join = async () => {
    if (importId === null) return;
    const result = await bring.run({ importId });
    if (!result.ok) return;
    toasts.success(TEXTS.merge.done);
    setDone(result.value.merge);
  };
  const content = () => {
    if (done !== null)
      return (
        <>
          <MergeCard title={TEXTS.merge.doneTitle} merge={done} className={styles.card} />
          <Inline>
            <Button appearance="primary" onClick={() => go({ page: 'start' })}>
              {TEXTS.openWorkspaces}
            </Button>
            <Button onClick={again}>{TEXTS.again}</Button>
          </Inline>
        </>
      );
    if (preview?.kind === 'export')
      return (
        <>
          <MergeCard title={TEXTS.merge.title} merge={preview.merge} className={styles.card} />
          {bring.error === null || bring.error.code === 'cancelled' ? null : (
            <ErrorPanel error={bring.error} />
          )}
          <Inline>
            <Button
              appearance="primary"
              disabledFocusable={bring.busy}
              icon={bring.busy ? <Spinner size="tiny" aria-hidden /> : null}
              onClick={() => void join()}
            >
              {TEXTS.merge.import}
            </Button>
            <Button onClick={bring.busy ? bring.cancel : again}>
              {bring.busy ? TEXTS.cancel : TEXTS.again}
            </Button>
          </Inline>
        </>
      );
    if (preview?.kind === 'connections' && importId !== null)
      return (
        <ConnectionsView
          key={importId}
          importId={importId}
          found={preview}
          open={open}
          onOpen={setOpen}
          onAgain={again}
        />
      );
    // Wrong or missing, the passphrase is asked for again, and stays while it is tried; everything else begins anew.
    return asksPassphrase || (busy && importId !== null) ? (
      <PassphraseCard source={source} className={styles.card} />
    ) : (
      <SourceCard source={source} className={styles.card} />
    );
  };
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      scroll
      details={open === null ? null : <ConnectionPanel row={open} onClose={() => setOpen(null)} />}
    >
      <Stack gap="l">{content()}</Stack>
    </Page>
  );
};
