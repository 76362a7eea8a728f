import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import './app/app.css';

dayjs.locale('zh-cn');
const root = document.querySelector('#root');
if (root) createRoot(root).render(<App />);
