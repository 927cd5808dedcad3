import { bannerLine } from '../banner/PatientBanner';
import type { LaunchContext } from '../contract/launch-context';
import type { Statement, Summary } from '../contract/summary';
import { lookBackInWords } from '../coverage/look-back-words';
import '../words/later';
import { say } from '../words/words';
import { endnotes, noteLine } from './endnotes';

/** The draft as plain text with its patient, its state and its sources, to be pasted where nothing of the page is around it. */
export function asText(launch: LaunchContext, summary: Summary, isSigned: boolean): string {
  const notes = endnotes(summary);
  const line = (statement: Statement) => `- ${inWords(statement)} ${notes.marksOf(statement)}`.trimEnd();
  const blocks = [
    [
      whose(launch, summary),
      standing(isSigned),
      madeBy(summary),
      ...(summary.recalls.length > 0 ? [say('later.output.recalled')] : []),
      ...(summary.complete ? [] : [say('later.output.incomplete')]),
      ...(summary.lookBack ? [lookBackInWords(summary.lookBack)] : []),
    ],
    ...summary.sections
      .filter(({ statements }) => statements.length > 0)
      .map(({ title, statements }) => [title.toUpperCase(), ...statements.map(line)]),
    ...(summary.added.length > 0 ? [[say('later.output.added'), ...summary.added.map(line)]] : []),
    ...(summary.conflicts.length > 0
      ? [
          [
            say('later.output.conflicts'),
            ...summary.conflicts.map(
              ({ about, title, sides }) =>
                `- ${about}: ${title}. ${sides.map((side) => `${side.what}: "${side.text}" ${notes.marksOf(side)}`).join('; ')}`,
            ),
          ],
        ]
      : []),
    [say('later.output.sources'), ...notes.facts.map((fact, index) => `[${index + 1}] ${noteLine(fact)}`)],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A statement; words of a clinician are never passed off as checked ones. */
export function inWords(statement: Statement): string {
  return statement.author === 'clinician'
    ? `${statement.text} (${say(`review.own.${statement.verdict}`)})`
    : statement.text;
}

/** Whose chart it is, as the banner says it. */
export function whose({ patient }: LaunchContext, { allergies }: Summary): string {
  return bannerLine(patient, allergies);
}

/** Whether it is a draft. */
export function standing(isSigned: boolean): string {
  return say(isSigned ? 'later.output.signed' : 'later.output.draft');
}

/** Who wrote it. */
export function madeBy({ composedBy, modelName }: Summary): string {
  if (composedBy === 'rules') return say('origin.rules');
  return modelName ? say('origin.model', { name: modelName }) : say('origin.modelUnnamed');
}
