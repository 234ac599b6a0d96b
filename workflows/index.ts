export { applicationProcess, callProcess } from './life.workflow.js';
export { postProcess } from './post.workflow.js';
