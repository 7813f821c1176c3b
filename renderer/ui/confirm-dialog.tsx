import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { Stack } from './stack.tsx';
import { UI_TEXTS } from './texts.ts';
import { useReturnFocus } from './use-return-focus.ts';

const useStyles = makeStyles({ content: { paddingBottom: tokens.spacingVerticalL } });

/**
 * The only kind of modal: it confirms. With `typed`, each of those names must be typed exactly before the button
 * works; `onConfirm` gets what was typed. Mount it only while it is open.
 */
export const ConfirmDialog = (props: {
  readonly title: string;
  readonly confirmLabel: string;
  readonly onConfirm: (typed: readonly string[]) => void;
  readonly onCancel: () => void;
  readonly typed?: readonly string[];
  readonly busy?: boolean;
  readonly children?: ReactNode;
}): ReactElement => {
  useReturnFocus();
  const styles = useStyles();
  const names = props.typed ?? [];
  const [entries, setEntries] = useState<readonly string[]>(names.map(() => ''));
  const complete = names.every((name, index) => entries[index]?.trim() === name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete && props.busy !== true) props.onConfirm(names);
  };
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_event, data) => {
        if (!data.open) props.onCancel();
      }}
    >
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Stack>
                {props.children}
                {names.map((name, index) => (
                  <Field key={name} label={UI_TEXTS.typeToConfirm(name)}>
                    <Input
                      autoComplete="off"
                      spellCheck={false}
                      value={entries[index] ?? ''}
                      onChange={(_event, data) =>
                        setEntries(entries.map((entry, at) => (at === index ? data.value : entry)))
                      }
                    />
                  </Field>
                ))}
              </Stack>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={!complete || props.busy === true}>
                {props.confirmLabel}
              </Button>
              <Button appearance="secondary" onClick={props.onCancel}>
                {UI_TEXTS.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
