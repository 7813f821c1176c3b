import type { ReactElement } from 'react';
import { useState } from 'react';
import type { SupportPack } from '../../preload/contract/support-pack.ts';
import type { PackForm } from '../../preload/contract/words/support-pack.ts';
import { PACK_FORM_LABELS, SUPPORT_PACK_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import { Facts, formatNumber, Identifier, makeStyles, Tab, TabList, tokens } from '../ui/index.ts';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  text: {
    margin: 0,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  counts: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Every byte of a pack, file by file, with its digest. */
export const PackPreview = (props: { readonly pack: SupportPack }): ReactElement => {
  const styles = useStyles();
  const [form, setForm] = useState<PackForm>('md');
  const { files, hidden, leftOut, zip } = props.pack;
  const file = files.find((one) => one.form === form);
  const told = file ?? zip;
  return (
    <div className={styles.preview}>
      <p className={styles.counts}>{TEXTS.hidden(hidden, leftOut)}</p>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={TEXTS.previewTabs}
        selectedValue={form}
        onTabSelect={(_event, data) => setForm(files.find((one) => one.form === data.value)?.form ?? 'zip')}
      >
        {[...files.map((one) => one.form), 'zip' as const].map((one) => (
          <Tab key={one} value={one}>
            {PACK_FORM_LABELS[one]}
          </Tab>
        ))}
      </TabList>
      <Facts
        facts={[
          { label: TEXTS.fileLabel, value: TEXTS.file(told.name, formatNumber(told.bytes)) },
          { label: TEXTS.digest, value: <Identifier value={told.digest} what={TEXTS.digest} full /> },
        ]}
      />
      {file === undefined ? (
        <p className={styles.counts}>{TEXTS.zipHolds}</p>
      ) : (
        <pre className={styles.text}>{file.text}</pre>
      )}
    </div>
  );
};
