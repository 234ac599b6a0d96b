import { application } from './application.js';
import { call } from './call.js';
import { calls } from './calls.js';
import { dates } from './dates.js';
import { demoMail } from './demo-mail.js';
import { dialog } from './dialog.js';
import { launch } from './launch.js';
import { problem } from './problem.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { signs } from './signs.js';
import { tasks } from './tasks.js';
import { today } from './today.js';
import { tour } from './tour.js';

export const it = {
  application,
  call,
  calls,
  dates,
  demoMail,
  dialog,
  launch,
  problem,
  shell,
  signIn,
  signs,
  tasks,
  today,
  tour,
};
