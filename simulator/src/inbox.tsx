import { createRoot } from 'react-dom/client';
import './page/page.css';
import './inbox/inbox.css';
import { Inbox } from './inbox/inbox.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the inbox.');
createRoot(root).render(<Inbox />);
