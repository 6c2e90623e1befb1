import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { MailMultipleRegular } from '@fluentui/react-icons/svg/mail-multiple';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { letRun } from '../let-run.ts';
import { Blank } from '../look/blank.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { Waiting } from '../look/waiting.tsx';
import { usePane } from '../pane-context.ts';
import { MessageList } from './message-list.tsx';
import { useRefetchOnNews } from './use-version.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  page: { rowGap: '12px' },
  more: { alignSelf: 'center' },
});

/** All own messages, newest first; follows by itself what happens to them. */
export function ActivityView({ onOpen }: { onOpen: (messageId: string) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const list = useMessages();
  const { failure } = useRefetchOnNews({ shown: list.data?.pages[0]?.version, refetch: list.refetch });
  const retry = (): void => letRun(list.refetch());
  if (!list.data) return list.error ? <ErrorBlank error={list.error} retry={retry} /> : <Waiting rows={5} />;
  const messages = list.data.pages.flatMap((page) => page.items);
  const problem = list.error ?? failure;
  return (
    <div className={mergeClasses(surfaces.page, styles.page)}>
      {problem && <StaleNotice error={problem} since={list.dataUpdatedAt} retry={retry} />}
      {messages.length === 0 ? (
        <Blank icon={<MailMultipleRegular />} title={t('activity.empty')} text={t('activity.emptyText')} />
      ) : (
        <>
          <h1 className={surfaces.title} tabIndex={-1}>
            {t('activity.title')}
          </h1>
          <MessageList messages={messages} onOpen={onOpen} />
          {list.hasNextPage && (
            <Button
              className={styles.more}
              disabledFocusable={list.isFetchingNextPage}
              onClick={() => letRun(list.fetchNextPage())}
            >
              {t('activity.more')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function useMessages() {
  const { api } = usePane();
  return useInfiniteQuery({
    queryKey: ['messages'],
    queryFn: ({ pageParam, signal }) => api.listMessages(pageParam === '' ? {} : { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}
