import { application } from './application.js';
import { approval } from './approval.js';
import { call } from './call.js';
import { calls } from './calls.js';
import { correct } from './correct.js';
import { dates } from './dates.js';
import { demoMail } from './demo-mail.js';
import { dialog } from './dialog.js';
import { documents } from './documents.js';
import { history } from './history.js';
import { launch } from './launch.js';
import { mailLines } from './mail-lines.js';
import { problem } from './problem.js';
import { record } from './record.js';
import { register } from './register.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { signs } from './signs.js';
import { talk } from './talk.js';
import { tasks } from './tasks.js';
import { today } from './today.js';
import { tour } from './tour.js';
import { upload } from './upload.js';
import { whatIf } from './what-if.js';

export const it = {
  application,
  approval,
  call,
  calls,
  correct,
  dates,
  demoMail,
  dialog,
  documents,
  history,
  launch,
  mailLines,
  problem,
  record,
  register,
  shell,
  signIn,
  signs,
  talk,
  tasks,
  today,
  tour,
  upload,
  whatIf,
};
