import { Page } from '../ui/page.js';
import { words } from '../words/index.js';

export function LaunchPage() {
  return <Page title={words.shell.product}>{null}</Page>;
}
