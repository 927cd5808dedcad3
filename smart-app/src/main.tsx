import './page/kit-styles';
import './page/page.css';
import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { launchIdOf, wardOf } from './launch/launch-path';
import { App } from './page/App';
import { styleNonce, systemColors, theme } from './page/theme';
import { admitOnlyPlainText } from './page/trusted-text';
import { language } from './words/words';

admitOnlyPlainText();
const ward = wardOf(window.location.pathname);
setNonce(styleNonce());
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={systemColors}
      getStyleNonce={styleNonce}
    >
      <App launchId={launchIdOf(window.location.pathname)} ward={ward} />
    </MantineProvider>
  </StrictMode>,
);
