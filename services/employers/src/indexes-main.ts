import process from 'node:process';
import { runIndexJob } from '@servicepunt/shared/run-indexes';
import { defineEmployers } from './app.ts';
import { employersSettings } from './config.ts';

await runIndexJob({ process, name: 'employers', settings: employersSettings, define: defineEmployers });
