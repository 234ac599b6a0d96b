export { filesProcess } from './files.workflow.js';
export { applicationProcess, callProcess } from './life.workflow.js';
export { postProcess } from './post.workflow.js';
