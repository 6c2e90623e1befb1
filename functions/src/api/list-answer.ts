import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { ListPart, Page } from '@readback/core';
import type { Mailbox, PageRequest } from '../ledger/ledger.ts';
import { answerJson, answerProblem } from '../problem.ts';
import { readPage, readVersion } from './paging.ts';

/** How one kind of list is read. */
export interface ListSource<T, Id> {
  parseId: (text: string) => Id | null;
  read: (page: PageRequest<Id>) => Promise<ListPart<T>>;
}

/** Answers a list, or a poll whose version still holds: that reads nothing but the mailbox's head. */
export async function answerList<T, Id>(
  mailbox: Mailbox,
  request: HttpRequest,
  source: ListSource<T, Id>,
): Promise<HttpResponseInit> {
  const { version } = mailbox.head;
  const page = readPage(request, source.parseId);
  if (page === null) return answerProblem('invalid', '`limit` is a number from 1 to 100; `after` is what `next` said.');
  if (readVersion(request) === version) return answerPage<T>({ items: [], next: null, version });
  return answerPage<T>({ ...(await source.read(page)), version });
}

function answerPage<T>(page: Page<T>): HttpResponseInit {
  return answerJson(page);
}
