import process from 'node:process';
import { runRotationJob } from '@servicepunt/shared/run-rotate-keys';

await runRotationJob({ process, name: 'students' });
