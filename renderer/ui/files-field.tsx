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

/** How a form gets at the chosen files: `take` reads them once and forgets them; empty when none was chosen. */
export type FilesHandle = { readonly take: () => Promise<readonly Uint8Array[]> };

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
  useImperativeHandle(props.handle, () => ({
    take: async () => {
      const files = [...(control.current?.files ?? [])];
      const contents = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
      if (control.current !== null) control.current.value = '';
      setNames('');
      props.onChosen?.([]);
      return contents;
    },
  }));
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
