import { Page } from '../ui/page.js';
import { words } from '../words/index.js';

export function SettingsPage() {
  return <Page title={words.shell.product}>{null}</Page>;
}
