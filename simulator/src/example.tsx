import { createRoot } from 'react-dom/client';
import './page/page.css';
import { readChoices } from './page/choices.ts';
import { textsFor } from './texts/use-texts.ts';

/** A page for links to lead to, so that trying needs no internet. */
function Example() {
  const { example } = textsFor(readChoices(localStorage, '').language);
  return (
    <main className="example">
      <h1>{example.title}</h1>
      <p>{example.text}</p>
      <p>
        {example.address}: <code>{location.href}</code>
      </p>
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the example.');
createRoot(root).render(<Example />);
