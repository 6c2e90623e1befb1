import { Button, makeStyles } from '@fluentui/react-components';
import type { MessageHit } from '@readback/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { isSaidMine, mayBeMine } from './whose-hit.ts';

const useStyles = makeStyles({ button: { alignSelf: 'flex-start', marginInlineStart: '-8px' } });

interface MineButtonProps {
  messageId: string;
  hit: MessageHit;
}

/** "That was me", where only the sender can know, and the way back. */
export function MineButton({ messageId, hit }: MineButtonProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const correct = useCorrection(messageId);
  const isMine = isSaidMine(hit);
  if (!isMine && !mayBeMine(hit)) return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.button}
      disabledFocusable={correct.isPending}
      onClick={() => correct.mutate({ hit: hit.id, actor: isMine ? null : 'sender' })}
    >
      {isMine ? t('message.notMine') : t('message.mine')}
    </Button>
  );
}

function useCorrection(messageId: string) {
  const { api } = usePane();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (correction: Parameters<typeof api.correctHit>[1]) => api.correctHit(messageId, correction),
    onSettled: () => queries.invalidateQueries({ queryKey: ['message', messageId] }),
  });
}
