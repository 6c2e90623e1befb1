import type { DigestRow } from '@readback/core';
import type { ReactNode } from 'react';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { Waiting } from '../look/waiting.tsx';
import { DigestProgress } from './digest-progress.tsx';
import { useDigest } from './use-digest.ts';

interface DigestFrameProps {
  /** What is shown of the rows; only called with all of them. */
  children: (rows: readonly DigestRow[]) => ReactNode;
  /** Shown where there is no mail yet. */
  empty: ReactNode;
}

/** A view that is derived from all own mails: while they come, it says how many are here; without a connection, how old they are. */
export function DigestFrame({ children, empty }: DigestFrameProps) {
  const { rows, isComplete, problem, updatedAt, retry } = useDigest();
  if (rows === null || !isComplete) {
    if (problem) return <ErrorBlank error={problem} retry={retry} />;
    return <Waiting rows={5} note={<DigestProgress count={rows?.length ?? 0} />} />;
  }
  return (
    <>
      {problem && <StaleNotice error={problem} since={updatedAt} retry={retry} />}
      {rows.length === 0 ? empty : children(rows)}
    </>
  );
}
