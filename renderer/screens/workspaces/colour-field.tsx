import type { ReactElement } from 'react';
import type { WorkspaceColour } from '../../../preload/contract/words/status.ts';
import { WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import { WORKSPACE_COLOUR_LABELS, WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { WORKSPACE_TOKENS } from '../../theme/index.ts';
import { Field, Inline, makeStyles, Radio, RadioGroup, Swatch, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  group: { flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});

const isColour = (text: string): text is WorkspaceColour =>
  WORKSPACE_COLOURS.some((colour) => colour === text);

/** Chooses the colour of a workspace by name and swatch. */
export const ColourField = (props: {
  readonly value: WorkspaceColour;
  readonly onChange: (colour: WorkspaceColour) => void;
}): ReactElement => {
  const styles = useStyles();
  return (
    <Field label={WORKSPACES_TEXTS.create.colour} hint={WORKSPACES_TEXTS.create.colourHint}>
      <RadioGroup
        layout="horizontal"
        className={styles.group}
        value={props.value}
        onChange={(_event, data) => {
          if (isColour(data.value)) props.onChange(data.value);
        }}
      >
        {WORKSPACE_COLOURS.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            label={
              <Inline gap="xs">
                <Swatch colour={WORKSPACE_TOKENS[colour]} />
                {WORKSPACE_COLOUR_LABELS[colour]}
              </Inline>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
};
