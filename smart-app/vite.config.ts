import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    target: 'es2023',
    // The polyfill is an inline concern of old browsers; the page's Content-Security-Policy admits none.
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-page.ts'],
    restoreMocks: true,
  },
});
