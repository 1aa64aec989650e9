/** Runs the shell steps of workflows on this machine, as a runner of GitHub's would. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { plainEnvironment } from '../../plain-environment.ts';

export const PROJECT = join(import.meta.dirname, '..', '..', '..');

export interface Step {
  id?: string;
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Job {
  needs?: string;
  if?: string;
  env?: Record<string, string>;
  outputs?: Record<string, string>;
  steps: Step[];
}

export interface Workflow {
  on: Record<string, unknown>;
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

const read = (path: string) => parse(readFileSync(path, 'utf8')) as unknown;

/** @param path from the project's folder */
export const readWorkflow = (path: string) => read(join(PROJECT, path)) as Workflow;

export const readAction = (path: string) =>
  read(join(PROJECT, path)) as {
    inputs: Record<string, { default?: string }>;
    outputs: Record<string, { value: string }>;
    runs: { steps: Step[] };
  };

/** A runner of this machine. */
export interface Runner {
  /** The checkout. */
  folder: string;
  /** Outside of it: for what the runner itself writes. */
  work: string;
  /** The values of expressions: `secrets.SSH_KEY`. What is not there is empty, as on a runner. */
  values: Record<string, string>;
  /** Environment variables of all steps. */
  environment?: Record<string, string>;
  /** Programs in place of those that speak to a host: name → shell script. */
  programs?: Record<string, string>;
}

/** What became of some steps. */
export interface Ran {
  /** Of the first step that failed, else 0. */
  status: number;
  output: string;
  /** What they added to the summary of the run. */
  summary: string;
  /** The names of the steps that ran. */
  names: string[];
}

/**
 * Runs the shell steps among some steps one after another, until one fails. Of those with `uses`, a local action is entered; others
 * do nothing here. The outputs of steps become values.
 */
export async function runSteps(steps: readonly Step[], runner: Runner): Promise<Ran> {
  const { folder, work, values, environment = {}, programs = {} } = runner;
  const summaryFile = join(work, 'summary.md');
  const outputFile = join(work, 'output');
  if (!existsSync(summaryFile)) writeFileSync(summaryFile, '');
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(work, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(work, name), 0o755);
  }
  const ran: Ran = { status: 0, output: '', summary: '', names: [] };
  for (const [index, step] of steps.entries()) {
    if (step.if !== undefined && !isTrue(step.if, values)) continue;
    const name = step.name ?? step.id ?? String(index);
    if (step.uses?.startsWith('./')) {
      const { inputs, outputs, runs } = readAction(join(step.uses, 'action.yml'));
      for (const [input, { default: usual = '' }] of Object.entries(inputs))
        values[`inputs.${input}`] = filled(String(step.with?.[input] ?? usual), values);
      const inner = await runSteps(runs.steps, runner);
      for (const [output, { value }] of Object.entries(outputs))
        values[`steps.${step.id ?? ''}.outputs.${output}`] = filled(value, values);
      ran.output += inner.output;
      ran.names.push(...inner.names);
      ran.status = inner.status;
      if (ran.status !== 0) break;
    }
    if (step.run === undefined) continue;
    writeFileSync(outputFile, '');
    const own = Object.entries(step.env ?? {}).map(([key, text]) => [key, filled(text, values)]);
    const { status, output } = await runShell(filled(step.run, values), folder, {
      ...plainEnvironment(),
      ...environment,
      ...Object.fromEntries(own),
      PATH: [work, process.env['PATH']].join(delimiter),
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
    });
    for (const [, key = '', value = ''] of readFileSync(outputFile, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm))
      values[`steps.${step.id ?? ''}.outputs.${key}`] = value;
    ran.names.push(name);
    ran.output += output;
    ran.status = status;
    if (status !== 0) break;
  }
  ran.summary = readFileSync(summaryFile, 'utf8');
  return ran;
}

/** As the runner starts a step's shell. This process goes on: it may be the host that a step speaks to. */
export function runShell(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ status: number; output: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status: status ?? 1, output })));
}

const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => values[name] ?? '');

/** `a == 'b' || c == 'd'`: no condition of ours says more. */
export function isTrue(condition: string, values: Record<string, string>): boolean {
  return condition.split(' || ').some((part) => {
    const [, name = '', value] = /^([\w.-]+) == '([^']*)'$/.exec(part) ?? [];
    if (value === undefined) throw new Error(`no condition that a test understands: ${condition}`);
    return (values[name] ?? '') === value;
  });
}
