import { Suspense, useId, useState } from 'react';
import type { ComposeItem } from '../../host/compose-item.ts';
import { lazyView } from '../loading/lazy-view.ts';
import { DisclosureButton } from '../look/disclosure-button.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftView } from './draft-view.ts';

const RecipientPreview = lazyView(async () => (await import('./recipient-preview.tsx')).RecipientPreview);

interface RecipientSectionProps {
  item: Pick<ComposeItem, 'readSubject'>;
  view: DraftView;
  /** When it was read, milliseconds since 1970. */
  readAt: number;
  host: string;
}

/** "What your recipient sees", closed until somebody wants to know. */
export function RecipientSection(props: RecipientSectionProps) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={surfaces.section}>
      <h2 className={surfaces.heading}>
        <DisclosureButton isOpen={isOpen} controls={id} onToggle={() => setOpen(!isOpen)}>
          {t('compose.preview')}
        </DisclosureButton>
      </h2>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={null}>
            <RecipientPreview {...props} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
