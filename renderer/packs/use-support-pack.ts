import { useEffect, useState } from 'react';
import type { PackSource, SupportPack } from '../../preload/contract/support-pack.ts';
import type { PackForm, SharedKind } from '../../preload/contract/words/support-pack.ts';
import { SHARED_AT_FIRST, SHARED_KINDS } from '../../preload/contract/words/support-pack.ts';
import { SUPPORT_PACK_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAction } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** The pack of the source that it was opened for: made anew whenever what is told changes, and saved as it was made. */
export const useSupportPack = (opened: PackSource) => {
  const toasts = useToasts();
  const { busy, error, run } = useAction('supportPack.prepare');
  const save = useAction('supportPack.save');
  const [source] = useState(opened);
  const [shared, setShared] = useState<ReadonlySet<SharedKind>>(new Set(SHARED_AT_FIRST));
  const [round, setRound] = useState(0);
  const [pack, setPack] = useState<SupportPack | null>(null);

  useEffect(() => {
    let wanted = round >= 0;
    void run({ source, shared: SHARED_KINDS.filter((kind) => shared.has(kind)) }).then((made) => {
      // What was asked for last is what is shown.
      if (wanted) setPack(made.ok ? made.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [round, run, shared, source]);

  const tell = (kind: SharedKind, told: boolean) =>
    setShared((before) => new Set(SHARED_KINDS.filter((one) => (one === kind ? told : before.has(one)))));
  const saveAs = async (form: PackForm) => {
    if (pack === null) return;
    const digest = form === 'zip' ? pack.zip.digest : pack.files.find((file) => file.form === form)?.digest;
    if (digest === undefined) return;
    const saved = await save.run({ packId: pack.packId, form, digest });
    if (saved.ok && saved.value.saved)
      toasts.success(saved.value.place === null ? TEXTS.savedSomewhere : TEXTS.saved(saved.value.place));
  };
  return {
    pack,
    shared,
    tell,
    saveAs,
    again: () => setRound(round + 1),
    making: busy,
    saving: save.busy,
    error: error ?? save.error,
  };
};
