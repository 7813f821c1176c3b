import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  name: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  hidden: { display: 'none' },
});

/** What the page knows of a chosen file. */
export type ChosenFile = { readonly name: string; readonly bytes: number };

/** How a form gets at the chosen files. */
export type FilesHandle = {
  /** Reads them once and forgets them; empty when none was chosen. */
  readonly take: () => Promise<readonly Uint8Array[]>;
  /** Reads them and leaves them chosen, for another try; null, and forgotten, when one was changed or moved since it was chosen. */
  readonly read: () => Promise<readonly Uint8Array[] | null>;
};

/** Chooses one or more files. Only their names are kept by the page; the contents are read when the form is sent. */
export const FilesField = (props: {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Endings that the dialog offers, e.g. `.pem,.pfx`. */
  readonly accept: string;
  readonly multiple: boolean;
  readonly chooseLabel: string;
  readonly noneLabel: string;
  readonly handle: Ref<FilesHandle>;
  readonly onChosen?: (files: readonly ChosenFile[]) => void;
}): ReactElement => {
  const styles = useStyles();
  const control = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState('');
  const { onChosen } = props;
  useImperativeHandle(props.handle, () => {
    const contents = () =>
      Promise.all(
        [...(control.current?.files ?? [])].map(async (file) => new Uint8Array(await file.arrayBuffer())),
      );
    const forget = () => {
      if (control.current !== null) control.current.value = '';
      setNames('');
      onChosen?.([]);
    };
    return {
      take: async () => {
        const taken = await contents();
        forget();
        return taken;
      },
      read: async () => {
        try {
          return await contents();
        } catch {
          // The browser gives out a file only as it was when it was chosen.
          forget();
          return null;
        }
      },
    };
  });
  return (
    <Field
      label={props.label}
      hint={props.hint}
      {...(props.error === undefined
        ? {}
        : { validationMessage: props.error, validationState: 'error' as const })}
    >
      {(field) => (
        <div className={styles.row}>
          <Button
            id={field.id}
            aria-describedby={field['aria-describedby']}
            onClick={() => control.current?.click()}
          >
            {props.chooseLabel}
          </Button>
          <span className={styles.name} title={names === '' ? undefined : names}>
            {names === '' ? props.noneLabel : names}
          </span>
          <input
            ref={control}
            type="file"
            className={styles.hidden}
            tabIndex={-1}
            aria-hidden
            accept={props.accept}
            multiple={props.multiple}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              setNames(files.map(({ name }) => name).join(', '));
              props.onChosen?.(files.map(({ name, size }) => ({ name, bytes: size })));
            }}
          />
        </div>
      )}
    </Field>
  );
};
