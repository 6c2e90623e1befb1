import { useEffect, useState } from 'react';
import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';
import type { ProgramDescription } from '../../../functions/local/programs/program-shapes.ts';
import { readChoices } from '../page/choices.ts';
import { Picker } from '../page/picker.tsx';
import { arrivedFor, namedRecipients } from '../post/arrived-mail.ts';
import { TextsProvider, textsFor, useTexts } from '../texts/use-texts.ts';
import { SENDER, SHARED_MAILBOX } from '../window/people.ts';
import { InboxList } from './inbox-list.tsx';
import { InboxMail } from './inbox-mail.tsx';
import { PlayedMail } from './played-mail.tsx';
import type { ProgramDesk } from './program-desk.ts';
import { usePost } from './use-post.ts';
import type { Post } from './use-post.ts';
import { useArrivals, usePrograms } from './use-programs.ts';

/** What the recipients of the simulated Outlook's mails see: another mail program. */
export function Inbox() {
  const [choices] = useState(() => readChoices(localStorage, location.search));
  const post = usePost();
  const texts = textsFor(choices.language);
  useEffect(() => {
    document.documentElement.dataset['theme'] = choices.theme;
    document.documentElement.lang = choices.language;
    document.title = texts.inbox.title;
  }, [choices, texts]);
  return (
    <TextsProvider value={texts}>
      <Mailboxes post={post} theme={choices.theme} language={choices.language} />
    </TextsProvider>
  );
}

interface MailboxesProps {
  post: Post;
  theme: 'light' | 'dark';
  language: 'en' | 'de';
}

function Mailboxes({ post, theme, language }: MailboxesProps) {
  const texts = useTexts();
  const { desk, programs } = usePrograms();
  const { owners, owner, mails, open, pick, openMail } = useMailbox(post.mails);
  const [ways, setWays] = useState<'ask' | 'always'>('ask');
  const [as, setAs] = useState({ id: THIS_BROWSER, since: 0 });
  const program = programs.find(({ id }) => id === as.id) ?? null;
  useArrivals({ desk, program, mailbox: owner }, mails, as.since);
  const person = { name: owners[owner] ?? owner, address: owner };
  return (
    <div className="inbox-page">
      <header className="inbox-bar">
        <h1>{texts.inbox.title}</h1>
        {owner !== '' && <Picker label={texts.inbox.mailboxOf} value={owner} words={owners} onPick={pick} />}
        <Picker
          label={texts.programs.openAs}
          value={as.id}
          words={programWords(programs, language, texts.programs.thisBrowser)}
          onPick={(id) => setAs({ id, since: Date.now() })}
        />
        {program === null && (
          <Picker label={texts.inbox.pictures} value={ways} words={texts.inbox.ways} onPick={setWays} />
        )}
      </header>
      {post.isUnreachable && <p className="page-notice">{texts.inbox.unreachable}</p>}
      <main className="inbox-main">
        <InboxList mails={mails} openId={open?.id ?? null} language={language} onOpen={openMail} />
        {open === null ? (
          <p className="nothing">{mails.length === 0 ? texts.inbox.emptyText : texts.inbox.select}</p>
        ) : (
          <OpenedMail
            mail={open}
            owner={person}
            program={program}
            look={{ theme, language, ways }}
            {...{ desk, post }}
          />
        )}
      </main>
    </div>
  );
}

/** Whose mails are shown, and which of them is open. */
function useMailbox(all: readonly ArrivedMail[]) {
  const [picked, setPicked] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const owners = ownersOf(all);
  const owner = picked ?? Object.keys(owners)[0] ?? '';
  const mails = arrivedFor(owner, all);
  const open = mails.find(({ id }) => id === openId) ?? null;
  const openMail = (id: string): void => {
    setOpenId(id);
    // Whoever reads stays, whomever else mail comes for meanwhile.
    setPicked(owner);
  };
  return { owners, owner, mails, open, pick: setPicked, openMail };
}

interface OpenedMailProps {
  mail: ArrivedMail;
  owner: ArrivedMail['from'];
  /** Null: this browser. */
  program: ProgramDescription | null;
  desk: ProgramDesk;
  post: Post;
  look: { theme: 'light' | 'dark'; language: 'en' | 'de'; ways: 'ask' | 'always' };
}

function OpenedMail({ mail, owner, program, desk, post, look: { theme, language, ways } }: OpenedMailProps) {
  if (program === null) {
    const way = { owner, theme, loadsPictures: ways === 'always', send: post.send };
    return <InboxMail key={`${mail.id} ${ways}`} mail={mail} {...way} />;
  }
  const key = `${mail.id} ${owner.address} ${program.id}`;
  return <PlayedMail key={key} {...{ mail, mailbox: owner.address, desk, program, theme, language }} />;
}

/** Not the name of a program. */
const THIS_BROWSER = 'this-browser';

function programWords(
  programs: readonly ProgramDescription[],
  language: 'en' | 'de',
  thisBrowser: string,
): Record<string, string> {
  const named = programs.map(({ id, name }): [string, string] => [id, name[language]]);
  return Object.fromEntries([[THIS_BROWSER, thisBrowser], ...named]);
}

/** Everybody who got mail: address → name. Whoever sends from this machine reads theirs in the simulated Outlook. */
function ownersOf(mails: readonly ArrivedMail[]): Record<string, string> {
  const people = mails.flatMap((mail) => mail.recipients.filter(isElsewhere).map((to) => nameIn(mail, to)));
  return Object.fromEntries(people);
}

function isElsewhere(recipient: string): boolean {
  return ![SENDER, SHARED_MAILBOX].some(({ address }) => address === recipient.toLowerCase());
}

function nameIn(mail: ArrivedMail, recipient: string): [address: string, name: string] {
  const address = recipient.toLowerCase();
  const named = namedRecipients(mail).find((one) => one.address.toLowerCase() === address);
  return [address, named?.name || recipient];
}
