import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useQuery } from '@tanstack/react-query';
import type { ComposeItem } from '../../host/compose-item.ts';
import { valueOr } from '../../host/outcome.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftView } from './draft-view.ts';
import { LinkPreview } from './link-preview.tsx';
import { MailDrawing } from './mail-drawing.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '20px', paddingBlockStart: '4px' },
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: '12px' },
  state: { display: 'block' },
  figure: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: '6px', minWidth: 0 },
});

interface RecipientPreviewProps {
  item: Pick<ComposeItem, 'readSubject'>;
  view: DraftView;
  /** When the view was read, milliseconds since 1970. */
  readAt: number;
  /** Host that links go through. */
  host: string;
}

/** How this mail looks to whoever gets it: a link under the pointer, and the mail with and without pictures. */
export function RecipientPreview({ item, view, readAt, host }: RecipientPreviewProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { data } = useQuery({
    // Read again with the mail: a subject changes as rarely as anything in it.
    queryKey: ['draft-subject', readAt],
    queryFn: async () => valueOr(await item.readSubject(), ''),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const subject = data?.trim() || t('compose.previewSubject');
  const hasPicture = view.opens.position === 'on';
  const linkText = view.sample?.text ?? null;
  return (
    <div className={styles.parts}>
      <section className={styles.part}>
        <h3 className={styles.name}>{t('compose.previewLink')}</h3>
        <LinkPreview sample={view.sample} host={host} />
      </section>
      <section className={styles.part}>
        <h3 className={styles.name}>{t('compose.previewPictures')}</h3>
        {!hasPicture && <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('compose.previewNoPicture')}</p>}
        {hasPicture && (
          <div className={styles.pair}>
            {(['blocked', 'loaded'] as const).map((pictures) => (
              <figure key={pictures} className={styles.figure}>
                <MailDrawing subject={subject} linkText={linkText} pictures={pictures} />
                <figcaption className={surfaces.small}>
                  <strong className={styles.state}>
                    {t(pictures === 'blocked' ? 'compose.previewBlocked' : 'compose.previewLoaded')}
                  </strong>
                  <span className={surfaces.muted}>
                    {t(pictures === 'blocked' ? 'compose.previewBlockedText' : 'compose.previewLoadedText')}
                  </span>
                </figcaption>
              </figure>
            ))}
          </div>
        )}
      </section>
    </div>
  );
}
