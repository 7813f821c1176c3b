import type { ReactElement } from 'react';
import type { KeptBaseline } from '../../../preload/contract/baseline.ts';
import { BASELINE_EXPORTS } from '../../../preload/contract/words/baseline.ts';
import type { BaselineExport } from '../../../preload/contract/words/baseline.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  ExportIcon,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useToasts,
  useUiPorts,
} from '../../ui/index.ts';

/** Saves the baseline as it is, or as a script of another tool. */
export const ExportMenu = (props: {
  readonly workspaceId: WorkspaceId;
  readonly kept: KeptBaseline;
}): ReactElement => {
  const { kept, workspaceId } = props;
  const toasts = useToasts();
  const ports = useUiPorts();
  const made = useAction('baseline.export');
  const save = async (name: string, text: string) => {
    async function* whole(): AsyncGenerator<string> {
      yield text;
    }
    if (await ports.saveText(name, whole(), new AbortController().signal))
      toasts.success(TEXTS.exported(name));
  };
  const script = async (format: BaselineExport) => {
    const result = await made.run({ workspaceId, format });
    if (!result.ok) toasts.failure(result.error);
    else await save(result.value.suggestedName, result.value.text);
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<ExportIcon />} disabled={made.busy}>
          {TEXTS.export}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void save(TEXTS.writtenName, kept.text)}>{TEXTS.exports.yaml}</MenuItem>
          {BASELINE_EXPORTS.map((format) => (
            <MenuItem key={format} onClick={() => void script(format)}>
              {TEXTS.exports[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
