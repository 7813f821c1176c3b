import type { FormEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { VaultItem } from '../../../preload/contract/vault.ts';
import { VAULT_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import type { ChosenFile, FilesHandle, SecretHandle } from '../../ui/index.ts';
import {
  Button,
  ErrorPanel,
  Facts,
  FilesField,
  Identifier,
  Inline,
  SecretField,
  SidePanel,
  Stack,
  toBase64,
  useToasts,
} from '../../ui/index.ts';
import { isLost } from './vault-items.tsx';

const TEXTS = VAULT_TEXTS.reenter;
const INVALIDATES = ['appProfiles.list'] as const;

const Reenter = (props: { readonly item: VaultItem; readonly onClose: () => void }): ReactElement => {
  const { item, onClose } = props;
  const go = useGo();
  const toasts = useToasts();
  const reenter = useAction('appProfiles.reenter', { invalidates: INVALIDATES });
  const secret = useRef<SecretHandle>(null);
  const password = useRef<SecretHandle>(null);
  const files = useRef<FilesHandle>(null);
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [filled, setFilled] = useState(false);
  const [tried, setTried] = useState(false);
  const isSecret = item.kind === 'secret';
  const ready = isSecret ? filled : chosen.length > 0;

  const take = async () => {
    if (isSecret) return { kind: 'secret', secret: (secret.current?.take() ?? '').trim() } as const;
    const contents = (await files.current?.read()) ?? null;
    if (contents === null) return null;
    const word = password.current?.take() ?? '';
    return {
      kind: 'certificate',
      files: contents.map(toBase64),
      ...(word === '' ? {} : { password: word }),
    } as const;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready || reenter.busy || item.appProfileId === null || item.credentialId === null) return;
    const { appProfileId: id, credentialId } = item;
    const value = await take();
    if (value === null) return;
    const result = await reenter.run({ id, credentialId, value });
    if (!result.ok) return;
    toasts.success(TEXTS.done(item.label));
    onClose();
  };
  const { workspaceId, appProfileId } = item;
  return (
    <SidePanel title={TEXTS.title} subtitle={TEXTS.subtitle(item.label, item.owner)} onClose={onClose}>
      {item.problem === null ? null : (
        <Facts
          facts={[
            { label: VAULT_TEXTS.columns.state, value: VAULT_TEXTS.problems[item.problem] },
            ...(item.file === null
              ? []
              : [{ label: TEXTS.file, value: <Identifier value={item.file} what={TEXTS.file} full /> }]),
          ]}
        />
      )}
      <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.title}>
        <Stack gap="l">
          {isSecret ? (
            <SecretField
              label={TEXTS.secret}
              hint={TEXTS.secretHint}
              required
              handle={secret}
              onFilled={setFilled}
              error={tried && !filled ? (reenter.error === null ? TEXTS.empty : TEXTS.cleared) : undefined}
            />
          ) : (
            <>
              <FilesField
                label={TEXTS.certificate}
                hint={TEXTS.certificateHint}
                accept=".pem,.pfx,.p12,.cer,.crt,.der,.key"
                multiple
                chooseLabel={TEXTS.choose}
                noneLabel={TEXTS.noFile}
                handle={files}
                onChosen={setChosen}
                error={tried && chosen.length === 0 ? TEXTS.empty : undefined}
              />
              <SecretField label={TEXTS.password} hint={TEXTS.passwordHint} handle={password} />
            </>
          )}
          {reenter.error === null ? null : <ErrorPanel error={reenter.error} />}
          <Inline wrap>
            <Button appearance="primary" type="submit" disabledFocusable={reenter.busy}>
              {TEXTS.submit}
            </Button>
            <Button onClick={onClose}>{TEXTS.cancel}</Button>
            {workspaceId === null || appProfileId === null ? null : (
              <Button
                appearance="subtle"
                onClick={() => go({ page: 'applications', workspaceId, params: { app: appProfileId } })}
              >
                {VAULT_TEXTS.openApp}
              </Button>
            )}
          </Inline>
        </Stack>
      </form>
    </SidePanel>
  );
};

/** The panel beside the vault that the address asks for: entering a lost credential again; nothing without one. */
export const VaultDetails = (): ReactElement | null => {
  const [params, change] = usePlaceParams();
  const items = useCall('vault.health', {}).data?.items ?? [];
  const item = items.find((one) => one.credentialId !== null && one.credentialId === params['enter']);
  return item === undefined || !isLost(item) ? null : (
    <Reenter key={item.credentialId} item={item} onClose={() => change({ enter: null })} />
  );
};
