import type { MessageDetail } from '@readback/core';

/** Which of the two counts say anything: what is tracked, and what was seen in spite of that. */
export function whatCounts(message: Pick<MessageDetail, 'opens' | 'clicks' | 'opensReason' | 'linksReason'>) {
  const { opensReason, linksReason } = message;
  return {
    // "not-seen" is a doubt, not a no: opens count if the picture got there.
    opens: opensReason === null || opensReason === 'not-seen' || message.opens > 0,
    clicks: linksReason === null || message.clicks > 0,
  };
}
