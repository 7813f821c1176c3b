import type { ButtonProps } from '@fluentui/react-components';
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useRef } from 'react';

const useStyles = makeStyles({ hidden: { display: 'none' } });

/** A text that a person chose; null when it has more characters than may be. */
export type OpenedText = { readonly name: string; readonly text: string | null };

/** Opens a file of text. For what may hold a secret there is FilesField. */
export const OpenTextButton = (props: {
  readonly label: string;
  /** Endings that the dialog offers, e.g. `.yaml,.json`. */
  readonly accept: string;
  readonly longest: number;
  readonly onOpened: (opened: OpenedText) => void;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly disabled?: boolean;
}): ReactElement => {
  const styles = useStyles();
  const control = useRef<HTMLInputElement>(null);
  const open = async (file: File): Promise<void> => {
    // A character takes four bytes at most; a text that may be too long is not read at all.
    const text = file.size > props.longest * 4 ? '' : await file.text();
    const fits = file.size <= props.longest * 4 && text.length <= props.longest;
    props.onOpened({ name: file.name, text: fits ? text : null });
  };
  return (
    <>
      <Button
        appearance={props.appearance ?? 'secondary'}
        disabled={props.disabled ?? false}
        onClick={() => control.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={control}
        type="file"
        className={styles.hidden}
        tabIndex={-1}
        aria-hidden
        accept={props.accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void open(file);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
