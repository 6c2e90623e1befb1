import type { DigestRow } from '@readback/core';
import type { ReactNode } from 'react';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { Waiting } from '../look/waiting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDigest } from './use-digest.ts';

interface DigestFrameProps {
  /** What is shown of the rows; only called with all of them. */
  children: (rows: readonly DigestRow[]) => ReactNode;
  /** Shown where there is no mail yet. */
  empty: ReactNode;
}

/** A view that is derived from all own mails: while they come, it says how many are here; without a connection, how old they are. */
export function DigestFrame({ children, empty }: DigestFrameProps) {
  const { t, locale } = useTexts();
  const { rows, isComplete, problem, updatedAt, retry } = useDigest();
  if (rows === null || !isComplete) {
    if (problem) return <ErrorBlank error={problem} retry={retry} />;
    const count = rows?.length ?? 0;
    const read = new Intl.NumberFormat(locale).format(count);
    return <Waiting rows={5} note={count === 0 ? null : t('digest.progress', { count, read })} />;
  }
  return (
    <>
      {problem && <StaleNotice error={problem} since={updatedAt} retry={retry} />}
      {rows.length === 0 ? empty : children(rows)}
    </>
  );
}
