import { useEffect, useRef, useState } from 'react';
import type { PackSource, SupportPack } from '../../preload/contract/support-pack.ts';
import type { PackForm, SharedKind } from '../../preload/contract/words/support-pack.ts';
import { SHARED_AT_FIRST, SHARED_KINDS } from '../../preload/contract/words/support-pack.ts';
import { SUPPORT_PACK_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAction } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** The pack of a source: made anew whenever what is told changes, and saved as it was made. */
export const useSupportPack = (source: PackSource) => {
  const toasts = useToasts();
  const { busy, error, run } = useAction('supportPack.prepare');
  const save = useAction('supportPack.save');
  const [shared, setShared] = useState<ReadonlySet<SharedKind>>(new Set(SHARED_AT_FIRST));
  const [pack, setPack] = useState<SupportPack | null>(null);
  const asked = useRef(0);

  const make = (told: ReadonlySet<SharedKind>) => {
    asked.current += 1;
    const mine = asked.current;
    void run({ source, shared: SHARED_KINDS.filter((kind) => told.has(kind)) }).then((made) => {
      // What was asked for later is what is shown.
      if (mine === asked.current) setPack(made.ok ? made.value : null);
    });
  };
  const key = source.kind === 'explained' ? source.text : JSON.stringify(source);
  useEffect(() => {
    make(shared);
    // Another source is another pack; what is told is chosen again by `tell`.
  }, [key]);

  const tell = (kind: SharedKind, told: boolean) => {
    const next = new Set(shared);
    if (told) next.add(kind);
    else next.delete(kind);
    setShared(next);
    make(next);
  };
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
    again: () => make(shared),
    making: busy,
    saving: save.busy,
    error: error ?? save.error,
  };
};
