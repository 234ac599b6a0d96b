import { Page } from '../ui/page.js';
import { words } from '../words/index.js';

export function TasksPage() {
  return <Page title={words.tasks.title}>{null}</Page>;
}
