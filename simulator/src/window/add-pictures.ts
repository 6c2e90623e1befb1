import type { BodyEditor } from '../body/body-editor.ts';
import { loadPicture } from '../body/insert-picture.ts';
import type { PictureStore } from '../body/picture-store.ts';
import { escapeHtml } from '../outlook/rewrite-tags.ts';
import type { Draft } from '../outlook/outlook.ts';

/** Where pictures go. */
interface PicturePlace {
  draft: Draft;
  editor: BodyEditor;
  pictures: PictureStore;
  onTooLarge: () => void;
}

/** Puts pictures into the text, as attachments of the mail that it shows. */
export async function addPictures(
  files: Iterable<File>,
  { draft, editor, pictures, onTooLarge }: PicturePlace,
): Promise<void> {
  for (const file of files) {
    const picture = await loadPicture(file);
    if (picture === null) {
      onTooLarge();
      continue;
    }
    const { name, contentType, size, dataUrl } = picture;
    const contentId = `${crypto.randomUUID().slice(0, 8)}@simulator.example`;
    pictures.keep(contentId, dataUrl);
    draft.attach({ name, contentType, size, isInline: true, contentId });
    editor.insert(`<img src="cid:${contentId}" alt="${escapeHtml(name)}">`);
  }
}
