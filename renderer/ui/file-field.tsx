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

/** How a form gets at a chosen file: `take` reads it once and forgets it; null when none was chosen. */
export type FileHandle = { readonly take: () => Promise<Uint8Array | null> };

/** Chooses one file. Only its name is kept by the page; the content is read when the form is sent. */
export const FileField = (props: {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Endings that the dialog offers, e.g. `.pem,.pfx`. */
  readonly accept: string;
  readonly chooseLabel: string;
  readonly noneLabel: string;
  readonly handle: Ref<FileHandle>;
  readonly onChosen?: (file: { readonly name: string; readonly bytes: number } | null) => void;
}): ReactElement => {
  const styles = useStyles();
  const control = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  useImperativeHandle(props.handle, () => ({
    take: async () => {
      const file = control.current?.files?.[0];
      if (file === undefined) return null;
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (control.current !== null) control.current.value = '';
      setName(null);
      props.onChosen?.(null);
      return bytes;
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
          <span className={styles.name} title={name ?? undefined}>
            {name ?? props.noneLabel}
          </span>
          <input
            ref={control}
            type="file"
            className={styles.hidden}
            tabIndex={-1}
            aria-hidden
            accept={props.accept}
            onChange={(event) => {
              const file = event.target.files?.[0];
              setName(file?.name ?? null);
              props.onChosen?.(file === undefined ? null : { name: file.name, bytes: file.size });
            }}
          />
        </div>
      )}
    </Field>
  );
};
