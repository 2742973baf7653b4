import process from 'node:process';
import { runIndexJob } from '@servicepunt/shared/run-indexes';
import { defineStudents } from './app.ts';
import { studentsSettings } from './config.ts';

await runIndexJob({ process, name: 'students', settings: studentsSettings, define: defineStudents });
