import { X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Words } from '#i18n/en.ts';
import { dismissJob, type JobState, readJobs, subscribeJobs } from '#jobs/job-store.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { PauseButton } from '#ui/controls/pause-button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './shell.module.css';

/** How long a job that went well stays in the tray, ms. */
const doneMs = 6_000;

const titleOf = (words: Words, { kind, subject }: JobState) => words.shell.jobs[kind](subject);

const outcome = (words: Words, job: JobState): string => {
  const title = titleOf(words, job);
  if (job.state === 'failed') return words.shell.jobFailed(title);
  return job.state === 'done' ? words.shell.jobDone(title) : words.shell.jobCancelled(title);
};

/** Tells those who listen of every job that has ended, once. */
const useSpokenOutcomes = (jobs: readonly JobState[], words: Words) => {
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (job.state === 'running' || told.current.has(job.id)) continue;
      told.current.add(job.id);
      announce(outcome(words, job));
    }
  }, [jobs, words]);
};

/** Tells those who listen that a job has come to rest. */
const useSpokenPauses = (jobs: readonly JobState[], words: Words) => {
  const wasResting = useRef(false);
  const isResting = jobs.some(
    ({ state, pause }) => state === 'running' && pause?.state === 'resting',
  );
  useEffect(() => {
    if (isResting && !wasResting.current) announce(words.ui.paused);
    wasResting.current = isResting;
  }, [isResting, words]);
};

/** No update may reload the page while something runs. */
const useHeldPage = (isRunning: boolean) => {
  useEffect(() => (isRunning ? holdUnsavedWork() : undefined), [isRunning]);
};

/** Long work of this page, wherever one has gone meanwhile: progress, time left, pause, cancel. */
export function JobTray() {
  const { words } = useWords();
  const jobs = useSyncExternalStore(subscribeJobs, readJobs);
  useSpokenOutcomes(jobs, words);
  useSpokenPauses(jobs, words);
  useHeldPage(jobs.some(({ state }) => state === 'running'));
  if (jobs.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={words.shell.jobsTitle} data-jobs>
      {jobs.map((job) =>
        job.state === 'running' ? (
          <RunningJob key={job.id} job={job} />
        ) : (
          <EndedJob key={job.id} job={job} />
        ),
      )}
    </section>
  );
}

function RunningJob({ job }: { readonly job: JobState }) {
  const { words } = useWords();
  return (
    <div className={styles.job} data-job={job.kind}>
      <ProgressBar
        label={titleOf(words, job)}
        fraction={job.fraction === 0 ? undefined : job.fraction}
        leftMs={job.leftMs}
        pause={job.pause?.state}
      />
      {job.pause !== undefined && <PauseButton pause={job.pause} />}
      <Button onPress={job.cancel}>{words.ui.cancel}</Button>
    </div>
  );
}

function EndedJob({ job }: { readonly job: JobState }) {
  const { words } = useWords();
  const { id, state, refusal } = job;
  useEffect(() => {
    if (state === 'failed') return undefined;
    const timer = setTimeout(() => dismissJob(id), doneMs);
    return () => clearTimeout(timer);
  }, [id, state]);
  return (
    <div className={styles.job} data-job={job.kind} data-state={state}>
      {state === 'failed' && refusal !== undefined ? (
        <ErrorNotice refusal={refusal} />
      ) : (
        <span>{outcome(words, job)}</span>
      )}
      <IconButton label={words.ui.close} icon={X} onPress={() => dismissJob(id)} />
    </div>
  );
}
