import { accessibility } from './accessibility.js';
import { application } from './application.js';
import { applications } from './applications.js';
import { approval } from './approval.js';
import { board } from './board.js';
import { call } from './call.js';
import { calls } from './calls.js';
import { changeOfPerson } from './change-of-person.js';
import { comuni } from './comuni.js';
import { correct } from './correct.js';
import { dates } from './dates.js';
import { deadlines } from './deadlines.js';
import { demoMail } from './demo-mail.js';
import { dialog } from './dialog.js';
import { documents } from './documents.js';
import { edit } from './edit.js';
import { fault } from './fault.js';
import { firstSteps } from './first-steps.js';
import { glossary } from './glossary.js';
import { help } from './help.js';
import { history } from './history.js';
import { field } from './field.js';
import { launch } from './launch.js';
import { lists } from './lists.js';
import { mailLines } from './mail-lines.js';
import { messages } from './messages.js';
import { noted } from './noted.js';
import { office } from './office.js';
import { people } from './people.js';
import { problem } from './problem.js';
import { record } from './record.js';
import { register } from './register.js';
import { scenario } from './scenario.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { signs } from './signs.js';
import { talk } from './talk.js';
import { tasks } from './tasks.js';
import { today } from './today.js';
import { tour } from './tour.js';
import { exporting, unionHistory } from './union-history.js';
import { upload } from './upload.js';
import { welcome } from './welcome.js';
import { whatIf } from './what-if.js';

export const it = {
  accessibility,
  application,
  applications,
  approval,
  board,
  call,
  calls,
  changeOfPerson,
  comuni,
  correct,
  dates,
  deadlines,
  demoMail,
  dialog,
  documents,
  edit,
  fault,
  firstSteps,
  glossary,
  help,
  history,
  field,
  launch,
  lists,
  mailLines,
  messages,
  noted,
  office,
  people,
  problem,
  record,
  register,
  scenario,
  search,
  settings,
  shell,
  signIn,
  signs,
  talk,
  tasks,
  today,
  tour,
  unionHistory,
  exporting,
  upload,
  welcome,
  whatIf,
};
