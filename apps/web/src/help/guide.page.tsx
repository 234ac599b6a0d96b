import { Page } from '../ui/page.js';
import { words } from '../words/index.js';

export function GuidePage() {
  return <Page title={words.shell.product}>{null}</Page>;
}
