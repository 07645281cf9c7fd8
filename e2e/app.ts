import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { articleFile } from './article-file.ts';
import { projectWithAllLabels } from './codebook-file.ts';
import { commandLine, type Verbale } from './command-line.ts';
import { takeDisplay } from './displays.ts';
import { linkedProject } from './linked-article.ts';
import { type Projects, projectsIn } from './projects.ts';
import { type LaunchOptions, RunningApp } from './running-app.ts';

interface Fixtures {
  /** A folder of the test's own; gone when it is over. */
  scratch: string;
  /** The command line, with a profile of its own. */
  verbale: Verbale;
  projects: Projects;
  /** Starts an app with the test's profile. Trouble that nobody expected fails the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  /** Folder of a project with one article, and with labels for words, for places and for articles. */
  allLabels: string;
  /** An app that Lena Moor has opened on three claims and an actor, which may be linked. */
  linked: RunningApp;
}

/** Playwright's test, with apps to start and projects to start them on. */
export const test = base.extend<Fixtures, { display: undefined }>({
  display: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this.
    async ({}, provide, { parallelIndex }) => {
      takeDisplay(parallelIndex);
      await provide(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this.
  scratch: async ({}, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'verbale-e2e-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  verbale: async ({ scratch }, provide) => {
    await provide(commandLine(path.join(scratch, 'command-line')));
  },
  projects: async ({ scratch, verbale }, provide) => {
    await provide(projectsIn(scratch, verbale));
  },
  launch: async ({ scratch }, provide) => {
    const started: RunningApp[] = [];
    const userData = path.join(scratch, 'profile');
    await provide((options = {}) =>
      RunningApp.start({ userData, ...options }, (app) => started.push(app)),
    );
    for (const app of started) await app.end();
    const trouble = started.flatMap((app) => app.trouble.unexpected());
    expect(trouble, 'errors nobody expected').toEqual([]);
  },
  allLabels: async ({ scratch, verbale }, provide) => {
    await provide(await projectWithAllLabels(verbale, scratch, [await articleFile(scratch)]));
  },
  linked: async ({ launch, scratch, verbale }, provide) => {
    const project = await linkedProject(scratch, verbale);
    await provide(await launch({ project, analyst: 'Lena Moor' }));
  },
});

export { expect };
