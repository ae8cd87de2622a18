import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n';
import { App } from './App';
import './base.css';
import { applyTheme, chosenTheme } from './theme';

applyTheme(chosenTheme());
const root = document.getElementById('root');
if (root) {
  void startWords().then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
