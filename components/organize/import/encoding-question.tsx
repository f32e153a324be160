import { Button } from "@/components/ui/button";
import type { EncodingQuestion as Question } from "@/lib/event-import/questions";
import { encodingQuestion } from "@/texts/import";
import { Choice } from "./choice";
import type { ImportJob } from "./use-import";

const MAX_LIKELY = 4;

/** A file that is not Unicode doesn't name its encoding: the organizer chooses by samples of its text. */
export function EncodingQuestion({ job, question }: { job: ImportJob; question: Question }) {
  const { chosen, isConfirmed, choices } = question;
  const answer = (encoding: typeof chosen) => job.change({ encoding });
  const likely = choices.filter(({ encoding }, at) => at < MAX_LIKELY || encoding === chosen);
  const others = choices.filter((choice) => !likely.includes(choice));
  const shown = (some: typeof choices) =>
    some.map(({ encoding, label, samples }) => ({
      value: encoding,
      label: (
        <span className="grid min-w-0 py-1">
          {samples.map((sample) => (
            <bdi key={sample} className="wrap-anywhere">
              {sample}
            </bdi>
          ))}
          <span className="text-sm text-muted">{label}</span>
        </span>
      ),
    }));
  return (
    <Choice
      name="encoding"
      question={encodingQuestion.title}
      hint={encodingQuestion.hint}
      choices={shown(likely)}
      chosen={chosen}
      onChoose={answer}
    >
      {isConfirmed ? null : (
        <Button variant="secondary" size="sm" className="justify-self-start" onClick={() => answer(chosen)}>
          {encodingQuestion.confirm}
        </Button>
      )}
      {others.length > 0 ? (
        <details className="min-w-0">
          <summary className="flex min-h-11 items-center font-semibold">{encodingQuestion.none}</summary>
          <Choice
            name="encoding-others"
            question={encodingQuestion.othersTitle}
            choices={shown(others)}
            chosen={null}
            onChoose={answer}
          />
        </details>
      ) : null}
    </Choice>
  );
}
