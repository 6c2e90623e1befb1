import { createRoot } from 'react-dom/client';
import './page/page.css';
import './window/window.css';
import { Simulator } from './window/simulator.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the simulator.');
createRoot(root).render(<Simulator />);
