"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ImportFormat } from "@/lib/event-import/dto";
import { type Problem, type ProblemKind, problemKinds } from "@/lib/event-import/problems";
import { toProblemsCsv } from "@/lib/event-import/problems-csv";
import { toFileName } from "@/lib/names/file-name";
import { positionCount, problemList, showMore } from "@/texts/import";
import { formatRows } from "./import-labels";

const PAGE_SIZE = 50;

/** The problems of a file, the most severe kind first. */
export function ProblemList({
  problems,
  format,
  fileName,
}: {
  problems: Problem[];
  format: ImportFormat;
  fileName: string;
}) {
  if (problems.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-xl">{problemList.title}</h3>
        <Button variant="secondary" size="sm" onClick={() => download(toProblemsCsv(problems, format), fileName)}>
          {problemList.download}
        </Button>
      </div>
      {problemKinds.map((kind) => {
        const ofKind = problems.filter((problem) => problem.kind === kind);
        return ofKind.length > 0 ? <ProblemGroup key={kind} kind={kind} problems={ofKind} format={format} /> : null;
      })}
    </div>
  );
}

function ProblemGroup({ kind, problems, format }: { kind: ProblemKind; problems: Problem[]; format: ImportFormat }) {
  const [shown, setShown] = useState(PAGE_SIZE);
  const rows = problems.reduce((sum, problem) => sum + problem.rows.length, 0);
  return (
    <details open={kind === "refused"} className="rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 px-5 py-2">
        <span className={`font-semibold ${kind === "refused" ? "text-danger" : ""}`}>{problemList.kinds[kind]}</span>
        <span className="text-muted tabular-nums">{positionCount(rows, format)}</span>
      </summary>
      <ul className="grid grid-cols-1 border-t border-line">
        {problems.slice(0, shown).map((problem) => (
          <li
            key={`${problem.column}\0${problem.value}\0${problem.reason}`}
            className="grid grid-cols-1 gap-x-6 gap-y-0.5 border-b border-line px-5 py-3 last:border-0 md:grid-cols-[10rem_minmax(0,1fr)_minmax(0,2fr)]"
          >
            <span className="font-semibold tabular-nums">{formatRows(problem.rows, format)}</span>
            <span className="min-w-0 text-muted wrap-anywhere">
              <bdi>{problem.column}</bdi>
              {problem.value ? (
                <span>
                  {": "}
                  <bdi className="text-ink">{problem.value}</bdi>
                </span>
              ) : null}
            </span>
            <span className="text-pretty">
              <span>{`${problem.reason} `}</span>
              <span className="text-muted">{problem.fix}</span>
            </span>
          </li>
        ))}
      </ul>
      {problems.length > shown ? (
        <div className="border-t border-line p-3">
          <Button variant="ghost" size="sm" onClick={() => setShown(shown + PAGE_SIZE)}>
            {showMore(Math.min(PAGE_SIZE, problems.length - shown))}
          </Button>
        </div>
      ) : null}
    </details>
  );
}

function download(text: string, fileName: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = toFileName(fileName.replace(/\.\w{2,4}$/, ""), "-problems.csv");
  link.click();
  URL.revokeObjectURL(url);
}
