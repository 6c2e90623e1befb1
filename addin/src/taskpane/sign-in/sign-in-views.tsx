import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { useMutation } from '@tanstack/react-query';
import { Blank } from '../look/blank.tsx';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { usePane } from '../pane-context.ts';
import { useLaterTexts } from '../texts/use-texts.ts';

interface SignInViewProps {
  /** Whether a mail is being written, which goes out untracked meanwhile. */
  isWriting: boolean;
  onSignedIn: () => void;
}

/** Asks the sender to sign in, where Outlook can't do it alone. */
export function SignInView({ isWriting, onSignedIn }: SignInViewProps) {
  const { t } = useLaterTexts();
  const { isPage } = usePane();
  const signIn = useSignIn(onSignedIn);
  return (
    <>
      {signIn.isError && <Failed />}
      <Blank
        icon={<KeyRegular />}
        title={isWriting ? t('signIn.writingTitle') : t('signIn.title')}
        text={isWriting ? t('signIn.writingText') : isPage ? t('signIn.pageText') : t('signIn.text')}
        actions={[
          {
            label: signIn.isPending ? t('signIn.busy') : t('signIn.button'),
            run: signIn.mutate,
            busy: signIn.isPending,
          },
        ]}
      />
    </>
  );
}

interface ConfirmViewProps {
  onConfirmed: () => void;
  onSignedIn: () => void;
}

/** Asks whether the mailbox belongs to whoever is signed in, since the addresses differ. */
export function ConfirmView({ onConfirmed, onSignedIn }: ConfirmViewProps) {
  const { t } = useLaterTexts();
  const { mailbox } = usePane();
  const signIn = useSignIn(onSignedIn);
  return (
    <>
      {signIn.isError && <Failed />}
      <Blank
        icon={<PersonRegular />}
        title={t('signIn.confirmTitle')}
        text={t('signIn.confirmText', { address: mailbox.address() ?? '' })}
        actions={[
          { label: t('signIn.confirm'), run: onConfirmed },
          { label: t('signIn.other'), run: signIn.mutate, busy: signIn.isPending },
        ]}
      />
    </>
  );
}

function Failed() {
  const { t } = useLaterTexts();
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.page}>
      <Notice kind="warning" title={t('signIn.failed')} />
    </div>
  );
}

function useSignIn(onSignedIn: () => void) {
  const { signIn } = usePane();
  return useMutation({ mutationFn: () => signIn.withWindow(), onSuccess: onSignedIn, retry: false });
}
