import { parseForShow, readMarkup, sheetFor } from './frame-document.ts';
import type { PictureStore } from './picture-store.ts';

/** What the format bar can do to the selected text; names of `document.execCommand`. */
export type EditCommand =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'insertUnorderedList'
  | 'insertOrderedList'
  | 'undo'
  | 'redo'
  | 'removeFormat'
  | 'unlink';

/** The editor of one mail's body, in a frame of its own so that no style of the page reaches the mail. */
export interface BodyEditor {
  /** Shows another body. What the person typed before is gone. */
  show(html: string): void;
  run(command: EditCommand): void;
  /** Puts markup where the cursor is; its pictures may be some that travel with the mail (`cid:`). */
  insert(markup: string): void;
  /** The selected text; empty where there is none. */
  selectedText(): string;
  focus(): void;
  setTheme(theme: 'light' | 'dark'): void;
}

/** What an editor is opened with. */
export interface BodyEditorOptions {
  pictures: PictureStore;
  theme: 'light' | 'dark';
  /** Hears the whole body after each change of the person's. */
  onChange: (html: string) => void;
  /** Hears pictures that are pasted or dropped. */
  onPictures: (files: readonly File[]) => void;
}

/** Opens an editor in a frame that has loaded an empty page. */
export function openBodyEditor(frame: HTMLIFrameElement, options: BodyEditorOptions): BodyEditor {
  const { contentDocument: page, contentWindow: window } = frame;
  if (page === null || window === null) throw new Error('The frame belongs to another origin.');
  const report = (): void => options.onChange(readMarkup(page));
  page.designMode = 'on';
  page.addEventListener('input', report);
  page.addEventListener('beforeinput', () => clearFiller(page));
  takePictures(page, options.onPictures);
  const editor: BodyEditor = {
    show: (html) => {
      page.replaceChild(page.adoptNode(parseForShow(html, options.pictures).documentElement), page.documentElement);
      page.getSelection()?.collapse(firstPlace(page.body), 0);
    },
    run: (command) => {
      edit(page, command);
      report();
    },
    insert: (markup) => {
      insertMarkup(page, parseForShow(markup, options.pictures));
      report();
    },
    selectedText: () => page.getSelection()?.toString() ?? '',
    focus: () => window.focus(),
    setTheme: (theme) => setSheet(page, theme),
  };
  editor.setTheme(options.theme);
  return editor;
}

function edit(page: Document, command: EditCommand): void {
  // Deprecated without a successor: nothing else edits with the browser's own undo.
  // oxlint-disable-next-line typescript/no-deprecated
  page.execCommand(command);
}

/** Not by `insertHTML`: Chrome adds styles of its own to what that puts in. */
function insertMarkup(page: Document, parsed: Document): void {
  const selection = page.getSelection();
  if (selection === null) return;
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : page.createRange();
  if (selection.rangeCount === 0) range.selectNodeContents(firstPlace(page.body));
  range.deleteContents();
  const last = parsed.body.lastChild;
  const fragment = page.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  range.insertNode(fragment);
  if (last !== null) selection.collapse(last.parentNode, [...(last.parentNode?.childNodes ?? [])].indexOf(last) + 1);
}

/** Not an element of the page: those would become part of the mail. */
function setSheet(page: Document, theme: 'light' | 'dark'): void {
  const view = page.defaultView;
  if (view === null) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(sheetFor(theme));
  page.adoptedStyleSheets = [sheet];
}

/** Word keeps an empty paragraph open with a space that goes with the first letter. */
function clearFiller(page: Document): void {
  const selection = page.getSelection();
  const paragraph = selection?.anchorNode?.parentElement?.closest('p, div');
  if (paragraph?.textContent === '\u00a0') selection?.selectAllChildren(paragraph);
}

/** Where the author begins: in the first paragraph, before signature and quoted mails. */
function firstPlace(body: HTMLElement): Node {
  return body.querySelector('div:not(:has(div, p)), p') ?? body;
}

function takePictures(page: Document, onPictures: BodyEditorOptions['onPictures']): void {
  const take = (event: Event, data: DataTransfer | null): void => {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    onPictures(files);
  };
  page.addEventListener('paste', (event) => take(event, event.clipboardData));
  page.addEventListener('drop', (event) => take(event, event.dataTransfer));
}
