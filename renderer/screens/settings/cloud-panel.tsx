import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import { CLOUD_HOST_TEXTS, CLOUDS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  ConfirmDialog,
  CopyIcon,
  DeleteIcon,
  EditIcon,
  Facts,
  Identifier,
  PanelSection,
  SidePanel,
  useToasts,
} from '../../ui/index.ts';
import { isCustomCloud } from './cloud-kind.ts';

const TEXTS = CLOUDS_TEXTS.details;

/** Every host of one cloud; a custom one can be changed and deleted from here. */
export const CloudPanel = (props: {
  readonly cloud: Cloud;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { cloud } = props;
  const custom = isCustomCloud(cloud);
  const toasts = useToasts();
  const remove = useAction('clouds.remove', { invalidates: ['clouds.list'] });
  const [removing, setRemoving] = useState(false);
  const removeNow = async () => {
    const result = await remove.run({ id: cloud.id });
    setRemoving(false);
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(CLOUDS_TEXTS.removed(cloud.name));
    props.onClose();
  };
  return (
    <SidePanel
      title={cloud.name}
      subtitle={custom ? CLOUDS_TEXTS.custom : CLOUDS_TEXTS.ships}
      startWidth={560}
      onClose={props.onClose}
      actions={
        <>
          {custom ? (
            <Button icon={<EditIcon />} onClick={props.onEdit}>
              {TEXTS.edit}
            </Button>
          ) : null}
          <Button icon={<CopyIcon />} onClick={props.onCopy}>
            {TEXTS.copy}
          </Button>
          {custom ? (
            <Button appearance="subtle" icon={<DeleteIcon />} onClick={() => setRemoving(true)}>
              {`${TEXTS.remove}…`}
            </Button>
          ) : null}
        </>
      }
    >
      {custom ? null : <span>{TEXTS.shipsNote}</span>}
      <PanelSection title={TEXTS.hosts}>
        <Facts
          facts={CLOUD_HOSTS.map((host) => {
            const { label } = CLOUD_HOST_TEXTS[host];
            const value = cloud[host];
            return {
              label,
              value: value === null ? TEXTS.none : <Identifier value={value} what={label} full />,
            };
          })}
        />
      </PanelSection>
      <PanelSection title={TEXTS.environments}>
        <Facts
          facts={[
            { label: CLOUDS_TEXTS.columns.environments, value: cloud.environmentSuffixes.join(', ') },
            { label: CLOUDS_TEXTS.columns.pacName, value: cloud.pacName ?? TEXTS.none },
          ]}
        />
      </PanelSection>
      {removing ? (
        <ConfirmDialog
          title={CLOUDS_TEXTS.removeTitle(cloud.name)}
          confirmLabel={TEXTS.remove}
          busy={remove.busy}
          onConfirm={() => void removeNow()}
          onCancel={() => setRemoving(false)}
        >
          <p>{CLOUDS_TEXTS.removeText}</p>
        </ConfirmDialog>
      ) : null}
    </SidePanel>
  );
};
